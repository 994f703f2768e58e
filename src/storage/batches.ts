/** What pages and the worker read of the batches. Only the worker writes them (worker/batch/batch-store.ts). */
import { type Batch, type BatchCounts, batchParts, batchSchema } from "../model/batch.ts";
import { watchChanges } from "./changes.ts";
import { database } from "./database.ts";

/** The batches of a workspace, newest first. One that cannot be read is passed over: its saves go on as such. */
export async function readBatches(workspace: string): Promise<Batch[]> {
  const db = await database();
  const range = IDBKeyRange.bound([workspace], [workspace, []]);
  const rows: unknown[] = await db.getAllFromIndex("batches", "workspace", range);
  return rows.flatMap((row) => batchSchema.safeParse(row).data ?? []).toReversed();
}

/** How many of the batch's people are where: one count of an index each. */
export async function countBatch({ id, pruned }: Batch): Promise<BatchCounts> {
  const db = await database();
  const counts = { waiting: 0, held: 0, failed: 0, ...pruned };
  for (const part of batchParts) counts[part] += await db.countFromIndex("saves", "batch", [id, part]);
  return counts;
}

/** Calls back when a batch, or a save, has changed. Returns how to stop. */
export function watchBatches(callback: () => void): () => void {
  return watchChanges(({ kind }) => {
    if (kind !== "broken_saves" && kind !== "connection") callback();
  });
}
