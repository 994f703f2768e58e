/**
 * The one writer of saves. Every change is one transaction over all it rests on, so that several tabs, windows
 * and worker starts at once leave it right. Beside each record stand the keys of its indexes: of the saves of one
 * person only one is due, the one that has begun or else the oldest.
 */
import type { IDBPObjectStore } from "idb";
import type { SaveRecord } from "../../model/save.ts";
import { announce } from "../../storage/changes.ts";
import { type Database, database, type SaveKeys, type SaveRow, type Schema } from "../../storage/database.ts";
import { parseSave, setAside } from "../../storage/saves.ts";
import { connectionIn, readPolicyKey, type StoredConnection } from "../key/connection.ts";
import { fieldsOf, withoutLookUp } from "./plan.ts";
import { dueAtOf, isUnderway } from "./timing.ts";
import { type QueueEvent, transition } from "./transitions.ts";

type NewSave = Omit<SaveRecord & { state: "waiting" }, "order" | "workspace">;

/** `null`: no key is in use. */
export type Accepted = { record: SaveRecord } | { record?: never; connection: StoredConnection | null };

/** Both null: it was added, or removed. */
type OnChange = (before: SaveRecord | null, after: SaveRecord | null) => void;

export type SaveStore = ReturnType<typeof createSaveStore>;

const everything = (...prefix: string[]) => IDBKeyRange.bound(prefix, [...prefix, []]);

export function createSaveStore(onChange: OnChange) {
  function tell(before: SaveRecord | null, after: SaveRecord | null): void {
    const id = after?.id ?? before?.id;
    if (id !== undefined) announce({ kind: "save", id });
    onChange(before, after);
  }

  async function addOnce(save: NewSave, workspace: string | null): Promise<Accepted> {
    const policy = await readPolicyKey();
    const db = await database();
    const transaction = db.transaction(["saves", "connection"], "readwrite", { durability: "strict" });
    const connection = await connectionIn(policy, (name) => transaction.objectStore("connection").get(name));
    if (!connection || (workspace !== null && connection.workspace !== workspace)) return { connection };
    const store = transaction.objectStore("saves");
    const placed = { ...save, workspace: connection.workspace };
    const others = await readUnderway(store, placed);
    // Behind another save of the person, the form's look-up is older than what that one will have sent.
    const draft = others.length > 0 ? withoutLookUp(placed.draft) : placed.draft;
    const { order: _assigned, ...row } = { ...placed, draft, order: 0 };
    // The database assigns the order: no two saves have the same, whoever adds them.
    const order = await store.add(row as SaveRow);
    const record: SaveRecord = { ...placed, draft, order };
    await putInOrder(store, record, others);
    await transaction.done;
    return { record };
  }

  return {
    /**
     * Accepts a save under the key in use, which has to be that of `workspace`, if one is given. Rejects when
     * the database refuses: then nothing is accepted. With a full disk finished saves make room first.
     */
    async addSave(save: NewSave, workspace: string | null): Promise<Accepted> {
      const accepted = await addOnce(save, workspace).catch(async (error: unknown) => {
        if (!isFull(error)) throw error;
        await pruneFinished(0);
        return await addOnce(save, workspace);
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

    /** False when there was none, or none that `isMeant` accepts. */
    async removeSave(id: string, isMeant: (record: SaveRecord) => boolean = () => true): Promise<boolean> {
      const db = await database();
      const transaction = db.transaction(["saves"], "readwrite");
      const saves = transaction.objectStore("saves");
      const record = parseSave(await saves.index("id").get(id)).record;
      if (!record || !isMeant(record)) return false;
      await saves.delete(record.order);
      await keepOrder(saves, record);
      await transaction.done;
      tell(record, null);
      return true;
    },

    /** The next save to work on; undefined when none is due. Those that cannot be read are passed over. */
    async nextDue(workspace: string, now: number): Promise<SaveRecord | undefined> {
      const db = await database();
      const due = await firstIn(db, "due", IDBKeyRange.bound([workspace], [workspace, now]));
      // A wait that began in the future is over: the clock was set back since.
      return (
        due ?? (await firstIn(db, "waiting", IDBKeyRange.bound([workspace, now], [workspace, []], true)))
      );
    },

    /** Epoch ms at which the next one is due that is not yet. */
    async nextDueAt(workspace: string, now: number): Promise<number | undefined> {
      const db = await database();
      const range = IDBKeyRange.bound([workspace, now], [workspace, []], true);
      const cursor = await db.transaction("saves").store.index("due").openKeyCursor(range);
      return cursor?.key[1];
    },

    /** Ids of the saves that wait for a time to come. */
    async waitingIds(workspace: string, now: number): Promise<string[]> {
      const db = await database();
      const rows = await db.getAllFromIndex(
        "saves",
        "due",
        IDBKeyRange.bound([workspace, now], [workspace, []], true),
      );
      return rows.map(({ id }) => id);
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
      return (await db.countFromIndex("saves", "due", everything(workspace))) > 0;
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
    const transaction = db.transaction("saves", "readwrite");
    const ids: string[] = [];
    let cursor = await transaction.store.index("finishedAt").openCursor();
    for (let n = 0; cursor && n < excess; n += 1) {
      ids.push(cursor.value.id);
      await cursor.delete();
      cursor = await cursor.continue();
    }
    await transaction.done;
    for (const id of ids) announce({ kind: "save", id });
  }
}

/** The store of saves in a transaction, whatever else that is over. */
type WritableSaves = IDBPObjectStore<Schema, ("connection" | "saves")[], "saves", "readwrite">;

/** The saves of the person that go on by themselves, those that can be read. */
async function readUnderway(
  store: WritableSaves,
  { workspace, draft }: Pick<SaveRecord, "workspace" | "draft">,
): Promise<SaveRow[]> {
  const rows = await store.index("open").getAll(everything(workspace, draft.linkedinUrl));
  return rows.filter((row) => {
    const { record } = parseSave(row);
    return record !== undefined && isUnderway(record);
  });
}

/** Writes the record; of its person's saves under way, `others`, the next one gets its turn. */
async function putInOrder(
  store: WritableSaves,
  record: SaveRecord,
  others: SaveRow[],
  before?: SaveRecord,
): Promise<void> {
  const rest = others.filter(({ id }) => id !== record.id);
  const first = firstOf(isUnderway(record) ? [...rest, record] : rest);
  await store.put({ ...record, ...keysOf(record, record === first) });
  for (const row of rest) {
    const isFirst = row === first;
    const hasNews = isFirst && record.state === "saved" && before?.state !== "saved" && !record.draft.touch;
    if (isFirst === (row.dueAt !== undefined) && !hasNews) continue;
    const { record: other } = parseSave(row);
    if (!other) continue;
    const next = hasNews ? { ...other, earlier: fieldsOf(record.draft) } : other;
    await store.put({ ...next, ...keysOf(next, isFirst) });
  }
}

/** The same when a save has left its person's queue. */
async function keepOrder(store: WritableSaves, { workspace, draft }: SaveRecord): Promise<void> {
  const rows = await readUnderway(store, { workspace, draft });
  const first = firstOf(rows);
  for (const row of rows) {
    const { record } = parseSave(row);
    if (record && (row === first) !== (row.dueAt !== undefined))
      await store.put({ ...record, ...keysOf(record, row === first) });
  }
}

/** One that has begun goes on; else the oldest goes first, or older words would overwrite newer ones. */
function firstOf<T extends SaveRecord>(records: T[]): T | undefined {
  return records.toSorted((a, b) => Number(hasBegun(b)) - Number(hasBegun(a)) || a.order - b.order)[0];
}

function hasBegun(record: SaveRecord): boolean {
  const isPastFirstCall = record.steps.some(({ kind, done }) => done && kind !== "check");
  return record.state === "sending" || record.state === "in_doubt" || isPastFirstCall;
}

function keysOf(record: SaveRecord, isNext: boolean): SaveKeys {
  if (record.state === "saved") return { finishedAt: record.updatedAt };
  const dueAt = isNext ? dueAtOf(record) : undefined;
  return {
    openUrl: record.draft.linkedinUrl,
    ...(dueAt !== undefined && { dueAt, waitsSince: record.updatedAt }),
  };
}

async function firstIn(
  db: Database,
  name: "due" | "waiting",
  range: IDBKeyRange,
): Promise<SaveRecord | undefined> {
  const broken: unknown[] = [];
  let found: SaveRecord | undefined;
  let cursor = await db.transaction("saves").store.index(name).openCursor(range);
  while (cursor && !found) {
    const parsed = parseSave(cursor.value);
    if (parsed.record) found = parsed.record;
    else if (parsed.is === "broken") broken.push(cursor.value);
    if (!found) cursor = await cursor.continue();
  }
  for (const value of broken) await setAside(db, value);
  return found;
}

function isFull(error: unknown): boolean {
  return error instanceof Error && error.name === "QuotaExceededError";
}
