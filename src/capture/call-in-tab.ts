/** How a script gets into a tab, and its answer out. */
import browser from "webextension-polyfill";

/**
 * Ms before the second to fourth try. Chromium tells the page's process of the click's grant and of the script on
 * two ways, and now and then, on a busy machine, the script comes first: "Cannot access contents of the page" (seen
 * in Chromium 156, about one click in fifty). The try after it was never refused.
 */
const PAUSES = [10, 60, 250];

/**
 * Puts a script into the tab's isolated world and calls the function that it defined there; two calls, because an
 * injected IIFE gives no result. Needs `activeTab` for the tab. Rejects for a page that may not be scripted: the
 * store, a crashed or discarded tab, a page that just went away.
 */
export async function callInTab<Args extends unknown[]>(
  tabId: number,
  script: string,
  call: (...args: Args) => unknown,
  ...args: Args
): Promise<unknown> {
  await inject(tabId, script);
  const [frame] = await browser.scripting.executeScript({
    target: { tabId },
    func: call as () => void,
    args,
  });
  return frame?.result;
}

async function inject(tabId: number, script: string, pauses = PAUSES): Promise<void> {
  try {
    // From the root: Firefox would look beside the calling page.
    await browser.scripting.executeScript({ target: { tabId }, files: [`/${script}`] });
  } catch (error) {
    const [pause, ...more] = pauses;
    if (pause === undefined) throw error;
    await new Promise((resolve) => setTimeout(resolve, pause));
    await inject(tabId, script, more);
  }
}
