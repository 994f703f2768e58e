/**
 * Where a Chromium or a Chrome for Testing may be installed. Branded Chrome is not among them: since 137 it
 * ignores `--load-extension`.
 * @returns {string[]}
 */
export function chromiumPlaces() {
  const { LOCALAPPDATA = "", PROGRAMFILES = "" } = process.env;
  return [
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/opt/chrome-for-testing/chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing",
    `${LOCALAPPDATA}\\Chromium\\Application\\chrome.exe`,
    `${PROGRAMFILES}\\Chromium\\Application\\chrome.exe`,
  ];
}
