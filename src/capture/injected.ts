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
/** A busy page mutates hundreds of times a second; a look at it costs some milliseconds. */
const LOOK_EVERY_MS = 150;

/** A page that is on its way: after in-app navigation the old person's card stays for a moment. */
function isUnsettled({ result }: Reading): boolean {
  return ["still_loading", "other_person_on_page", "unrecognised_layout"].includes(result);
}

/** Looks when the page changes, until it has settled or the time is over. */
async function readWhenSettled(): Promise<Reading> {
  const look = () => readProfile(document, location.href);
  const first = look();
  if (!isUnsettled(first)) return first;
  return new Promise((resolve) => {
    let pending: ReturnType<typeof setTimeout> | undefined;
    const finish = (reading: Reading) => {
      observer.disconnect();
      clearTimeout(pending);
      clearTimeout(deadline);
      resolve(reading);
    };
    const lookAgain = () => {
      pending = undefined;
      const reading = look();
      if (!isUnsettled(reading)) finish(reading);
    };
    const observer = new MutationObserver(() => {
      pending ??= setTimeout(lookAgain, LOOK_EVERY_MS);
    });
    const deadline = setTimeout(() => finish(look()), LONGEST_WAIT_MS);
    observer.observe(document, {
      subtree: true,
      childList: true,
      attributeFilter: ["href", "componentkey"],
    });
  });
}

globalThis.stardexCaptureRead = readWhenSettled;
