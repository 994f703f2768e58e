import browser from "webextension-polyfill";

/**
 * Closes our storage, and the policy that may hold the key, to content scripts. Chromium keeps it over
 * restarts; done at each start all the same, since an older installation may have been open. All areas have
 * it from Chrome 140 on (MDN's browser-compat-data, April 2026): the manifest's minimum. Firefox has it for
 * none of them; there the pasted key is in IndexedDB, out of reach.
 */
export async function closeStorage(): Promise<void> {
  const areas: object[] = [browser.storage.local, browser.storage.managed];
  for (const area of areas) {
    if (hasAccessLevel(area)) await area.setAccessLevel({ accessLevel: "TRUSTED_CONTEXTS" });
  }
}

interface AccessLevel {
  setAccessLevel(options: { accessLevel: "TRUSTED_CONTEXTS" }): Promise<void>;
}

function hasAccessLevel(area: object): area is AccessLevel {
  return "setAccessLevel" in area && typeof area.setAccessLevel === "function";
}
