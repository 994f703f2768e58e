// Makes a fresh machine ready: packages, then a browser. Each step prints one line and is skipped when it is done already.
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { chromiumPlaces } from "./chromium-places.mjs";
import { mustRun, ROOT, run, say } from "./steps.mjs";

export async function setUp() {
  installPackages();
  await findOrInstallBrowser();
}

function installPackages() {
  const installed = join(ROOT, "node_modules/.package-lock.json");
  const isFresh =
    existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(ROOT, "package-lock.json")).mtimeMs;
  if (isFresh) return say("Packages: installed");
  say("Packages: installing with npm ci");
  mustRun("npm", ["ci"]);
}

async function findOrInstallBrowser() {
  const here = await browserHere();
  if (here) return say(`Browser: ${here}`);
  say("Browser: none found, downloading Playwright's Chromium");
  if (run("npx", ["playwright", "install", "chromium"]) && (await browserHere())) return;
  if (process.platform === "linux" && process.getuid?.() === 0) {
    say("Browser: no download, installing chromium with apt-get");
    if (run("apt-get", ["update"]) && run("apt-get", ["install", "-y", "chromium"]) && (await browserHere()))
      return;
  }
  console.error("No browser could be installed. Install Chromium, or name one with STARDEX_CHROMIUM=/path.");
  process.exit(1);
}

/** The browser the tests will take, in the same order as e2e/browser/chromium/find-chromium.ts. */
async function browserHere() {
  const named = process.env.STARDEX_CHROMIUM;
  if (named) {
    if (existsSync(named)) return named;
    console.error(`STARDEX_CHROMIUM names ${named}, which is not there.`);
    process.exit(1);
  }
  const { chromium } = await import("playwright");
  return [...chromiumPlaces(), chromium.executablePath()].find((path) => existsSync(path));
}
