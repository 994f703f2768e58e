/** Recent saves, from the worker to the page and back. What only the page decides is tested in src/options/recent. */
import type { Page } from "playwright";
import { accept, ask } from "../../browser/ask.ts";
import { downloaded } from "../../browser/downloaded.ts";
import { expect, test } from "../../browser/test.ts";
import { words } from "../../browser/words.ts";
import { SECOND_KEY } from "../../sandbox/start-sandbox.ts";

const URL = "https://www.linkedin.com/in/quentin-abbacchio";
const refused = { kind: "status", status: 400, envelope: "B" } as const;

/** One save in the list, by the person's name. */
function rowOf(page: Page, name: string) {
  const row = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name, exact: true }) });
  return {
    row,
    press: (key: Parameters<typeof words>[0]) =>
      row.getByRole("button", { name: `${words(key)}: ${name}`, exact: true }).click(),
  };
}

test("a save appears by itself, with its job, and becomes saved while one looks", async ({
  connectedApp,
  sandbox,
}) => {
  const page = await connectedApp.openOptions("saves");
  await expect(page.getByText(words("recent_empty_title"))).toBeVisible();
  let open: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  sandbox.faults.add({ method: "POST", path: "/v1/persons", fault: { kind: "hold", until: gate } });
  const job = sandbox.store.jobs.find(({ is_archived }) => !is_archived);
  if (!job) throw new Error("The sandbox has no open job");
  await accept(page, {
    jobs: [
      { job: { id: job.id, name: job.name, clientCompanyName: null, location: null, candidateCount: 0 } },
    ],
  });
  const { row } = rowOf(page, "Quentin Abbacchio");
  await expect(row).toContainText(words("save_state_sending"));
  await expect(row).toContainText(job.name);
  open();
  await expect(row).toContainText(words("save_state_saved"));
  await expect(row.getByRole("link", { name: "Quentin Abbacchio" })).toHaveAttribute("href", URL);
});

test("what Stardex refuses is corrected in place and arrives once", async ({ connectedApp, sandbox }) => {
  const page = await connectedApp.openOptions("saves");
  const message = "body/work_email is not deliverable";
  sandbox.faults.add({
    method: "POST",
    path: "/v1/persons",
    fault: { ...refused, code: "VALIDATION", message },
  });
  await accept(page, { workEmail: "quentin@brightwater.example" });
  const { row, press } = rowOf(page, "Quentin Abbacchio");
  await expect(row).toContainText(words("save_state_needs_you"));
  await expect(row).toContainText(message);
  await press("save_edit");
  const email = row.getByLabel(words("field_work_email"));
  await email.fill("nobody");
  await email.press("Enter");
  await expect(row.getByText(words("edit_error_email"))).toBeVisible();
  await expect(email).toHoldFocus();
  await email.fill("q@brightwater.example");
  await row.getByLabel(words("field_company")).fill("Northlight");
  await row.getByRole("button", { name: words("edit_send") }).click();
  await expect(row).toContainText(words("save_state_saved"));
  expect(sandbox.store.personByUrl(URL)?.current_company_name).toBe("Northlight");
  expect(sandbox.store.persons.filter(({ name }) => name === "Quentin Abbacchio")).toHaveLength(1);
});

/** Puts a save into the database that no version has written. */
async function putDamaged(page: Page): Promise<void> {
  const connection = await ask(page, "connection.get", {});
  const workspace = connection.state === "connected" ? connection.workspace : "";
  await page.evaluate(async (workspace) => {
    const opened = indexedDB.open("stardex-capture");
    await new Promise((resolve) => opened.addEventListener("success", resolve));
    const transaction = opened.result.transaction("saves", "readwrite");
    transaction.objectStore("saves").add({ id: "odd", version: 1, workspace, words: "<b>Somebody</b>" });
    await new Promise((resolve) => transaction.addEventListener("complete", resolve));
  }, workspace);
}

test("a record that cannot be read is shown with what is left of it, exported, and discarded", async ({
  connectedApp,
}) => {
  const page = await connectedApp.openOptions("saves");
  await putDamaged(page);
  await page.reload();
  const broken = page.getByRole("region", { name: /can’t be read/ });
  await broken.getByText(words("broken_show")).click();
  await expect(broken.locator("pre")).toContainText("<b>Somebody</b>");
  const file = await downloaded(page, () =>
    broken.getByRole("button", { name: words("data_export") }).click(),
  );
  expect(JSON.parse(file.text)).toMatchObject({ version: 1, words: "<b>Somebody</b>" });
  await broken.getByRole("button", { name: words("save_discard_short") }).click();
  await broken.getByRole("button", { name: words("save_discard_short") }).click();
  await expect(broken).toHaveCount(0);
});

test("saves of another key are kept, counted, and sent only when the user says so", async ({
  connectedApp,
  sandbox,
}) => {
  const page = await connectedApp.openOptions("saves");
  sandbox.faults.add({ path: /persons/, times: Number.POSITIVE_INFINITY, fault: refused });
  await accept(page);
  await expect(rowOf(page, "Quentin Abbacchio").row).toContainText(words("save_state_needs_you"));
  sandbox.faults.clear();
  await connectedApp.connect(SECOND_KEY);

  const others = page.getByRole("region", { name: /made with another key/ });
  await expect(others).not.toContainText("Quentin Abbacchio");
  await expect(rowOf(page, "Quentin Abbacchio").row).toHaveCount(0);
  expect(sandbox.secondStore.personByUrl(URL)).toBeUndefined();

  await others.getByRole("button", { name: words("others_send") }).click();
  await expect(others).toHaveCount(0);
  await expect(rowOf(page, "Quentin Abbacchio").row).toBeVisible();
  await rowOf(page, "Quentin Abbacchio").press("try_now");
  await expect(rowOf(page, "Quentin Abbacchio").row).toContainText(words("save_state_saved"));
  expect(sandbox.secondStore.personByUrl(URL)?.name).toBe("Quentin Abbacchio");
  expect(sandbox.store.personByUrl(URL)).toBeUndefined();
});

test("the popup's button opens the list", async ({ connectedApp }) => {
  const profile = await connectedApp.visit("https://www.linkedin.com/in/mara-lindqvist-5b81/");
  const popup = await connectedApp.clickToolbar(profile);
  const opened = connectedApp.context.waitForEvent("page");
  await popup.getByRole("button", { name: words("recent"), exact: true }).click();
  const page = await opened;
  await expect(page.getByRole("heading", { name: words("recent_title") })).toHoldFocus();
});
