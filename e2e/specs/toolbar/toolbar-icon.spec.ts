/// <reference types="chrome" />
/** The icon that the toolbar really shows, on a light and on a dark one. */
import { missingForDesktop, startDesktop } from "../../browser/desktop.ts";
import { invented } from "../../browser/invented.ts";
import { launch } from "../../browser/launch.ts";
import { expect, test } from "../../browser/test.ts";

const missing = missingForDesktop();
test.skip(missing !== null, `No real screen here (${missing})`);

const LIGHT = "#2347c5";
const DARK = "#92b0ff";

test("the icon follows the colors a page of ours sees, and the worker draws it again without one", async ({
  sandbox,
}) => {
  const desktop = await startDesktop();
  const app = await launch({ sandbox, headless: false, pinned: true });
  const page = await app.onboarding();
  const shown = () => desktop.buttonColor(page);
  await expect.poll(shown).toBe(LIGHT);
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(shown).toBe(DARK);
  await page.emulateMedia({ colorScheme: "light" });
  await expect.poll(shown).toBe(LIGHT);
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(shown).toBe(DARK);

  await page.goto("about:blank");
  const worker = await app.worker();
  // What the browser has forgotten when it starts anew.
  await worker.evaluate(() => chrome.action.setIcon({ path: "/icons/16.png" }));
  await expect.poll(shown).toBe(LIGHT);
  await app.killWorker();
  await page.goto(invented("classic").url);
  await expect.poll(shown).toBe(DARK);

  await app.close();
  await desktop.stop();
});
