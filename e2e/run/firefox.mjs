// A Firefox for the Firefox test: wished for, not needed.
import { existsSync } from "node:fs";
import { installIfAllowed } from "./apt.mjs";
import { say } from "./steps.mjs";

/** The Firefox named by STARDEX_FIREFOX, or an installed one; undefined when there is none. */
export function findFirefox() {
  const { STARDEX_FIREFOX, PROGRAMFILES = "" } = process.env;
  if (STARDEX_FIREFOX) return STARDEX_FIREFOX;
  return [
    "/usr/bin/firefox-esr",
    "/usr/bin/firefox",
    "/Applications/Firefox.app/Contents/MacOS/firefox",
    `${PROGRAMFILES}\\Mozilla Firefox\\firefox.exe`,
  ].find((path) => existsSync(path));
}

export function setUpFirefox() {
  if (!findFirefox()) installIfAllowed("Firefox", ["firefox-esr"]);
  say(`Firefox: ${findFirefox() ?? "none, so its test is skipped; STARDEX_FIREFOX=/path names one"}`);
}
