import { type Browser, chromium, type Page } from "playwright";
import { devToolsPort } from "./dev-tools-port.ts";

/**
 * The popup that `open` opens. Playwright ignores the target of an action's popup, which is no page yet
 * when it appears; a connection made afterwards lists it. That connection ends with the popup.
 */
export async function openedPopup(
  browser: Browser,
  profileDir: string,
  url: string,
  open: () => Promise<unknown>,
): Promise<Page> {
  const arrival = await watchForPage(browser, url);
  try {
    await open();
    await arrival.page;
  } finally {
    await arrival.stop();
  }
  const address = `http://127.0.0.1:${await devToolsPort(profileDir)}`;
  // Else it would take the browser's downloads away from the first connection.
  const second = await chromium.connectOverCDP(address, { noDefaults: true });
  const popup = second
    .contexts()
    .flatMap((context) => context.pages())
    .find((page) => page.url().startsWith(url));
  if (!popup) throw new Error("The popup closed before it could be looked at");
  popup.once("close", () => void second.close());
  await popup.waitForLoadState();
  return popup;
}

/** Tells when a new target has become the page of this URL. */
async function watchForPage(browser: Browser, url: string) {
  const session = await browser.newBrowserCDPSession();
  let timer: NodeJS.Timeout | undefined;
  const page = new Promise<void>((resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`The toolbar click opened no ${url}`)), 15_000);
    session.on("Target.targetInfoChanged", ({ targetInfo }) => {
      if (targetInfo.type === "page" && targetInfo.url.startsWith(url)) resolve();
    });
  });
  // Looked at only after the click, which may fail first.
  page.catch(() => {});
  await session.send("Target.setDiscoverTargets", { discover: true });
  return {
    page,
    async stop() {
      clearTimeout(timer);
      await session.detach();
    },
  };
}
