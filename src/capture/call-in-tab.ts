/** How a script gets into a tab, and its answer out. */
import browser from "webextension-polyfill";

/**
 * Ms before the second to fourth try. Chromium tells the page's process of the click's grant and of the script on
 * two ways, and now and then, on a busy machine, the script comes first: "Cannot access contents of the page" (seen
 * in Chromium 156, about one click in fifty). The try after it was never refused.
 */
const PAUSES = [10, 60, 250];

/** The tab did not answer in time: its page is busy, or about to go. */
export class TabTimeout extends Error {}

/**
 * Puts a script into the tab's isolated world and calls the function that it defined there; two calls, because an
 * injected IIFE gives no result. Needs `activeTab` for the tab. Rejects for a page that may not be scripted (the
 * store, a crashed or discarded tab, a page that just went away), and with `TabTimeout` after `limit` ms.
 */
export async function callInTab<Args extends unknown[]>(
  tabId: number,
  script: string,
  limit: number,
  call: (...args: Args) => unknown,
  ...args: Args
): Promise<unknown> {
  return within(
    limit,
    inject(tabId, script).then(() => execute(tabId, call, args)),
  );
}

/** Calls a function that an earlier `callInTab` left there; undefined where it is gone. Rejects as `callInTab` does. */
export async function callAgain<Args extends unknown[]>(
  tabId: number,
  limit: number,
  call: (...args: Args) => unknown,
  ...args: Args
): Promise<unknown> {
  return within(limit, execute(tabId, call, args));
}

/**
 * `injectImmediately`: without it the browser waits until the page's own HTML has streamed in and its scripts have run, without end
 * where one of them hangs. Seen: a fully visible profile, and no answer after 40 s.
 */
async function execute<Args extends unknown[]>(
  tabId: number,
  call: (...args: Args) => unknown,
  args: Args,
): Promise<unknown> {
  const [frame] = await browser.scripting.executeScript({
    target: { tabId },
    injectImmediately: true,
    func: call as () => void,
    args,
  });
  return frame?.result;
}

async function inject(tabId: number, script: string, pauses = PAUSES): Promise<void> {
  try {
    // From the root: Firefox would look beside the calling page.
    await browser.scripting.executeScript({
      target: { tabId },
      injectImmediately: true,
      files: [`/${script}`],
    });
  } catch (error) {
    const [pause, ...more] = pauses;
    if (pause === undefined) throw error;
    await new Promise((resolve) => setTimeout(resolve, pause));
    await inject(tabId, script, more);
  }
}

async function within<T>(limit: number, answer: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new TabTimeout()), limit);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
