// A Firefox for the Firefox test: wished for, not needed.
import { existsSync } from "node:fs";
import { run, say } from "./steps.mjs";

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

/** Where it can be installed without asking, it is. */
export function setUpFirefox() {
  const mayInstall = process.platform === "linux" && process.getuid?.() === 0;
  if (!findFirefox() && mayInstall) {
    say("Firefox: none found, installing firefox-esr with apt-get");
    if (run("apt-get", ["update"])) run("apt-get", ["install", "-y", "firefox-esr"]);
  }
  say(`Firefox: ${findFirefox() ?? "none, so its test is skipped; STARDEX_FIREFOX=/path names one"}`);
}
