import { existsSync } from "node:fs";

/** The Firefox named by STARDEX_FIREFOX, or an installed one; undefined when there is none. */
export function findFirefox(): string | undefined {
  const named = process.env.STARDEX_FIREFOX;
  if (named) return named;
  const { PROGRAMFILES = "" } = process.env;
  return [
    "/usr/bin/firefox-esr",
    "/usr/bin/firefox",
    "/Applications/Firefox.app/Contents/MacOS/firefox",
    `${PROGRAMFILES}\\Mozilla Firefox\\firefox.exe`,
  ].find((path) => existsSync(path));
}
