import { expect, test } from "../../browser/test.ts";
import { words } from "../../browser/words.ts";
import { isTo } from "../../sandbox/request-log.ts";

const PASTE = [
  "Name\tTitle\tCompany\tLinkedIn",
  "Ada Ray\tCFO\tBlue Harbor\thttps://www.linkedin.com/in/ada-ray/",
  "Bo Lund\tCEO\tRed Stone\tlinkedin.com/in/bo-lund?trk=x",
  "Cy Mills\tCTO\tRed Stone\thttps://www.linkedin.com/sales/lead/ACwAAA,NAME",
].join("\n");

test("pasted rows are corrected, ticked, put on a job, and each is in Stardex once", async ({
  connectedApp,
  sandbox,
}) => {
  const page = await connectedApp.openOptions("many");
  await page.getByRole("textbox").first().fill(PASTE);
  await page.getByRole("button", { name: words("add_many_read"), exact: true }).click();
  const table = page.getByRole("table", { name: words("add_many_table") });
  await expect(table.getByText(words("people_sales_navigator"))).toBeVisible();

  const box = (name: string) => table.getByRole("checkbox", { name: new RegExp(name) });
  await expect(box("Cy Mills")).toBeDisabled();
  await table.getByRole("textbox", { name: "LinkedIn address, Cy Mills" }).fill("linkedin.com/in/cy-mills");
  await box("Ada Ray").click();
  await expect(box("Ada Ray")).toBeChecked();
  await box("Cy Mills").click({ modifiers: ["Shift"] });
  await expect(table.getByRole("checkbox", { checked: true })).toHaveCount(3);
  await expect(page.getByText("3 selected")).toBeVisible();

  await page.getByRole("combobox", { name: words("field_job"), exact: true }).click();
  await page.getByRole("listbox").getByRole("option").first().click();
  await expect(page.getByText(/3 people, 3 enrichments/)).toBeVisible();
  await page.getByRole("button", { name: "Save 3 people" }).click();

  const batch = page.locator("#batches");
  await expect(batch.getByText(words("batch_finished"))).toBeVisible();
  await expect(batch.getByRole("progressbar")).toHaveAttribute("aria-valuenow", "3");
  const sent = sandbox.log.entries.filter((entry) => isTo(entry, "POST", "/v1/persons"));
  expect(sent.map(({ body }) => body)).toMatchObject([
    { name: "Ada Ray", current_job_title: "CFO", linkedin_url: "https://www.linkedin.com/in/ada-ray" },
    { name: "Bo Lund", company_name: "Red Stone", linkedin_url: "https://www.linkedin.com/in/bo-lund" },
    { name: "Cy Mills", linkedin_url: "https://www.linkedin.com/in/cy-mills" },
  ]);
});
