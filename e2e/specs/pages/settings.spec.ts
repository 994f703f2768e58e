/** The settings in a real browser: stored for every tab, taken along as a file, and forgotten. */
import type { Page } from "playwright";
import { accept } from "../../browser/ask.ts";
import { downloaded } from "../../browser/downloaded.ts";
import { expect, test } from "../../browser/test.ts";
import { words } from "../../browser/words.ts";
import { SANDBOX_KEY } from "../../sandbox/start-sandbox.ts";

const TEMPLATE = "https://stardex.example/people/{id}";

/** The controls by what a user reads beside them. */
function settingsOf(page: Page) {
  return {
    savesAtOnce: page.getByRole("radio", { name: words("setting_toolbar_save") }),
    opensForm: page.getByRole("radio", { name: words("setting_toolbar_form") }),
    grace: page.getByLabel(words("setting_grace")),
    recordLink: page.getByLabel(words("setting_record_link")),
    notifications: page.getByRole("checkbox", { name: words("setting_notifications") }),
    saved: page.getByText(words("settings_saved"), { exact: true }),
  };
}

async function commit(page: Page, label: Parameters<typeof words>[0], text: string): Promise<void> {
  const field = page.getByLabel(words(label));
  await field.fill(text);
  await field.press("Enter");
}

test("what is changed is stored at once, said where it was changed, and there in every tab and after a reload", async ({
  browserApp,
}) => {
  const page = await browserApp.openOptions("settings");
  const other = await browserApp.openOptions("settings");
  const settings = settingsOf(page);
  await settings.savesAtOnce.check();
  await expect(settings.saved).toBeInViewport();
  await commit(page, "setting_grace", "12");
  await commit(page, "setting_record_link", TEMPLATE);
  await expect(page.getByText("https://stardex.example/people/5f0c2a")).toBeVisible();
  await page.reload();
  for (const shown of [settings, settingsOf(other)]) {
    await expect(shown.savesAtOnce).toBeChecked();
    await expect(shown.grace).toHaveValue("12");
    await expect(shown.recordLink).toHaveValue(TEMPLATE);
    await expect(shown.notifications).not.toBeChecked();
  }
});

test("the tabs go by keyboard, and the address names the open one", async ({ connectedApp }) => {
  const page = await connectedApp.openOptions();
  const saves = page.getByRole("tab", { name: words("tab_saves") });
  const settings = page.getByRole("tab", { name: words("settings_title") });
  await expect(saves).toHaveAttribute("aria-selected", "true");
  await saves.focus();
  await page.keyboard.press("ArrowLeft");
  await expect(settings).toHoldFocus();
  await expect(page.getByLabel(words("setting_grace"))).toBeVisible();
  await page.reload();
  await expect(settings).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Tab");
  await expect(settings).toHoldFocus();
});

test("settings go to another browser as a file, without the key", async ({ connectedApp }) => {
  const page = await connectedApp.openOptions("settings");
  await commit(page, "setting_grace", "9");
  await settingsOf(page).savesAtOnce.check();
  await expect(settingsOf(page).saved).toHaveCount(2);
  const data = page.getByRole("region", { name: words("data_title") });
  const file = await downloaded(page, () =>
    data
      .getByRole("button", { name: words("data_export") })
      .first()
      .click(),
  );
  expect(file.name).toMatch(/^stardex-settings-\d{4}-\d\d-\d\d\.json$/);
  expect(file.text).not.toContain(SANDBOX_KEY);
  const exported = JSON.parse(file.text).settings;
  expect(exported).toMatchObject({ version: 1, graceSeconds: 9, toolbarMode: "save" });
  expect(exported, "a default is no choice").not.toHaveProperty("historyLength");

  await commit(page, "setting_grace", "1");
  await settingsOf(page).opensForm.check();
  await data
    .getByLabel(words("data_import"))
    .setInputFiles({ name: "good.json", mimeType: "application/json", buffer: Buffer.from(file.text) });
  await expect(data.getByText(words("data_imported"))).toBeVisible();
  await expect(settingsOf(page).grace).toHaveValue("9");
  await expect(settingsOf(page).savesAtOnce).toBeChecked();
});

test("saves go out as CSV, without the key or its fingerprint", async ({ connectedApp }) => {
  const page = await connectedApp.openOptions("saves");
  await accept(page, { name: "=cmd()", note: 'Said "yes"' });
  await expect(page.locator("[data-state=saved]")).toBeVisible();
  await page.getByRole("tab", { name: words("settings_title") }).click();
  const file = await downloaded(page, () =>
    page.getByRole("button", { name: `${words("data_export_as")} CSV` }).click(),
  );
  expect(file.text).toContain("Brightwater");
  expect(file.text).toContain(`"'=cmd()"`);
  expect(file.text).not.toContain(SANDBOX_KEY);
});

test("forgetting everything says how much is unsent, asks, and leaves nothing", async ({
  connectedApp,
  sandbox,
}) => {
  const page = await connectedApp.openOptions("saves");
  sandbox.faults.add({
    method: "POST",
    path: "/v1/persons",
    fault: { kind: "status", status: 400, envelope: "B" },
  });
  await accept(page);
  await expect(page.locator("[data-state=needs_you]")).toBeVisible();
  await page.getByRole("tab", { name: words("settings_title") }).click();
  await commit(page, "setting_grace", "9");
  await expect(settingsOf(page).saved).toBeVisible();
  const forget = page.getByRole("button", { name: words("data_forget"), exact: true });
  await forget.click();
  await expect(page.getByText("1 save has not been sent and would be lost for good.")).toBeVisible();
  await forget.click();
  await expect(page.getByText(words("data_forgotten"))).toBeVisible();
  await expect(page.getByLabel(words("connect_key"), { exact: true })).toBeVisible();
  await expect(settingsOf(page).grace).toHaveValue("5");
  await page.getByRole("tab", { name: words("tab_saves") }).click();
  await expect(page.getByText(words("recent_empty_title"))).toBeVisible();
  const left = await page.evaluate(async () => [
    Object.keys(await chrome.storage.local.get(null)),
    Object.keys(await chrome.storage.session.get(null)),
  ]);
  expect(left).toEqual([[], []]);
});
