/** The one writer of batches, and of their rows where many change at once: each change is one transaction. */
import { type Batch, batchSchema } from "../../model/batch.ts";
import type { SaveRecord } from "../../model/save.ts";
import { announce } from "../../storage/changes.ts";
import { type Database, database } from "../../storage/database.ts";
import { parseSave } from "../../storage/saves.ts";
import { connectionIn, readPolicyKey, type StoredConnection } from "../key/connection.ts";
import { keepOrder, putInOrder, readUnderway } from "../queue/place.ts";
import { addInPlace, type NewSave } from "../queue/store.ts";
import { isUntouched } from "../queue/transitions/states.ts";

/** Finished batches that stay to be seen. */
const KEPT = 20;

type Started = { batch: Batch } | { batch?: never; connection: StoredConnection | null };

/**
 * Accepts all the saves as rows of a new batch, or none. `workspace`: of the key the rows were chosen under. Rejects
 * when the database refuses.
 */
export async function addBatch(
  saves: readonly NewSave[],
  name: string | null,
  workspace: string | null,
  now: number,
): Promise<Started> {
  const policy = await readPolicyKey();
  const db = await database();
  const transaction = db.transaction(["saves", "connection", "batches"], "readwrite", {
    durability: "strict",
  });
  const connection = await connectionIn(policy, (key) => transaction.objectStore("connection").get(key));
  if (!connection || (workspace !== null && connection.workspace !== workspace)) return { connection };
  const batch: Batch = {
    version: 1,
    id: crypto.randomUUID(),
    workspace: connection.workspace,
    name,
    createdAt: now,
    state: "running",
    total: saves.length,
    pruned: { added: 0, known: 0 },
    endedAt: null,
  };
  await transaction.objectStore("batches").put(batch);
  const store = transaction.objectStore("saves");
  for (const save of saves) {
    const place = { id: batch.id, goesFirst: false };
    await addInPlace(store, { ...save, workspace: batch.workspace, batch: place });
  }
  await transaction.done;
  announce({ kind: "many_saves" });
  announce({ kind: "batch", id: batch.id });
  await pruneBatches(db, batch.workspace);
  return { batch };
}

async function pruneBatches(db: Database, workspace: string): Promise<void> {
  const range = IDBKeyRange.bound([workspace], [workspace, []]);
  const old = (await db.getAllFromIndex("batches", "workspace", range)).toReversed().slice(KEPT);
  for (const { id, endedAt } of old) if (endedAt !== null) await db.delete("batches", id);
}

/** False when it is gone, or over. */
export async function setBatchState(id: string, to: "running" | "paused"): Promise<boolean> {
  const db = await database();
  const transaction = db.transaction("batches", "readwrite");
  const batch = batchSchema.safeParse(await transaction.store.get(id)).data;
  const isGoingOn = batch?.state === "running" || batch?.state === "paused";
  if (batch && isGoingOn) await transaction.store.put({ ...batch, state: to });
  await transaction.done;
  announce({ kind: "batch", id });
  return isGoingOn;
}

/** Drops what has not been sent. A row of which something was sent goes on by itself to its end. */
export async function stopBatch(id: string, now: number): Promise<boolean> {
  const db = await database();
  const transaction = db.transaction(["saves", "batches"], "readwrite");
  const batches = transaction.objectStore("batches");
  const batch = batchSchema.safeParse(await batches.get(id)).data;
  if (batch) {
    await batches.put({ ...batch, state: "stopped", endedAt: batch.endedAt ?? now });
    const store = transaction.objectStore("saves");
    for (const row of await store.index("batch").getAll([id, "waiting"])) {
      const { record } = parseSave(row);
      if (!record?.batch) continue;
      if (isUntouched(record)) {
        await store.delete(record.order);
        await keepOrder(store, record);
      } else {
        const alone: SaveRecord = { ...record, batch: { ...record.batch, goesFirst: true } };
        await putInOrder(store, alone, await readUnderway(store, record));
      }
    }
  }
  await transaction.done;
  announce({ kind: "many_saves" });
  announce({ kind: "batch", id });
  return batch !== undefined;
}

/** Takes it off the list; not while rows of it wait for their turn. */
export async function forgetBatch(id: string): Promise<boolean> {
  const db = await database();
  const transaction = db.transaction(["saves", "batches"], "readwrite");
  const waiting = await transaction.objectStore("saves").index("batch").count([id, "waiting"]);
  if (waiting === 0) await transaction.objectStore("batches").delete(id);
  await transaction.done;
  announce({ kind: "batch", id });
  return waiting === 0;
}

/** Marks those of which nothing waits any more, and gives them. */
export async function endBatches(now: number): Promise<Batch[]> {
  const db = await database();
  const ended: Batch[] = [];
  for (const state of ["running", "paused"]) {
    for (const { id } of await db.getAllFromIndex("batches", "state", state)) {
      const transaction = db.transaction(["saves", "batches"], "readwrite");
      const waiting = await transaction.objectStore("saves").index("batch").count([id, "waiting"]);
      const batch = batchSchema.safeParse(await transaction.objectStore("batches").get(id)).data;
      if (batch && waiting === 0) {
        const over: Batch = { ...batch, state: "ended", endedAt: now };
        await transaction.objectStore("batches").put(over);
        ended.push(over);
      }
      await transaction.done;
    }
  }
  for (const { id } of ended) announce({ kind: "batch", id });
  return ended;
}
