/**
 * People who were pasted or corrected and not sent yet, as our pages keep them: one entry a table under one key, so
 * that another firm's key does not see them. It is personal data that nobody may come back to: it goes after 30 days.
 */
import type * as z from "zod/mini";
import { database } from "./database.ts";

/** Ms. */
const LIFETIME = 30 * 24 * 60 * 60_000;

export interface KeptTable<T> {
  content: T;
  /** Epoch ms. */
  editedAt: number;
}

/** `name`: of the table; `schema`: of what is kept of it, and what does not fit it is not read. */
export function peopleTable<T>(name: string, schema: z.ZodMiniType<T>, now: () => number = Date.now) {
  return {
    /** Null when there is none, or none that can be read. Rejects when storage does. */
    async read(workspace: string): Promise<KeptTable<T> | null> {
      const db = await database();
      const stored = await db.get("tables", [workspace, name]);
      if (!stored) return null;
      const { data } = schema.safeParse(stored.content);
      if (data !== undefined && now() - stored.editedAt <= LIFETIME)
        return { content: data, editedAt: stored.editedAt };
      await db.delete("tables", [workspace, name]);
      return null;
    },

    /** In the place of what was kept before; the same once more is no change. Rejects when storage does. */
    async write(workspace: string, content: T): Promise<void> {
      const db = await database();
      const transaction = db.transaction("tables", "readwrite");
      const stored = await transaction.store.get([workspace, name]);
      if (JSON.stringify(stored?.content) !== JSON.stringify(content))
        await transaction.store.put({ workspace, name, editedAt: now(), content });
      await transaction.done;
    },

    async forget(workspace: string): Promise<void> {
      const db = await database();
      await db.delete("tables", [workspace, name]);
    },
  };
}
