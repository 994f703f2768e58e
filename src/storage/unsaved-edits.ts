/**
 * What was edited in a form and not saved yet, one entry a profile under one key: another firm's key does not
 * see it. It is personal data that nobody may come back to, so it goes after 30 days, and beyond 100 entries.
 */
import type * as z from "zod/mini";
import { database } from "./database.ts";

/** Ms. */
const LIFETIME = 30 * 24 * 60 * 60_000;
const MOST = 100;

/** `schema`: of the form's edits; what does not fit it is not read. `linkedinUrl` in its canonical form. */
export function unsavedEdits<T>(schema: z.ZodMiniType<T>, now: () => number = Date.now) {
  return {
    /** Null when there are none, or none that can be read. Rejects when storage does. */
    async read(workspace: string, linkedinUrl: string): Promise<T | null> {
      const db = await database();
      const stored = await db.get("edits", [workspace, linkedinUrl]);
      if (!stored || isExpired(stored.editedAt, now())) return null;
      return schema.safeParse(stored.edits).data ?? null;
    },

    /** Keeps the edits in the place of earlier ones. Rejects when storage does. */
    async write(workspace: string, linkedinUrl: string, edits: T): Promise<void> {
      const db = await database();
      // By itself: the page may be closed at the next moment, and what is not committed by then is lost.
      await db.put("edits", { workspace, linkedinUrl, editedAt: now(), edits });
      const transaction = db.transaction("edits", "readwrite");
      // A clock that was set back leaves entries in the future; the oldest go all the same.
      const byAge = transaction.store.index("editedAt");
      const excess = (await byAge.count()) - MOST;
      let cursor = await byAge.openCursor();
      for (let n = 0; cursor && (n < excess || isExpired(cursor.value.editedAt, now())); n += 1) {
        await cursor.delete();
        cursor = await cursor.continue();
      }
      await transaction.done;
    },

    async forget(workspace: string, linkedinUrl: string): Promise<void> {
      const db = await database();
      await db.delete("edits", [workspace, linkedinUrl]);
    },
  };
}

function isExpired(editedAt: number, now: number): boolean {
  return now - editedAt > LIFETIME;
}
