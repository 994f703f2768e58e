/**
 * The script that is injected on the user's click. It leaves one object on the isolated world's `globalThis` and nothing
 * else: no listener, no observer, no timer that outlives a call, nothing in the page. A second injection replaces it.
 */

import type { PageEvidence } from "../linkedin/evidence.ts";
import { findExperience } from "../linkedin/find-experience.ts";
import { findProfile } from "../linkedin/find-profile.ts";
import { createRereader, readSettled } from "./read-settled.ts";

declare global {
  var stardexCapture: {
    /** Reads the profile in this tab; waits, for at most 3 s, while the page is still becoming the URL's. */
    read(): Promise<PageEvidence>;
    /** Reads it once more, as it is now. */
    reread(): PageEvidence;
    /** Scrolls to where Experience is or will be; false where there is no such place. */
    scrollToExperience(): boolean;
  };
}

const readNow = () => findProfile(document, document.URL);

globalThis.stardexCapture = {
  read: () => readSettled(readNow, document),
  reread: createRereader(readNow, document),
  scrollToExperience() {
    const place = findExperience(document);
    // At once: LinkedIn fills a place when it comes into view, and passes over what a smooth scroll flies by.
    place?.scrollIntoView({ block: "start", behavior: "instant" });
    return place !== null;
  },
};
