/**
 * What pages and the worker read of the saves. Only the worker writes them (worker/queue/store.ts). Nothing
 * here reads everything: one record by its id, or a page of the history by its index.
 */
import { type SaveRecord, type SaveState, saveRecordSchema } from "../model/save.ts";
import { announce, watchChanges } from "./changes.ts";
import { type BrokenSave, type Database, database } from "./database.ts";

/** The format this version writes. */
const SAVE_VERSION = 1;

/** `newer`: written by a later version of the extension. It is left where it is and not shown. */
export type ParsedSave = { record: SaveRecord } | { record?: never; is: "newer" | "broken" };

export function parseSave(value: unknown): ParsedSave {
  const { success, data } = saveRecordSchema.safeParse(value);
  if (success) return { record: data };
  const version =
    typeof value === "object" && value !== null && "version" in value ? value.version : undefined;
  return { is: typeof version === "number" && version > SAVE_VERSION ? "newer" : "broken" };
}

/** Null when there is none, or when it cannot be read: then it is set aside. */
export async function readSave(id: string): Promise<SaveRecord | null> {
  const db = await database();
  const value = await db.getFromIndex("saves", "id", id);
  if (value === undefined) return null;
  return (await readable(db, value)) ?? null;
}

/** Calls `onRecord` with the save now and at every change; null when it is gone. Returns how to stop. */
export function followSave(id: string, onRecord: (record: SaveRecord | null) => void): () => void {
  let isStopped = false;
  let last: Promise<void> = Promise.resolve();
  const read = () => {
    // One after the other: an older reading must not come last.
    last = last.then(async () => {
      const record = await readSave(id).catch(() => undefined);
      if (!isStopped && record !== undefined) onRecord(record);
    });
  };
  const stop = watchChanges((change) => {
    if (change.kind === "everything_forgotten" || (change.kind === "save" && change.id === id)) read();
  });
  read();
  return () => {
    isStopped = true;
    stop();
  };
}

/** The id of each save that is added, changed or removed; null when many changed at once, or all are gone. Returns how to stop. */
export function watchSaves(callback: (id: string | null) => void): () => void {
  return watchChanges((change) => {
    if (change.kind === "save") callback(change.id);
    if (change.kind === "everything_forgotten" || change.kind === "many_saves") callback(null);
  });
}

export interface SavesQuery {
  workspace: string;
  /** Saves a page. */
  limit: number;
  /** `next` of the page before. */
  before?: number;
  /** Only of these states. */
  states?: readonly SaveState[];
  /** Words that name, title and company have to hold, in any case. */
  search?: string;
  /** Only saves that put the person on this job. */
  jobId?: string;
}

export interface SavesPage {
  saves: SaveRecord[];
  /** Where the next page begins; null at the end. */
  next: number | null;
}

/** The saves of a workspace, newest first. */
export async function readSavesPage(query: SavesQuery): Promise<SavesPage> {
  const { workspace, limit, before = Number.POSITIVE_INFINITY, states } = query;
  const db = await database();
  const [state] = states ?? [];
  const isOneState = states?.length === 1 && state !== undefined;
  const { store } = db.transaction("saves");
  let cursor = isOneState
    ? await store
        .index("state")
        .openCursor(IDBKeyRange.bound([workspace, state], [workspace, state, before], true, true), "prev")
    : await store
        .index("workspace")
        .openCursor(IDBKeyRange.bound([workspace], [workspace, before], true, true), "prev");
  const saves: SaveRecord[] = [];
  const broken: unknown[] = [];
  while (cursor) {
    const parsed = parseSave(cursor.value);
    if (parsed.record && isWanted(parsed.record, query)) {
      if (saves.length === limit) break;
      saves.push(parsed.record);
    } else if (!parsed.record && parsed.is === "broken") broken.push(cursor.value);
    cursor = await cursor.continue();
  }
  for (const value of broken) await setAside(db, value);
  return { saves, next: cursor ? (saves.at(-1)?.order ?? null) : null };
}

/** Whether the save is one of those the query asks for, on whatever page. */
export function isWanted({ state, draft }: SaveRecord, { states, search = "", jobId }: SavesQuery): boolean {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const text = [draft.name, draft.currentJobTitle, draft.companyName].join("\n").toLowerCase();
  return (
    (!states || states.includes(state)) &&
    (jobId === undefined || draft.jobs.some(({ job }) => job.id === jobId)) &&
    words.every((word) => text.includes(word))
  );
}

/** How many saves of the workspace are in one of the states; of all states without any. */
export async function countSaves(workspace: string, states?: readonly SaveState[]): Promise<number> {
  const db = await database();
  if (!states)
    return await db.countFromIndex("saves", "workspace", IDBKeyRange.bound([workspace], [workspace, []]));
  const ofState = (state: SaveState) =>
    db.countFromIndex("saves", "state", IDBKeyRange.bound([workspace, state], [workspace, state, []]));
  return (await Promise.all(states.map(ofState))).reduce((sum, count) => sum + count, 0);
}

/** How many saves a later version of the extension has written: they wait for it. */
export async function countNewerSaves(): Promise<number> {
  const db = await database();
  return await db.countFromIndex("saves", "version", IDBKeyRange.lowerBound(SAVE_VERSION, true));
}

/** The saves that could not be read, newest first. */
export async function readBrokenSaves(): Promise<BrokenSave[]> {
  const all = await (await database()).getAll("broken");
  return all.sort((a, b) => b.setAsideAt - a.setAsideAt);
}

/** Calls back when a save was set aside, or one of those was removed. Returns how to stop. */
export function watchBrokenSaves(callback: () => void): () => void {
  return watchChanges(({ kind }) => {
    if (kind === "broken_saves" || kind === "everything_forgotten") callback();
  });
}

async function readable(db: Database, value: unknown): Promise<SaveRecord | undefined> {
  const parsed = parseSave(value);
  if (!parsed.record && parsed.is === "broken") await setAside(db, value);
  return parsed.record;
}

/** Moves a save that cannot be read to those that are shown as such: there it stops nobody. */
export async function setAside(db: Database, value: unknown): Promise<void> {
  const order = typeof value === "object" && value !== null && "order" in value ? value.order : undefined;
  if (typeof order !== "number") return;
  try {
    const transaction = db.transaction(["saves", "broken"], "readwrite");
    const saves = transaction.objectStore("saves");
    const present: unknown = await saves.get(order);
    if (present !== undefined && !parseSave(present).record) {
      const broken = { id: crypto.randomUUID(), setAsideAt: Date.now(), raw: rawText(present) };
      await transaction.objectStore("broken").put(broken);
      await saves.delete(order);
    }
    await transaction.done;
    announce({ kind: "broken_saves" });
  } catch (error) {
    // With a full disk it stays where it is; whoever reads passes it over.
    console.warn("An unreadable save could not be set aside", error);
  }
}

function rawText(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}
