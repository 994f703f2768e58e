/// <reference types="chrome" />
import type { BrowserContext, Page } from "playwright";
import { homeTab } from "./home-tab.ts";
import { stopWorkers } from "./kill-worker.ts";

/**
 * The browser as after the installation, not connected: one tab, no popup, nothing stored, and a service worker
 * that remembers nothing. `base` is the extension's address.
 */
export async function makeFresh(context: BrowserContext, base: string): Promise<void> {
  const page = await homeTab(context, base);
  await closeOthers(page);
  await context.setOffline(false);
  await context.clearPermissions();
  // The worker is stopped first, or it could write something afterwards.
  await page.evaluate(() => chrome.alarms.clearAll());
  await stopWorkers(page);
  await page.evaluate(async () => {
    await chrome.storage.local.clear();
    await chrome.storage.session.clear();
    await new Promise<void>((resolve, reject) => {
      const deletion = indexedDB.deleteDatabase("stardex-capture");
      deletion.onsuccess = () => resolve();
      deletion.onerror = () => reject(deletion.error);
    });
  });
  // The change of the storage wakes the worker, which resets its button.
  await page.waitForFunction(
    async () =>
      (await chrome.action.getPopup({})).endsWith("popup.html") &&
      (await chrome.action.getBadgeText({})) === "",
  );
}

/** Every tab but this one, and an open popup, which Playwright does not list. */
async function closeOthers(page: Page): Promise<void> {
  const others = page
    .context()
    .pages()
    .filter((other) => other !== page);
  await Promise.all(others.map((other) => other.close()));
  const session = await page.context().newCDPSession(page);
  const own = (await session.send("Target.getTargetInfo")).targetInfo.targetId;
  const { targetInfos } = await session.send("Target.getTargets");
  for (const { targetId, type } of targetInfos)
    if (type === "page" && targetId !== own) await session.send("Target.closeTarget", { targetId });
  await session.detach();
}
