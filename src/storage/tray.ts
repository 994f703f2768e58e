/** What pages read of the tray. Only the worker writes it (worker/batch/tray.ts). */
import { type SaveDraft, saveDraftSchema } from "../model/save.ts";
import { watchChanges } from "./changes.ts";
import { database } from "./database.ts";

/** The people in the tray of a workspace, newest first; who cannot be read is passed over. */
export async function readTray(workspace: string): Promise<SaveDraft[]> {
  const db = await database();
  const entries = await db.getAll("tray", IDBKeyRange.bound([workspace], [workspace, []]));
  return entries
    .sort((a, b) => b.addedAt - a.addedAt)
    .flatMap(({ draft }) => saveDraftSchema.safeParse(draft).data ?? []);
}

/** Calls back when somebody was added or removed. Returns how to stop. */
export function watchTray(callback: () => void): () => void {
  return watchChanges(({ kind }) => {
    if (kind === "tray" || kind === "everything_forgotten") callback();
  });
}
