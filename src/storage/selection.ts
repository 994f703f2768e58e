/** Text that the user selected on a page, on its way to the page that logs it: in no address and no history. */
import browser from "webextension-polyfill";
import * as z from "zod/mini";

/** More than anybody logs; a whole page selected by mistake must not fill the storage. */
const LONGEST = 20_000;

const keyOf = (id: string) => `selection:${id}`;

/** Gives the id to take the text with, as often as its page is reloaded, until the browser closes. */
export async function keepSelection(text: string): Promise<string> {
  const id = crypto.randomUUID();
  await browser.storage.session.set({ [keyOf(id)]: text.slice(0, LONGEST) });
  return id;
}

/** Empty when it is gone. */
export async function takeSelection(id: string): Promise<string> {
  const stored = await browser.storage.session.get(keyOf(id)).catch(() => ({}) as Record<string, unknown>);
  return z.string().safeParse(stored[keyOf(id)]).data ?? "";
}
