import type { BrowserContext } from "playwright";

/** Ends the whole browser with SIGKILL, as a crash or an empty battery does: nothing of it can react. */
export async function killBrowser(context: BrowserContext): Promise<void> {
  const browser = context.browser();
  if (!browser) throw new Error("A persistent context came without its browser");
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const main = processInfo.find(({ type }) => type === "browser");
  if (!main) throw new Error("The browser does not tell its process");
  const gone = new Promise<void>((resolve) => browser.once("disconnected", () => resolve()));
  process.kill(main.id, "SIGKILL");
  await gone;
}
