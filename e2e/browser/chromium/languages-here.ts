import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { findChromium } from "./find-chromium.ts";

/** Why the browser cannot be started in this language here, or null. */
export function notSpokenBecause(language: string): string | null {
  if (process.platform !== "linux") return "elsewhere than on Linux the system decides on the language";
  const words = `locales/${language.replace("_", "-")}.pak`;
  // Debian starts it by a script in another folder.
  const folders = [dirname(findChromium()), "/usr/lib/chromium"];
  const isThere = folders.some((folder) => existsSync(join(folder, words)));
  return isThere ? null : `this Chromium has no ${words}: on Debian it is in the package chromium-l10n`;
}
