/** The extension's side of a reading: put the script into the tab, call it, parse what comes back. */
import browser from "webextension-polyfill";
import { readAddress } from "../linkedin/profile-url.ts";
import type { Reading } from "../linkedin/reading.ts";
import script from "./injected.ts?script&iife";

/** A page that may not be scripted (the store, a crashed or discarded tab, a page that just went away). */
export type TabReading = Reading | { result: "unreachable_page" };

/**
 * Reads the profile in a tab. Needs `activeTab` for it (a click on the toolbar button grants that).
 * Two calls, because an injected IIFE gives no result: the first defines the function in the isolated
 * world, the second calls it and awaits its Reading. Nothing stays behind that listens.
 * `schema` may still be loading: a page shows its first frame before it.
 */
export async function readTab(
  tabId: number,
  url: string | undefined,
  schema: Schema | Promise<Schema>,
): Promise<TabReading> {
  // An address that cannot be a profile is not even looked at.
  if (url === undefined || readAddress(url).kind === "other") {
    return { result: "not_a_profile", linkedinUrl: null, report: {} };
  }
  try {
    // From the root: Firefox would look beside the calling page.
    await browser.scripting.executeScript({ target: { tabId }, files: [`/${script}`] });
    const [frame] = await browser.scripting.executeScript({
      target: { tabId },
      func: () => globalThis.stardexCaptureRead?.(),
    });
    const { parseReading } = await schema;
    return parseReading(frame?.result) ?? { result: "unreachable_page" };
  } catch {
    return { result: "unreachable_page" };
  }
}

type Schema = Pick<typeof import("./reading-schema.ts"), "parseReading">;
