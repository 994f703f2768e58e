/**
 * The one writer of saves. Every change is one transaction over all it rests on, so that several tabs, windows
 * and worker starts at once leave it right. Where each stands in the queue is in place.ts.
 */
import { type Batch, batchSchema } from "../../model/batch.ts";
import type { SaveRecord } from "../../model/save.ts";
import { announce } from "../../storage/changes.ts";
import { database, type SaveRow } from "../../storage/database.ts";
import { parseSave } from "../../storage/saves.ts";
import { connectionIn, readPolicyKey, type StoredConnection } from "../key/connection.ts";
import { batchLanes, dueAfter, everything, firstDue } from "./due.ts";
import { addInOrder, keepOrder, putInOrder, readUnderway, type WritableSaves } from "./place.ts";
import { withoutLookUp } from "./plan.ts";
import { endRestIn } from "./rest.ts";
import type { QueueEvent } from "./transitions/events.ts";
import { transition } from "./transitions/transitions.ts";

export type NewSave = Omit<SaveRecord & { state: "waiting" }, "order" | "workspace">;

/** `null`: no key is in use. */
export type Accepted = { record: SaveRecord } | { record?: never; connection: StoredConnection | null };

/** Both null: it was added, or removed. */
type OnChange = (before: SaveRecord | null, after: SaveRecord | null) => void;

export type SaveStore = ReturnType<typeof createSaveStore>;

/** Adds the save behind those of its person. */
export async function addInPlace(
  store: WritableSaves,
  placed: NewSave & { workspace: string },
): Promise<SaveRecord> {
  const others = await readUnderway(store, placed);
  // Behind another save of the person, the form's look-up is older than what that one will have sent.
  const draft = others.length > 0 ? withoutLookUp(placed.draft) : placed.draft;
  return await addInOrder(store, { ...placed, draft }, others);
}

export function createSaveStore(onChange: OnChange) {
  function tell(before: SaveRecord | null, after: SaveRecord | null): void {
    const id = after?.id ?? before?.id;
    if (id !== undefined) announce({ kind: "save", id });
    onChange(before, after);
  }

  async function addOnce(
    save: NewSave,
    workspace: string | null,
    onBegun: (() => void) | undefined,
  ): Promise<Accepted> {
    const policy = await readPolicyKey();
    const db = await database();
    const transaction = db.transaction(["saves", "connection", "worker"], "readwrite", {
      durability: "strict",
    });
    onBegun?.();
    const [connection] = await Promise.all([
      connectionIn(policy, (name) => transaction.objectStore("connection").get(name)),
      // A user who acts does not wait for the rest after the last failure.
      endRestIn(transaction.objectStore("worker")),
    ]);
    if (!connection || (workspace !== null && connection.workspace !== workspace)) return { connection };
    const store = transaction.objectStore("saves");
    const record = await addInPlace(store, { ...save, workspace: connection.workspace });
    await transaction.done;
    return { record };
  }

  return {
    /**
     * Accepts a save under the key in use, which has to be that of `workspace`, if one is given. Rejects when
     * the database refuses: then nothing is accepted. With a full disk finished saves make room first. Whoever
     * reads the saves after `onBegun` waits for this one: the database does their transactions in order.
     */
    async addSave(save: NewSave, workspace: string | null, onBegun?: () => void): Promise<Accepted> {
      const accepted = await addOnce(save, workspace, onBegun).catch(async (error: unknown) => {
        if (!isFull(error)) throw error;
        await pruneFinished(0);
        return await addOnce(save, workspace, onBegun);
      });
      if (accepted.record) tell(null, accepted.record);
      return accepted;
    },

    /**
     * Applies the event to the save as it is now, and what may follow at once; undefined when it is gone or the
     * first event means nothing to it. What says that a request goes out survives a power cut.
     */
    async changeSave(
      id: string,
      event: QueueEvent,
      ...further: QueueEvent[]
    ): Promise<SaveRecord | undefined> {
      const isSend = [event, ...further].some(({ type }) => type === "send");
      const db = await database();
      const transaction = db.transaction(["saves"], "readwrite", {
        durability: isSend ? "strict" : "relaxed",
      });
      const saves = transaction.objectStore("saves");
      const before = parseSave(await saves.index("id").get(id)).record;
      const first = before && transition(before, event);
      if (!before || !first) return undefined;
      const after = further.reduce((record, next) => transition(record, next) ?? record, first);
      await putInOrder(saves, after, await readUnderway(saves, before), before);
      if (after.workspace !== before.workspace) await keepOrder(saves, after);
      await transaction.done;
      tell(before, after);
      return after;
    },

    /** Gives what was removed; null when there was none, or none that `isMeant` accepts. */
    async removeSave(
      id: string,
      isMeant: (record: SaveRecord) => boolean = () => true,
    ): Promise<SaveRecord | null> {
      const db = await database();
      const transaction = db.transaction(["saves"], "readwrite");
      const saves = transaction.objectStore("saves");
      const record = parseSave(await saves.index("id").get(id)).record;
      if (!record || !isMeant(record)) return null;
      await saves.delete(record.order);
      await keepOrder(saves, record);
      await transaction.done;
      tell(record, null);
      return record;
    },

    /** The next save to work on that is no row of a batch; undefined when none is due. */
    async nextDue(workspace: string, now: number): Promise<SaveRecord | undefined> {
      return await firstDue(await database(), workspace, now);
    },

    /** The next row of a batch that is not paused, of the oldest one first. */
    async nextOfBatches(workspace: string, now: number): Promise<SaveRecord | undefined> {
      const db = await database();
      for (const lane of await batchLanes(db, workspace)) {
        const record = await firstDue(db, lane, now);
        if (record) return record;
      }
      return undefined;
    },

    /** Epoch ms at which the next one is due that is not yet. */
    async nextDueAt(workspace: string, now: number): Promise<number | undefined> {
      return await dueAfter(await database(), workspace, now);
    },

    /** The same of the rows of batches. */
    async nextOfBatchesAt(workspace: string, now: number): Promise<number | undefined> {
      const db = await database();
      const lanes = await batchLanes(db, workspace);
      const times = await Promise.all(lanes.map((lane) => dueAfter(db, lane, now)));
      const known = times.filter((time) => time !== undefined);
      return known.length === 0 ? undefined : Math.min(...known);
    },

    /** Ids of the saves that wait for a time to come. */
    async waitingIds(workspace: string, now: number): Promise<string[]> {
      const db = await database();
      const lanes = [workspace, ...(await batchLanes(db, workspace))];
      const rows = await Promise.all(
        lanes.map((lane) =>
          db.getAllFromIndex("saves", "due", IDBKeyRange.bound([lane, now], [lane, []], true)),
        ),
      );
      return rows.flat().map(({ id }) => id);
    },

    /** The newest save of the profile that is not finished; what was only done with the person is none. */
    async openSave(workspace: string, linkedinUrl: string): Promise<SaveRecord | null> {
      const db = await database();
      const index = db.transaction("saves").store.index("open");
      let cursor = await index.openCursor(everything(workspace, linkedinUrl), "prev");
      while (cursor) {
        const { record } = parseSave(cursor.value);
        if (record && !record.draft.touch) return record;
        cursor = await cursor.continue();
      }
      return null;
    },

    /** How many unfinished saves each key has. */
    async countOpen(): Promise<{ workspace: string; count: number }[]> {
      const db = await database();
      const index = db.transaction("saves").store.index("open");
      const counts: { workspace: string; count: number }[] = [];
      let cursor = await index.openKeyCursor();
      while (cursor) {
        const [workspace] = cursor.key;
        counts.push({ workspace, count: await index.count(everything(workspace)) });
        cursor = await index.openKeyCursor(IDBKeyRange.lowerBound([workspace, []]));
      }
      return counts;
    },

    /** Whether a save of the workspace would go on by itself. */
    async hasUnderway(workspace: string): Promise<boolean> {
      const db = await database();
      for (const lane of [workspace, ...(await batchLanes(db, workspace))]) {
        if ((await db.countFromIndex("saves", "due", everything(lane))) > 0) return true;
      }
      return false;
    },

    /** Ids of the unfinished saves of a workspace. */
    async openIds(workspace: string): Promise<string[]> {
      const db = await database();
      const rows = await db.getAllFromIndex("saves", "open", everything(workspace));
      return rows.map(({ id }) => id);
    },

    pruneFinished,

    /** False when there was none. */
    async removeBroken(id: string): Promise<boolean> {
      const db = await database();
      const exists = (await db.count("broken", id)) > 0;
      await db.delete("broken", id);
      announce({ kind: "broken_saves" });
      return exists;
    },
  };

  /** Forgets the oldest finished saves but for the given number. */
  async function pruneFinished(kept: number): Promise<void> {
    const db = await database();
    const excess = (await db.countFromIndex("saves", "finishedAt")) - kept;
    if (excess <= 0) return;
    const transaction = db.transaction(["saves", "batches"], "readwrite");
    const pruned: SaveRow[] = [];
    let cursor = await transaction.objectStore("saves").index("finishedAt").openCursor();
    for (let n = 0; cursor && n < excess; n += 1) {
      pruned.push(cursor.value);
      await cursor.delete();
      cursor = await cursor.continue();
    }
    const batches = transaction.objectStore("batches");
    for (const id of new Set(pruned.flatMap(({ batch }) => batch?.id ?? []))) {
      const batch = batchSchema.safeParse(await batches.get(id)).data;
      if (batch) await batches.put(withPruned(batch, pruned));
    }
    await transaction.done;
    for (const { id } of pruned) announce({ kind: "save", id });
  }
}

/** What the history keeps no more still counts for its batch. */
function withPruned(batch: Batch, rows: SaveRow[]): Batch {
  const count = (part: "added" | "known") =>
    batch.pruned[part] + rows.filter((row) => row.batch?.id === batch.id && row.batchPart === part).length;
  return { ...batch, pruned: { added: count("added"), known: count("known") } };
}

function isFull(error: unknown): boolean {
  return error instanceof Error && error.name === "QuotaExceededError";
}
