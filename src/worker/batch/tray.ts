/** The tray: people the user collects, to be sent together later. Nothing is looked up or sent from here. */
import type { SaveDraft } from "../../model/save.ts";
import { announce } from "../../storage/changes.ts";
import { database } from "../../storage/database.ts";
import { storedConnection } from "../key/connection.ts";

/** The newer reading of a person takes the place of the older. False without a key; rejects when storage does. */
export async function addToTray(draft: SaveDraft, now: number): Promise<boolean> {
  const connection = await storedConnection();
  if (!connection) return false;
  const { workspace } = connection;
  const db = await database();
  await db.put("tray", { workspace, linkedinUrl: draft.linkedinUrl, addedAt: now, draft });
  announce({ kind: "tray" });
  return true;
}

/** False without a key. */
export async function removeFromTray(linkedinUrls: readonly string[]): Promise<boolean> {
  const connection = await storedConnection();
  if (!connection) return false;
  const db = await database();
  const transaction = db.transaction("tray", "readwrite");
  for (const linkedinUrl of linkedinUrls) await transaction.store.delete([connection.workspace, linkedinUrl]);
  await transaction.done;
  announce({ kind: "tray" });
  return true;
}
