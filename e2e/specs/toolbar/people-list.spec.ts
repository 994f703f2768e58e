import type { Page } from "playwright";
import type { TestBrowser } from "../../browser/launch.ts";
import { expect, test } from "../../browser/test.ts";
import { words } from "../../browser/words.ts";
import { isTo } from "../../sandbox/request-log.ts";
import type { Sandbox } from "../../sandbox/start-sandbox.ts";
import { loadGoldens } from "../../tools/golden.ts";

/** A search of each layout: its own list, and no address but of whom the row is about. */
const LISTS = ["search-list", "search-list-classic", "search-list-french", "recruiter-list", "sales-list"];

/** A tab on the list. */
async function visitList(app: TestBrowser, sandbox: Sandbox, name: string): Promise<Page> {
  const golden = loadGoldens("own").find((one) => one.name === name);
  if (!golden) throw new Error(`There is no page ${name}`);
  sandbox.pages.serve(golden.answer.url, golden.html);
  return await app.visit(golden.answer.url);
}

for (const name of LISTS) {
  test(`${name}: its people, nobody ticked, nothing changed in the page`, async ({
    connectedApp,
    sandbox,
  }) => {
    const page = await visitList(connectedApp, sandbox, name);
    const before = await page.content();
    const popup = await connectedApp.clickToolbar(page);
    const table = popup.getByRole("table", { name: words("people_page_table") });
    await expect(table.getByRole("checkbox").first()).toBeVisible();
    expect(await table.locator("input:checked").count()).toBe(0);
    expect(await page.content()).toBe(before);
    expect(sandbox.log.entries).toEqual([]);
  });
}

test("who was ticked in a popup that closed is ticked when it opens again over the page", async ({
  connectedApp,
  sandbox,
}) => {
  const page = await visitList(connectedApp, sandbox, "search-list");
  const first = await connectedApp.clickToolbar(page);
  const box = first.locator("tbody input:not([aria-disabled=true])").first();
  const name = (await box.getAttribute("aria-label")) ?? "";
  await box.click();
  await expect(box).toBeChecked();
  await first.close();
  const again = await connectedApp.clickToolbar(page);
  await expect(again.getByRole("checkbox", { name, exact: true })).toBeChecked();
  expect(await again.locator("tbody input:checked").count()).toBe(1);
});

test("ticked people of a search are checked once each when Check is clicked, and saved on one job", async ({
  connectedApp,
  sandbox,
}) => {
  const panel = await connectedApp.openPanel(await visitList(connectedApp, sandbox, "search-list"));
  const table = panel.getByRole("table", { name: words("people_page_table") });
  const boxes = table.locator("input:not([aria-disabled=true])");
  await boxes.first().click();
  await boxes.last().click({ modifiers: ["Shift"] });
  const count = await boxes.count();
  await panel.getByRole("button", { name: words("people_check"), exact: true }).click();
  await expect(table.getByText(words("people_new"))).toHaveCount(count);
  const asked = sandbox.log.entries
    .filter((entry) => isTo(entry, "POST", "/v1/persons/search"))
    .map(({ body }) => JSON.stringify(body));
  expect(new Set(asked).size).toBe(asked.length);

  await panel.getByRole("combobox", { name: words("field_job"), exact: true }).click();
  await panel.getByRole("listbox").getByRole("option").first().click();
  await panel.getByRole("button", { name: `Save ${count} people` }).click();
  await expect(panel.getByText(words("batch_finished"))).toBeVisible();
  const sent = sandbox.log.entries.filter((entry) => isTo(entry, "POST", "/v1/persons"));
  expect(sent).toHaveLength(count);
  for (const { body } of sent) expect(body).toHaveProperty("job_id");
});
