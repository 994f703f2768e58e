/** The least a worker can be that has the libraries ours has: it loads them, uses each once, and answers. */
import { openDB } from "idb";
import browser from "webextension-polyfill";
import * as z from "zod/mini";

const messageSchema = z.object({ type: z.string() });

browser.runtime.onMessage.addListener(async (message: unknown) => {
  const db = await openDB("empty", 1, { upgrade: (created) => void created.createObjectStore("one") });
  return { isMessage: messageSchema.safeParse(message).success, stored: await db.get("one", "key") };
});
