/** The extension's side of reading a link's name; `activeTab` comes with the menu's click. */
import browser from "webextension-polyfill";
import * as z from "zod/mini";
import script from "./injected-link.ts?script&iife";

const nameSchema = z.nullable(z.string().check(z.minLength(1), z.maxLength(200)));

/** The one name the page in the tab shows for the link; null also for a page that may not be read. */
export async function readLinkName(tabId: number, url: string): Promise<string | null> {
  try {
    await browser.scripting.executeScript({ target: { tabId }, files: [script] });
    const [frame] = await browser.scripting.executeScript({
      target: { tabId },
      func: (link: string) => globalThis.stardexCaptureLinkName?.(link),
      args: [url],
    });
    return nameSchema.safeParse(frame?.result).data ?? null;
  } catch {
    return null;
  }
}
