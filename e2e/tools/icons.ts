/** `npm run icons`: renders docs/store/icon.svg into public/icons, for light and for dark toolbars. */
import { readFileSync } from "node:fs";
import { chromium } from "playwright";
import { findChromium } from "../browser/chromium/find-chromium.ts";

const SOURCE = readFileSync("docs/store/icon.svg", "utf8");
/** The dark one stands in toolbars alone: stores and the list of extensions take the other, at its larger sizes. */
const SIZES = { light: [16, 32, 48, 128], dark: [16, 32] } as const;

const browser = await chromium.launch({
  executablePath: findChromium(),
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
for (const colorScheme of ["light", "dark"] as const) {
  for (const size of SIZES[colorScheme]) {
    const page = await browser.newPage({ viewport: { width: size, height: size }, colorScheme });
    await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${SOURCE}`);
    const name = colorScheme === "light" ? size : `dark-${size}`;
    await page.screenshot({ path: `public/icons/${name}.png`, omitBackground: true });
    await page.close();
  }
}
await browser.close();
