/**
 * The toolbar icon, light or dark as the browser's colors need it. Firefox chooses from its manifest. Chromium has
 * no key for that, forgets the icon when it ends, and its worker does not know the colors: our pages do, and what
 * they saw last is drawn again when the browser starts.
 */
import browser from "webextension-polyfill";
import * as z from "zod/mini";
import { storageItem } from "../storage/storage-item.ts";

const toolbar = storageItem("toolbar", z.object({ version: z.literal(1), isDark: z.boolean() }), null);

/** What was seen last; light when nothing was, or when it cannot be read any more. */
async function wasDark(): Promise<boolean> {
  const seen = await toolbar.get().catch(() => null);
  return seen?.isDark ?? false;
}

async function draw(isDark: boolean): Promise<void> {
  const prefix = isDark ? "dark-" : "";
  // From the root: the worker would look for them beside its own file.
  await browser.action.setIcon({
    path: { 16: `/icons/${prefix}16.png`, 32: `/icons/${prefix}32.png` },
  });
}

export async function drawToolbarIcon(): Promise<void> {
  if (await wasDark()) await draw(true);
}

/** Of a page: follows the colors until the returned function is called. */
export function followColors(): () => void {
  if (browser.runtime.getManifest().action?.theme_icons) return () => undefined;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  // Only a convenience: the next page tries again.
  const follow = () => void take(dark.matches).catch(() => undefined);
  follow();
  dark.addEventListener("change", follow);
  return () => dark.removeEventListener("change", follow);
}

async function take(isDark: boolean): Promise<void> {
  if ((await wasDark()) === isDark) return;
  await draw(isDark);
  await toolbar.set({ version: 1, isDark });
}
