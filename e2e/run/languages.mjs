// The words of Debian's Chromium in other languages, for the test that starts it in them: wished for, not needed.
import { existsSync } from "node:fs";
import { installIfAllowed } from "./apt.mjs";

const DEBIANS = "/usr/lib/chromium";

export function setUpLanguages() {
  const isMissing = existsSync(`${DEBIANS}/locales`) && !existsSync(`${DEBIANS}/locales/de.pak`);
  if (isMissing) installIfAllowed("Chromium's languages", ["chromium-l10n"]);
}
