/**
 * The script that is injected on the user's click. It leaves one function on the isolated world's `globalThis` and nothing
 * else: no listener, no timer, nothing in the page. A second injection replaces the function by itself.
 */
import { readProfile } from "../linkedin/read-profile.ts";
import type { Reading } from "../linkedin/reading.ts";

declare global {
  /** Reads the profile in this tab; waits, for at most 3 s, while the page is still becoming the URL's. */
  var stardexCaptureRead: () => Promise<Reading>;
}

const LONGEST_WAIT_MS = 3000;
/** A look costs some milliseconds. */
const LOOK_EVERY_MS = 150;

/** A page that is on its way: after in-app navigation the old person's card stays for a moment. */
const UNSETTLED = ["still_loading", "other_person_on_page", "unrecognised_layout"];

/** Looks until the page has settled or the time is over. By the clock: what changes can be in a frame, where no observer sees it. */
async function readWhenSettled(): Promise<Reading> {
  const start = performance.now();
  for (;;) {
    const reading = readProfile(document, document.URL);
    if (!UNSETTLED.includes(reading.result) || performance.now() - start >= LONGEST_WAIT_MS) return reading;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

globalThis.stardexCaptureRead = readWhenSettled;
