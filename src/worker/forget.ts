/** "Forget everything": all this browser holds of ours, but for what an administrator has set by policy. */
import browser from "webextension-polyfill";
import { announce } from "../storage/changes.ts";
import { database } from "../storage/database.ts";

export async function clearStorage(): Promise<void> {
  const db = await database();
  const names = [...db.objectStoreNames];
  const transaction = db.transaction(names, "readwrite", { durability: "strict" });
  await Promise.all(names.map((name) => transaction.objectStore(name).clear()));
  await transaction.done;
  await browser.storage.session.clear();
  await browser.storage.local.clear();
  await browser.alarms.clearAll();
  announce({ kind: "everything_forgotten" });
  announce({ kind: "connection" });
}
