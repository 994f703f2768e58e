import { existsSync } from "node:fs";
import { chromium } from "playwright";

/** Branded Chrome is not among them: since 137 it ignores `--load-extension`. */
const USUAL_PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/snap/bin/chromium",
  "/opt/chrome-for-testing/chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing",
  `${process.env.LOCALAPPDATA}\\Chromium\\Application\\chrome.exe`,
  `${process.env.PROGRAMFILES}\\Chromium\\Application\\chrome.exe`,
];

/** The path of a Chromium that loads extensions: the one named by STARDEX_CHROMIUM, an installed one, Playwright's. */
export function findChromium(): string {
  const named = process.env.STARDEX_CHROMIUM;
  if (named) return named;
  const found = [...USUAL_PLACES, chromium.executablePath()].find((path) => existsSync(path));
  if (!found)
    throw new Error("No Chromium found: `npm test` and `npm start` install one, STARDEX_CHROMIUM names one");
  return found;
}
