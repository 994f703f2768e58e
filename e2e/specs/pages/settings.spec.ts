/** The settings: stored, taken along as a file, and forgotten. */
import type { Page } from "playwright";
import { accept, recent } from "../../browser/ask.ts";
import { downloaded } from "../../browser/downloaded.ts";
import { expect, test } from "../../browser/test.ts";
import { words } from "../../browser/words.ts";
import { SANDBOX_KEY } from "../../sandbox/start-sandbox.ts";

const TEMPLATE = "https://stardex.example/people/{id}";

/** The controls by what a person reads beside them. */
function settingsOf(page: Page) {
  return {
    savesAtOnce: page.getByRole("radio", { name: words("setting_toolbar_save") }),
    opensForm: page.getByRole("radio", { name: words("setting_toolbar_form") }),
    grace: page.getByLabel(words("setting_grace")),
    noJob: page.getByRole("radio", { name: words("setting_default_job_none") }),
    recordLink: page.getByLabel(words("setting_record_link")),
    history: page.getByLabel(words("setting_history")),
    liveBadge: page.getByRole("checkbox", { name: words("setting_live_badge") }),
    notifications: page.getByRole("checkbox", { name: words("setting_notifications") }),
    news: page.getByRole("region", { name: words("settings_title") }).getByRole("status"),
  };
}

async function commit(page: Page, label: Parameters<typeof words>[0], text: string): Promise<void> {
  const field = page.getByLabel(words(label));
  await field.fill(text);
  await field.press("Enter");
}

test("what is changed is stored at once and there after a reload, in another tab too", async ({
  browserApp,
}) => {
  const page = await browserApp.openOptions();
  const other = await browserApp.openOptions();
  const settings = settingsOf(page);
  await settings.savesAtOnce.check();
  await settings.noJob.check();
  await commit(page, "setting_grace", "12");
  await commit(page, "setting_history", "50");
  await commit(page, "setting_record_link", TEMPLATE);
  await expect(settings.news).toHaveText(words("settings_saved"));
  await expect(page.getByText("https://stardex.example/people/5f0c2a")).toBeVisible();
  await page.reload();
  for (const shown of [settings, settingsOf(other)]) {
    await expect(shown.savesAtOnce).toBeChecked();
    await expect(shown.noJob).toBeChecked();
    await expect(shown.grace).toHaveValue("12");
    await expect(shown.history).toHaveValue("50");
    await expect(shown.recordLink).toHaveValue(TEMPLATE);
    await expect(shown.liveBadge).not.toBeChecked();
    await expect(shown.notifications).not.toBeChecked();
  }
});

test("what cannot be is told beside its field and not stored", async ({ browserApp }) => {
  const page = await browserApp.openOptions();
  await commit(page, "setting_grace", "31");
  await expect(page.getByRole("alert")).toHaveText("This needs a whole number from 0 to 30.");
  await commit(page, "setting_grace", "3");
  await expect(page.getByRole("alert")).toHaveCount(0);
  await commit(page, "setting_record_link", "https://{id}.evil.example/");
  await expect(page.getByRole("alert")).toHaveText(words("setting_record_link_error"));
  await page.reload();
  await expect(settingsOf(page).grace).toHaveValue("3");
  await expect(settingsOf(page).recordLink).toHaveValue("");
});

test("a saved person has a link to the record once its address is known", async ({
  connectedApp,
  sandbox,
}) => {
  const page = await connectedApp.openOptions();
  await accept(page);
  await expect(page.getByText(words("save_state_saved"), { exact: true })).toBeVisible();
  const link = page.getByRole("link", { name: words("save_open_record") });
  await expect(link).toHaveCount(0);
  await commit(page, "setting_record_link", TEMPLATE);
  const id = sandbox.store.persons.find(({ name }) => name === "Quentin Abbacchio")?.id;
  await expect(link).toHaveAttribute("href", `https://stardex.example/people/${id}`);
});

test("settings go to another browser as a file, without the key", async ({ connectedApp }) => {
  const page = await connectedApp.openOptions();
  await commit(page, "setting_grace", "9");
  await settingsOf(page).savesAtOnce.check();
  await expect(settingsOf(page).news).toHaveText(words("settings_saved"));
  const data = page.getByRole("region", { name: words("data_title") });
  const file = await downloaded(page, () => data.getByRole("button", { name: words("data_export") }).click());
  expect(file.name).toMatch(/^stardex-settings-\d{4}-\d\d-\d\d\.json$/);
  expect(file.text).not.toContain(SANDBOX_KEY);

  await commit(page, "setting_grace", "1");
  await settingsOf(page).opensForm.check();
  const give = (name: string, text: string) =>
    data
      .getByLabel(words("data_import"))
      .setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
  await give("photo.json", "not json");
  await expect(data.getByRole("status")).toHaveText(words("import_not_settings"));
  await give("bad.json", file.text.replace('"graceSeconds": 9', '"graceSeconds": 900'));
  await expect(data.getByRole("status")).toContainText(words("setting_grace"));
  await expect(settingsOf(page).grace).toHaveValue("1");
  await expect(settingsOf(page).opensForm).toBeChecked();
  await give("good.json", file.text);
  await expect(data.getByRole("status")).toHaveText(words("data_imported"));
  await expect(settingsOf(page).grace).toHaveValue("9");
  await expect(settingsOf(page).savesAtOnce).toBeChecked();
});

test("settings that cannot be read are told, kept, and replaced only when the user says so", async ({
  browserApp,
}) => {
  const page = await browserApp.openOptions();
  const damaged = { version: 42, future: true };
  await page.evaluate((stored) => chrome.storage.local.set({ settings: stored }), damaged);
  const notice = page.getByRole("alert").filter({ hasText: words("settings_unreadable_title") });
  await expect(notice).toBeVisible();
  await expect(settingsOf(page).grace).toBeDisabled();
  await expect(settingsOf(page).grace).toHaveValue("5");
  const file = await downloaded(page, () =>
    notice.getByRole("button", { name: words("settings_unreadable_keep") }).click(),
  );
  expect(JSON.parse(file.text)).toEqual(damaged);
  await notice.getByRole("button", { name: words("settings_unreadable_reset") }).click();
  await expect(notice).toHaveCount(0);
  await commit(page, "setting_grace", "4");
  await expect(settingsOf(page).news).toHaveText(words("settings_saved"));
});

test("saves go out as JSON and as CSV, without the key or its fingerprint", async ({ connectedApp }) => {
  const page = await connectedApp.openOptions();
  await accept(page, { name: "=cmd()", note: 'Said "yes"' });
  await expect(page.getByText(words("save_state_saved"), { exact: true })).toBeVisible();
  const { workspace = "" } = (await recent(page))[0] ?? {};
  expect(workspace).not.toBe("");
  for (const format of ["JSON", "CSV"]) {
    const file = await downloaded(page, () =>
      page.getByRole("button", { name: `${words("data_export_as")} ${format}` }).click(),
    );
    expect(file.text).toContain("Brightwater");
    expect(file.text).not.toContain(workspace);
    expect(file.text).not.toContain(SANDBOX_KEY);
    if (format === "CSV") expect(file.text).toContain(`"'=cmd()"`);
  }
});

test("forgetting everything names what is unsent, asks, and leaves nothing", async ({
  connectedApp,
  sandbox,
}) => {
  const page = await connectedApp.openOptions();
  sandbox.faults.add({
    method: "POST",
    path: "/v1/persons",
    fault: { kind: "status", status: 400, envelope: "B" },
  });
  await accept(page);
  await commit(page, "setting_grace", "9");
  await expect(settingsOf(page).news).toHaveText(words("settings_saved"));
  await expect(page.getByText(words("save_state_needs_you"), { exact: true })).toBeVisible();
  const forget = page.getByRole("button", { name: words("data_forget"), exact: true });
  await forget.click();
  await expect(page.getByText(`${words("data_forget_unsent")} Quentin Abbacchio`)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(forget).toHoldFocus();
  await forget.click();
  await forget.click();
  await expect(page.getByText(words("data_forgotten"))).toBeVisible();
  await expect(page.getByLabel(words("connect_key"))).toBeVisible();
  await expect(page.getByText("Quentin Abbacchio")).toHaveCount(0);
  await expect(settingsOf(page).grace).toHaveValue("5");
  const left = await page.evaluate(async () => [
    Object.keys(await chrome.storage.local.get(null)),
    Object.keys(await chrome.storage.session.get(null)),
  ]);
  expect(left).toEqual([[], []]);
});
