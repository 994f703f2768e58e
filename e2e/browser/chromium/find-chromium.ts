import { existsSync } from "node:fs";
import { chromium } from "playwright";
import { chromiumPlaces } from "../../run/chromium-places.mjs";

/** The path of a Chromium that loads extensions: the one named by STARDEX_CHROMIUM, an installed one, Playwright's. */
export function findChromium(): string {
  const named = process.env.STARDEX_CHROMIUM;
  if (named) return named;
  const found = [...chromiumPlaces(), chromium.executablePath()].find((path) => existsSync(path));
  if (!found)
    throw new Error("No Chromium found: `npm test` and `npm start` install one, STARDEX_CHROMIUM names one");
  return found;
}
