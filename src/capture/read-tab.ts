/** The extension's side of a reading: put the script into the tab, call it, parse what comes back. */
import { readAddress } from "../linkedin/profile-url.ts";
import type { Reading } from "../linkedin/reading.ts";
import { callAgain, callInTab, TabTimeout } from "./call-in-tab.ts";
import script from "./injected.ts?script&iife";

/**
 * `unreachable_page`: it may not be scripted (the store, a crashed or discarded tab, a page that just went away). `page_busy`: it did not
 * answer in time; looking again may help, reloading does.
 */
export type TabReading = Reading | { result: "unreachable_page" | "page_busy" };

/** Ms. The page's own wait is 3 s at most; a page whose process is blocked answers nothing at all. */
const READ_LIMIT = 6000;
const REREAD_LIMIT = 2000;

/**
 * Reads the profile in a tab, as it is, also while it streams in. Needs `activeTab` for it (a click on the toolbar button grants that).
 * Awaits the function's Reading for up to 6 s; nothing stays behind that listens. Never rejects.
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
    const reading = await callInTab(tabId, script, READ_LIMIT, () => globalThis.stardexCapture?.read());
    const { parseReading } = await schema;
    return parseReading(reading) ?? { result: "unreachable_page" };
  } catch (error) {
    return { result: error instanceof TabTimeout ? "page_busy" : "unreachable_page" };
  }
}

/**
 * Reads the tab once more with the script `readTab` left there: one look, no wait in the page, a few milliseconds. For the second-by-second
 * reading while a field is missing or guessed. Null where the script is gone (the page was reloaded) or the page did not answer; ask
 * `readTab` then, or wait. The person may have changed meanwhile: compare `linkedinUrl`. Never rejects.
 */
export async function rereadTab(tabId: number, schema: Schema | Promise<Schema>): Promise<Reading | null> {
  try {
    const reading = await callAgain(tabId, REREAD_LIMIT, () => globalThis.stardexCapture?.reread());
    const { parseReading } = await schema;
    return parseReading(reading);
  } catch {
    return null;
  }
}

/**
 * Scrolls the profile in the tab to Experience, or to where LinkedIn will fill it in. Only when the user clicks the button that says so,
 * and not where the setting `allowScroll` is off. Needs a `readTab` before it. Whether there was somewhere to scroll; never rejects.
 */
export async function scrollToExperience(tabId: number): Promise<boolean> {
  try {
    return (
      (await callAgain(tabId, REREAD_LIMIT, () => globalThis.stardexCapture?.scrollToExperience())) === true
    );
  } catch {
    return false;
  }
}

type Schema = Pick<typeof import("./reading-schema.ts"), "parseReading">;
