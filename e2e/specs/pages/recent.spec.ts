/** The list of recent saves: what became of each, and what the user can do about it. */
import type { Page } from "playwright";
import { accept, ask, recent } from "../../browser/ask.ts";
import { putRows } from "../../browser/database.ts";
import { downloaded } from "../../browser/downloaded.ts";
import { expect, test } from "../../browser/test.ts";
import { words } from "../../browser/words.ts";
import { SANDBOX_KEY, SECOND_KEY } from "../../sandbox/start-sandbox.ts";

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
  const page = await connectedApp.openOptions();
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
  const page = await connectedApp.openOptions();
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

test("Esc leaves the correction and gives the focus back", async ({ connectedApp, sandbox }) => {
  const page = await connectedApp.openOptions();
  sandbox.faults.add({ method: "POST", path: "/v1/persons", fault: refused });
  await accept(page);
  const { row, press } = rowOf(page, "Quentin Abbacchio");
  await press("save_edit");
  await row.getByLabel(words("field_location")).fill("Malmö");
  await page.keyboard.press("Escape");
  await expect(row.getByRole("button", { name: words("save_edit") })).toHoldFocus();
  await press("save_edit");
  await expect(row.getByLabel(words("field_location"))).toHaveValue("");
});

test("only what needs the user is shown on request", async ({ connectedApp, sandbox }) => {
  const page = await connectedApp.openOptions();
  await accept(page);
  await expect(rowOf(page, "Quentin Abbacchio").row).toContainText(words("save_state_saved"));
  sandbox.faults.add({ method: "POST", path: "/v1/persons", fault: refused });
  await accept(page, { linkedinUrl: `${URL}-2`, name: "Ines Carvalho" });
  await page.getByText("Needs you: 1").click();
  await expect(rowOf(page, "Ines Carvalho").row).toBeVisible();
  await expect(rowOf(page, "Quentin Abbacchio").row).toHaveCount(0);
  await page.getByText("All: 2").click();
  await expect(rowOf(page, "Quentin Abbacchio").row).toBeVisible();
});

for (const { choice, state, tasks } of [
  { choice: "save_is_there", state: "save_state_saved", tasks: 1 },
  { choice: "save_send_again", state: "save_state_saved", tasks: 2 },
] as const) {
  test(`of a task whose answer was lost the user says "${words(choice)}"`, async ({
    connectedApp,
    sandbox,
  }) => {
    const page = await connectedApp.openOptions();
    sandbox.faults.add({ path: "/v1/tasks", fault: { kind: "drop_after_storing" } });
    await accept(page, { task: { text: "Call in May" } });
    const { row, press } = rowOf(page, "Quentin Abbacchio");
    await expect(row).toContainText(words("save_state_unanswered"));
    expect(sandbox.store.tasks).toHaveLength(1);
    await press(choice);
    await expect(row).toContainText(words(state));
    expect(sandbox.store.tasks).toHaveLength(tasks);
  });
}

test("discarding asks first, with the harmless answer in focus", async ({ connectedApp, sandbox }) => {
  const page = await connectedApp.openOptions();
  sandbox.faults.add({ method: "POST", path: "/v1/persons", fault: refused });
  await accept(page);
  const { row, press } = rowOf(page, "Quentin Abbacchio");
  await press("save_discard_short");
  await expect(row.getByText(words("save_discard_ask"))).toBeVisible();
  await expect(row.getByRole("button", { name: words("save_keep") })).toHoldFocus();
  await page.keyboard.press("Enter");
  await expect(row.getByText(words("save_discard_ask"))).toHaveCount(0);
  await press("save_discard_short");
  await row.getByRole("button", { name: words("save_discard_short"), exact: true }).click();
  await expect(row).toHaveCount(0);
  await expect(page.getByText(words("save_discarded"))).toBeVisible();
  await expect(page.getByRole("heading", { name: words("recent_title") })).toHoldFocus();
  expect(await recent(page)).toEqual([]);
  expect(sandbox.store.personByUrl(URL)).toBeUndefined();
});

test("a record that cannot be read is shown with what is left of it, exported, and discarded", async ({
  connectedApp,
}) => {
  const page = await connectedApp.openOptions();
  const { workspace } = (await ask(page, "connection.get", {})) as { workspace: string };
  const odd = { order: 1, id: "odd", workspace, version: 1, words: "<b>Somebody</b>" };
  await putRows(page, "saves", [odd]);
  await page.reload();
  const broken = page.getByRole("region", { name: /can’t be read/ });
  await broken.getByText(words("broken_show")).click();
  await expect(broken.locator("pre")).toHaveText(JSON.stringify(odd));
  const file = await downloaded(page, () =>
    broken.getByRole("button", { name: words("data_export") }).click(),
  );
  expect(JSON.parse(file.text)).toEqual(odd);
  await broken.getByRole("button", { name: words("save_discard_short") }).click();
  await broken.getByRole("button", { name: words("save_discard_short") }).click();
  await expect(broken).toHaveCount(0);
});

test("saves of another workspace are kept and counted, and sent only when the user says so", async ({
  connectedApp,
  sandbox,
}) => {
  const page = await connectedApp.openOptions();
  sandbox.faults.add({ path: /persons/, times: Number.POSITIVE_INFINITY, fault: refused });
  await accept(page);
  await expect(rowOf(page, "Quentin Abbacchio").row).toContainText(words("save_state_needs_you"));
  sandbox.faults.clear();
  await connectedApp.connect(SECOND_KEY);

  const others = page.getByRole("region", { name: /made with another key/ });
  await expect(others).toBeVisible();
  // Whose they are is the other firm's, until it is said to be the same one.
  await expect(page.getByText("Quentin Abbacchio")).toHaveCount(0);
  expect(sandbox.secondStore.personByUrl(URL)).toBeUndefined();

  await others.getByRole("button", { name: words("others_send") }).click();
  await expect(others).toHaveCount(0);
  await expect(rowOf(page, "Quentin Abbacchio").row).toBeVisible();
  await rowOf(page, "Quentin Abbacchio").press("try_now");
  await expect(rowOf(page, "Quentin Abbacchio").row).toContainText(words("save_state_saved"));
  expect(sandbox.secondStore.personByUrl(URL)?.name).toBe("Quentin Abbacchio");
  expect(sandbox.store.personByUrl(URL)).toBeUndefined();
});

test("discarding another workspace's saves asks first", async ({ connectedApp, sandbox }) => {
  const page = await connectedApp.openOptions();
  sandbox.faults.add({ path: /persons/, times: Number.POSITIVE_INFINITY, fault: refused });
  await accept(page);
  await expect(rowOf(page, "Quentin Abbacchio").row).toContainText(words("save_state_needs_you"));
  await connectedApp.connect(SECOND_KEY);
  const others = page.getByRole("region", { name: /made with another key/ });
  const discard = others.getByRole("button", { name: words("others_discard"), exact: true });
  await discard.click();
  await others.getByRole("button", { name: words("save_keep") }).click();
  await expect(discard).toHoldFocus();
  await discard.click();
  await discard.click();
  await expect(others).toHaveCount(0);
  expect((await ask(page, "workspace.others", {})).workspaces).toEqual([]);
});

test("the popup's button opens the list", async ({ connectedApp }) => {
  const profile = await connectedApp.visit("https://www.linkedin.com/in/mara-lindqvist-5b81/");
  const popup = await connectedApp.clickToolbar(profile);
  const opened = connectedApp.context.waitForEvent("page");
  await popup.getByRole("button", { name: words("recent"), exact: true }).click();
  const page = await opened;
  await expect(page.getByRole("heading", { name: words("recent_title") })).toHoldFocus();
});
