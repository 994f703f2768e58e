/** The extension's side of reading a link's name; `activeTab` comes with the menu's click. */
import * as z from "zod/mini";
import { callInTab } from "./call-in-tab.ts";
import script from "./injected-link.ts?script&iife";

/** Ms for a page to answer. */
const LIMIT = 3000;

const nameSchema = z.nullable(z.string().check(z.minLength(1), z.maxLength(200)));

/** The one name the page in the tab shows for the link; null also for a page that may not be read. */
export async function readLinkName(tabId: number, url: string): Promise<string | null> {
  try {
    const name = await callInTab(
      tabId,
      script,
      LIMIT,
      (link) => globalThis.stardexCaptureLinkName?.(link),
      url,
    );
    return nameSchema.safeParse(name).data ?? null;
  } catch {
    return null;
  }
}
