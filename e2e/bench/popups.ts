import type { Browser, BrowserContext, CDPSession, Page } from "playwright";
import { extensionIdOf, readManifest } from "../browser/chromium/extension-id.ts";
import { triggerAction } from "../browser/chromium/trigger-action.ts";
import { Target } from "./target.ts";

/** An unpacked extension that is loaded in the browser. */
export interface Extension {
  id: string;
  popupUrl: string;
}

export function extensionAt(dir: string): Extension {
  const id = extensionIdOf(dir);
  return { id, popupUrl: `chrome-extension://${id}/${readManifest(dir).action.default_popup}` };
}

export interface OpenPopup {
  /** Epoch ms of the click on the toolbar button. */
  clickedAt: number;
  target: Target;
  close(): Promise<void>;
}

/** Clicks the extension's toolbar button over `page` and attaches to the popup that opens. */
export async function openPopup(page: Page, extension: Extension): Promise<OpenPopup> {
  const browser = browserOf(page.context());
  const session = await browser.newBrowserCDPSession();
  const arrived = nextPageTarget(session, extension.popupUrl);
  await session.send("Target.setDiscoverTargets", { discover: true });
  const clickedAt = await triggerAction(browser, page, extension.id);
  const targetId = await arrived;
  const target = await Target.attach(session, targetId);
  return {
    clickedAt,
    target,
    async close() {
      const gone = destroyed(session, targetId);
      await session.send("Target.closeTarget", { targetId });
      await gone;
      await session.detach();
    },
  };
}

/** Epoch ms at which the popup showed its filled form. */
export function formFilledAt({ target }: OpenPopup): Promise<number> {
  // On the system's clock, which is Node's too: a page's own clock starts with its process and drifts from it.
  return target.evaluate(`new Promise((resolve) => {
    new PerformanceObserver((list) => {
      const [mark] = list.getEntriesByName("stardex:form-filled");
      if (mark) resolve(Date.now() - performance.now() + mark.startTime);
    }).observe({ type: "mark", buffered: true });
  })`);
}

export function browserOf(context: BrowserContext): Browser {
  const browser = context.browser();
  if (!browser) throw new Error("A persistent context came without its browser");
  return browser;
}

function nextPageTarget(session: CDPSession, url: string): Promise<string> {
  return new Promise((resolve) => {
    session.on("Target.targetInfoChanged", ({ targetInfo }) => {
      if (targetInfo.type === "page" && targetInfo.url.startsWith(url)) resolve(targetInfo.targetId);
    });
  });
}

function destroyed(session: CDPSession, targetId: string): Promise<void> {
  return new Promise((resolve) => {
    session.on("Target.targetDestroyed", (event) => {
      if (event.targetId === targetId) resolve();
    });
  });
}
