/** What an administrator sets by a real policy file. Needs root, and Debian's Chromium. */

import { accept } from "../../browser/ask.ts";
import { managedExtension, noPolicyBecause } from "../../browser/chromium/managed-policy.ts";
import { launch, type TestBrowser } from "../../browser/launch.ts";
import { test as base, expect } from "../../browser/test.ts";
import { words } from "../../browser/words.ts";
import { SANDBOX_KEY, SECOND_KEY } from "../../sandbox/start-sandbox.ts";

const reason = noPolicyBecause();

interface Fixtures {
  /** A build that policies can name. */
  extension: ReturnType<typeof managedExtension>;
  /** Starts the browser with this policy. */
  managedApp: (policy: Record<string, unknown>) => Promise<TestBrowser>;
}

const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from the pattern.
  extension: async ({}, use) => {
    const extension = managedExtension();
    await use(extension);
    extension.remove();
  },
  managedApp: async ({ sandbox, extension }, use) => {
    const apps: TestBrowser[] = [];
    await use(async (policy) => {
      extension.set(policy);
      const app = await launch({ sandbox, extensionDir: extension.extensionDir });
      apps.push(app);
      return app;
    });
    for (const app of apps) await app.close();
  },
});

test.skip(reason !== null, `Policies are not tested here: ${reason}`);
// The policy folder is one for the whole machine.
test.describe.configure({ mode: "serial" });

test("a firm's key and settings are there from the first start, and what is locked stays", async ({
  managedApp,
  sandbox,
}) => {
  const app = await managedApp({
    apiKey: SANDBOX_KEY,
    recordLink: "https://stardex.example/people/{id}",
    graceSeconds: 10,
    toolbarMode: "save",
    hiddenFields: ["phones", "externalId"],
    lockedSettings: ["apiKey", "toolbarMode", "hiddenFields", "liveBadge"],
  });
  const onboarding = await app.onboarding();
  await expect(onboarding.getByText(words("onboarding_connected_org"))).toBeVisible();

  const page = await app.openOptions("settings");
  await expect(page.getByText("Connected · key ends in “-key”")).toBeVisible();
  await expect(page.getByText(words("org_key"))).toBeVisible();
  await expect(page.getByRole("button", { name: words("connect_replace") })).toHaveCount(0);
  await expect(page.getByRole("button", { name: words("org_key_own") })).toHaveCount(0);
  const toolbar = page.getByRole("group", { name: words("setting_toolbar_mode") });
  await expect(toolbar).toContainText(words("org_set"));
  await expect(toolbar.getByRole("radio", { name: words("setting_toolbar_save") })).toBeChecked();
  await expect(toolbar.getByRole("radio", { name: words("setting_toolbar_form") })).toBeDisabled();
  const fields = page.getByRole("group", { name: words("setting_fields") });
  await expect(fields).toContainText(words("org_set"));
  await expect(fields.getByRole("checkbox", { name: words("part_phones") })).not.toBeChecked();
  await expect(fields.getByRole("checkbox", { name: words("field_note") })).toBeChecked();
  await expect(fields.getByRole("checkbox", { name: words("field_note") })).toBeDisabled();
  await expect(page.getByRole("checkbox", { name: words("setting_live_badge") })).toBeDisabled();

  const grace = page.getByLabel(words("setting_grace"));
  await expect(grace).toHaveValue("10");
  await grace.fill("2");
  await grace.press("Enter");
  // No hand is as quick as a test: the setting is stored before the page goes.
  await expect(page.getByText(words("settings_saved"), { exact: true })).toBeVisible();
  await page.reload();
  await expect(grace).toHaveValue("2");

  await accept(page);
  await page.getByRole("tab", { name: words("tab_saves") }).click();
  await expect(page.getByRole("link", { name: words("save_open_record") })).toBeVisible();
  expect(sandbox.store.personByUrl("https://www.linkedin.com/in/quentin-abbacchio")).toBeDefined();
  expect(await page.content()).not.toContain(SANDBOX_KEY);
});

test("the user's own key wins where the firm's is not locked, and the firm's counts again without it", async ({
  managedApp,
}) => {
  const app = await managedApp({ apiKey: SECOND_KEY });
  const page = await app.openOptions("settings");
  await page.getByRole("button", { name: words("org_key_own") }).click();
  await page.getByLabel(words("connect_key")).fill(SANDBOX_KEY);
  await page.keyboard.press("Enter");
  await expect(page.getByText(words("org_key"))).toHaveCount(0);
  await page.getByRole("button", { name: words("connect_remove") }).click();
  await page.getByRole("button", { name: words("connect_remove") }).click();
  await expect(page.getByText(words("org_key"))).toBeVisible();
});

test("a key that Stardex refuses is told as the firm's, and can be asked about again", async ({
  managedApp,
  sandbox,
}) => {
  const app = await managedApp({ apiKey: "ats-wrong-key", lockedSettings: ["apiKey"] });
  const page = await app.openOptions("settings");
  await accept(page);
  await expect(page.getByRole("alert").filter({ hasText: words("org_key_refused") })).toBeVisible();
  await page.getByRole("button", { name: words("org_key_check") }).click();
  await expect(page.getByRole("alert").filter({ hasText: words("problem_unauthorized_next") })).toBeVisible();
  expect(sandbox.store.personByUrl("https://www.linkedin.com/in/quentin-abbacchio")).toBeUndefined();
});

test("a new policy is taken up while the page is open", async ({ managedApp, extension }) => {
  const app = await managedApp({});
  const page = await app.openOptions("settings");
  await expect(page.getByLabel(words("connect_key"))).toBeVisible();
  extension.set({ apiKey: SANDBOX_KEY, graceSeconds: 7, lockedSettings: ["graceSeconds"] });
  // The browser looks at its policy files every few seconds.
  await expect(page.getByText(words("org_key"))).toBeVisible({ timeout: 30_000 });
  await expect(page.getByLabel(words("setting_grace"))).toHaveValue("7");
  await expect(page.getByLabel(words("setting_grace"))).toBeDisabled();
});

test("wrong entries are named and passed over", async ({ managedApp }) => {
  const app = await managedApp({
    apiKey: "not a key",
    recordLink: "http://stardex.example/{id}",
    defaultJob: "none",
    lockedSettings: ["defaultJob", "color"],
  });
  const page = await app.openOptions("settings");
  const notice = page.getByRole("status").filter({ hasText: words("org_problems_title") });
  await expect(notice).toContainText('recordLink, lockedSettings: "color"');
  await expect(page.getByText(words("org_key_unusable"))).toBeVisible();
  await expect(page.getByLabel(words("connect_key"))).toBeVisible();
  const job = page.getByRole("group", { name: words("setting_default_job") });
  await expect(job.getByRole("radio", { name: words("setting_default_job_none") })).toBeChecked();
  await expect(job.getByRole("radio", { name: words("setting_default_job_none") })).toBeDisabled();
});

test("a content script cannot read the policy, and with it the key", async ({ managedApp }) => {
  const app = await managedApp({ apiKey: SANDBOX_KEY });
  const profile = await app.visit("https://www.linkedin.com/in/mara-lindqvist-5b81/");
  await app.clickToolbar(profile);
  const worker = await app.worker();
  const seen = await worker.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ url: "https://www.linkedin.com/*" });
    const [frame] = await chrome.scripting.executeScript({
      target: { tabId: tab?.id ?? -1 },
      func: () =>
        chrome.storage.managed.get(null).then(
          (all) => JSON.stringify(all),
          () => "refused",
        ),
    });
    return frame?.result;
  });
  expect(seen).toBe("refused");
});
