/** The extension's side of a reading: put the script into the tab, call it, parse what comes back. */
import { readAddress } from "../linkedin/profile-url.ts";
import type { Reading } from "../linkedin/reading.ts";
import { callInTab } from "./call-in-tab.ts";
import script from "./injected.ts?script&iife";

/** A page that may not be scripted (the store, a crashed or discarded tab, a page that just went away). */
export type TabReading = Reading | { result: "unreachable_page" };

/**
 * Reads the profile in a tab. Needs `activeTab` for it (a click on the toolbar button grants that).
 * Awaits the function's Reading; nothing stays behind that listens.
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
    const reading = await callInTab(tabId, script, () => globalThis.stardexCaptureRead?.());
    const { parseReading } = await schema;
    return parseReading(reading) ?? { result: "unreachable_page" };
  } catch {
    return { result: "unreachable_page" };
  }
}

type Schema = Pick<typeof import("./reading-schema.ts"), "parseReading">;
