/** The job of a save: searched, picked and removed by keyboard, remembered for the next profile. */
import type { Page } from "playwright";
import { formOf, saying } from "./browser/form.ts";
import { invented } from "./browser/invented.ts";
import { expect, test } from "./browser/test.ts";
import { words } from "./browser/words.ts";

const jobBox = (popup: Page) => popup.getByRole("combobox", { name: words("field_job"), exact: true });

test("a job is searched and picked by keyboard; the person is a candidate on it", async ({
  connectedApp,
  sandbox,
}) => {
  const popup = await connectedApp.clickToolbar(await connectedApp.visit(invented("classic").url));
  await expect(formOf(popup).name).not.toHaveValue("");
  await jobBox(popup).focus();
  await popup.keyboard.type("general tamarisk");
  const option = popup.getByRole("option", { name: "General Counsel" });
  await expect(option).toHaveCount(1);
  await expect(option).toContainText("Tamarisk Foods");
  await expect(option).toHaveAttribute("aria-selected", "true");
  await popup.keyboard.press("Enter");
  await expect(jobBox(popup)).toHaveValue("General Counsel");
  await expect(popup.getByRole("listbox")).toBeHidden();

  await popup.keyboard.press("Control+Enter");
  await expect(saying(popup, "saved_title")).toBeVisible();
  const [candidate] = sandbox.store.candidates.slice(-1);
  const job = sandbox.store.jobs.find(({ id }) => id === candidate?.job_id);
  expect(job).toMatchObject({ name: "General Counsel", client_company_name: "Tamarisk Foods" });
  const searches = sandbox.log.entries.filter(({ path }) => path === "/v1/jobs/search");
  // One for the open list, one for the pause after the words.
  expect(searches.length).toBeLessThanOrEqual(2);
});

test("the job of the last save stands in the next form, and one key removes it", async ({
  connectedApp,
  sandbox,
}) => {
  const first = await connectedApp.clickToolbar(await connectedApp.visit(invented("classic").url));
  await jobBox(first).click();
  await first.getByRole("option").first().click();
  const chosen = await jobBox(first).inputValue();
  await formOf(first).save.click();
  await expect(saying(first, "saved_title")).toBeVisible();

  sandbox.log.clear();
  const next = await connectedApp.clickToolbar(
    await connectedApp.visit(invented("sdui-with-experience").url),
  );
  await expect(jobBox(next)).toHaveValue(chosen);
  await jobBox(next).focus();
  await next.keyboard.press("ArrowDown");
  await expect(next.getByRole("option")).toHaveText([new RegExp(chosen)]);
  expect(sandbox.log.entries, "the remembered jobs cost no call").toEqual([]);
  await next.keyboard.press("Escape");
  await next.keyboard.press("Backspace");
  await expect(jobBox(next)).toHaveValue("");
  await next.keyboard.press("Control+Enter");
  const save = await sandbox.log.waitForRequest(({ path }) => path === "/v1/persons");
  expect(save.body).not.toHaveProperty("job_id");
});

test("a job search that fails says so and the form still saves", async ({ connectedApp, sandbox }) => {
  sandbox.faults.add({ path: "/v1/jobs/search", fault: { kind: "status", status: 500, envelope: "A" } });
  const popup = await connectedApp.clickToolbar(await connectedApp.visit(invented("classic").url));
  await jobBox(popup).click();
  await expect(popup.getByRole("status").filter({ hasText: words("problem_server") })).toBeVisible();
  await popup.keyboard.press("Escape");
  await popup.keyboard.press("Control+Enter");
  await expect(saying(popup, "saved_title")).toBeVisible();
});
