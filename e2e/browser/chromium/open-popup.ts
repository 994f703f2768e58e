import { type Browser, chromium, type Page } from "playwright";
import { devToolsPort } from "./dev-tools-port.ts";

/**
 * The popup that `open` opens. Playwright ignores its target, which is no page yet when it appears, on any
 * connection that is open at that time. A new connection lists it; it takes about 60 ms and ends with the popup.
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
  // Without it, downloads would go to this connection instead of the first.
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
  // Awaited only after the click; if that fails, nobody awaits it.
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
