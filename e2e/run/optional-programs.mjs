// What some tests need and the others can do without. Debian's packages are installed as root on Linux; elsewhere the
// tests that need a missing one are skipped and say so.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { run, say } from "./steps.mjs";

/**
 * @param {string} what For the line that says so.
 * @param {string[]} packages
 */
function installIfAllowed(what, packages) {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return;
  say(`${what}: installing ${packages.join(", ")} with apt-get`);
  if (run("apt-get", ["update"])) run("apt-get", ["install", "-y", ...packages]);
}

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

/** For the tests of shortcuts, menus and dialogs: the programs that are not installed. */
export function missingDesktopPrograms() {
  return ["Xvfb", "xdotool"].filter((name) => spawnSync("which", [name]).status !== 0);
}

export function setUpDesktop() {
  if (process.platform !== "linux")
    return say("Desktop: none, Xvfb is for Linux only; its tests are skipped");
  if (missingDesktopPrograms().length > 0) installIfAllowed("Desktop", ["xvfb", "xdotool"]);
  const missing = missingDesktopPrograms();
  say(missing.length === 0 ? "Desktop: Xvfb" : `Desktop: no ${missing.join(", ")}, so its tests are skipped`);
}

/** Debian's Chromium has its other languages in a package of their own. */
export function setUpLanguages() {
  const folder = "/usr/lib/chromium/locales";
  const isMissing = existsSync(folder) && !existsSync(`${folder}/de.pak`);
  if (isMissing) installIfAllowed("Chromium's languages", ["chromium-l10n"]);
}
