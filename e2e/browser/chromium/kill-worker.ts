import type { BrowserContext, Page } from "playwright";
import { homeTab } from "./home-tab.ts";

/** Stops the service worker in the midst of whatever it does; it starts again at the next event. */
export async function killWorker(context: BrowserContext, base: string): Promise<void> {
  // Only a page of the extension sees its worker.
  await stopWorkers(await homeTab(context, base));
}

/** The same, from a page of the extension. */
export async function stopWorkers(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  // Playwright keeps the target of a stopped worker, so its "close" event never comes.
  const stopped = new Promise<void>((resolve) => {
    session.on("ServiceWorker.workerVersionUpdated", ({ versions }) => {
      if (versions.some(({ runningStatus }) => runningStatus === "stopped")) resolve();
    });
  });
  await session.send("ServiceWorker.enable");
  await session.send("ServiceWorker.stopAllWorkers");
  await stopped;
  await session.detach();
}
