/** The three steps after installation, by keyboard alone. */
import type { Page } from "playwright";
import { saying } from "../../browser/form.ts";
import { invented } from "../../browser/invented.ts";
import { expect, test } from "../../browser/test.ts";
import { words } from "../../browser/words.ts";
import { SANDBOX_KEY } from "../../sandbox/start-sandbox.ts";

const stepNamed = (page: Page, key: Parameters<typeof words>[0]) =>
  page.getByRole("listitem").filter({ hasText: words(key) });

/** Tabs on until the button has the focus, then presses it. */
async function pressByKeyboard(page: Page, key: Parameters<typeof words>[0]): Promise<void> {
  const button = page.getByRole("button", { name: words(key), exact: true });
  await expect(async () => {
    await page.keyboard.press("Tab");
    await expect(button).toHoldFocus({ timeout: 100 });
  }).toPass();
  await page.keyboard.press("Enter");
}

test("opens once after installation and leads from the key to the first profile", async ({
  installedApp,
}) => {
  const page = await installedApp.onboarding();
  expect(installedApp.context.pages().filter((one) => one.url() === page.url())).toHaveLength(1);
  await expect(page.getByRole("navigation", { name: "Step 1 of 3" })).toBeVisible();
  await expect(page.getByLabel(words("connect_key"))).toHoldFocus();
  await page.keyboard.type("ats-wrong-key");
  await page.keyboard.press("Enter");
  await expect(saying(page, "problem_unauthorized")).toBeVisible();
  await page.getByLabel(words("connect_key")).fill(SANDBOX_KEY);
  await page.keyboard.press("Enter");

  await expect(page.getByRole("heading", { name: words("onboarding_pin_title") })).toHoldFocus();
  await expect(stepNamed(page, "onboarding_connect")).toContainText(words("onboarding_done_mark"));
  const isOnToolbar = await page.evaluate(async () => (await chrome.action.getUserSettings()).isOnToolbar);
  await expect(saying(page, isOnToolbar ? "onboarding_pinned" : "onboarding_not_pinned")).toBeVisible();
  await pressByKeyboard(page, isOnToolbar ? "onboarding_next" : "onboarding_skip");

  const keys = await page.evaluate(async () => {
    const commands = await chrome.commands.getAll();
    return commands.find(({ name }) => name === "_execute_action")?.shortcut;
  });
  expect(keys).toBe("Ctrl+Shift+E");
  await expect(page.getByText(`Press ${keys}, or click the Stardex button.`)).toBeVisible();
  await pressByKeyboard(page, "onboarding_finish");
  await expect(page.getByRole("heading", { name: words("onboarding_finished_title") })).toHoldFocus();
});

test("a skipped key is named at the end, with the way back to it", async ({ installedApp }) => {
  const page = await installedApp.onboarding();
  await page.getByRole("button", { name: words("onboarding_skip") }).click();
  await page.getByRole("button", { name: /Skip this step|Next/ }).click();
  await page.getByRole("button", { name: words("onboarding_finish") }).click();
  await expect(page.getByRole("heading", { name: words("onboarding_almost_title") })).toBeVisible();
  await expect(stepNamed(page, "onboarding_connect")).not.toContainText(words("onboarding_done_mark"));
  await page.getByRole("button", { name: words("onboarding_connect"), exact: true }).click();
  await expect(page.getByLabel(words("connect_key"))).toHoldFocus();
});

test("opened again by who is connected it begins with the pin", async ({ connectedApp }) => {
  const page = await connectedApp.openOptions("settings");
  await page.getByRole("link", { name: words("onboarding_again") }).click();
  await expect(page.getByRole("heading", { name: words("onboarding_pin_title") })).toBeVisible();
  await page.getByRole("button", { name: words("onboarding_back") }).click();
  await expect(saying(page, "connect_key_end")).toBeVisible();
});

test("nothing of it asks LinkedIn anything", async ({ installedApp, sandbox }) => {
  const page = await installedApp.onboarding();
  await page.getByRole("button", { name: words("onboarding_skip") }).click();
  await page.getByRole("button", { name: /Skip this step|Next/ }).click();
  await page.getByRole("button", { name: words("onboarding_finish") }).click();
  expect(sandbox.pages.requests).toEqual([]);
  await installedApp.visit(invented("classic").url);
  expect(sandbox.pages.requests, "a visit would have been seen").toContain(invented("classic").url);
});
