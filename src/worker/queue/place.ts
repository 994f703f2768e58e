/**
 * Where a save stands: the keys of its indexes beside the record. Of the saves of one person only one is due, the
 * one that has begun or else the oldest; and it is due in one lane, its workspace's or its batch's.
 */
import type { IDBPObjectStore } from "idb";
import { batchPartOf } from "../../model/batch.ts";
import type { PersonFields, SaveIn, SaveRecord } from "../../model/save.ts";
import type { SaveKeys, SaveRow, Schema } from "../../storage/database.ts";
import { parseSave } from "../../storage/saves.ts";
import { batchLane, everything } from "./due.ts";
import { fieldsOf } from "./plan.ts";
import { dueAtOf, isUnderway } from "./transitions/timing.ts";

/** The store of saves in a transaction, whatever else that is over. */
export type WritableSaves = IDBPObjectStore<
  Schema,
  ("batches" | "connection" | "saves" | "worker")[],
  "saves",
  "readwrite"
>;

/** The saves of the person that go on by themselves, those that can be read. */
export async function readUnderway(
  store: WritableSaves,
  { workspace, draft }: Pick<SaveRecord, "workspace" | "draft">,
): Promise<SaveRow[]> {
  const rows = await store.index("open").getAll(everything(workspace, draft.linkedinUrl));
  return rows.filter((row) => {
    const { record } = parseSave(row);
    return record !== undefined && isUnderway(record);
  });
}

/** Adds the save behind `others`, its person's. The database assigns the order: no two saves have the same. */
export async function addInOrder(
  store: WritableSaves,
  save: Omit<SaveIn<"waiting">, "order">,
  others: SaveRow[],
): Promise<SaveRecord> {
  const last: SaveRecord = { ...save, order: Number.POSITIVE_INFINITY };
  const all = [...others, last];
  const first = firstOf(all);
  const { order: _unassigned, ...row } = { ...last, ...keysOf(last, last === first, all) };
  const order = await store.add(row as SaveRow);
  await moveOthers(store, others, all, null);
  return { ...save, order };
}

/** Writes the record; of its person's saves under way, `others`, the next one gets its turn. */
export async function putInOrder(
  store: WritableSaves,
  record: SaveRecord,
  others: SaveRow[],
  before?: SaveRecord,
): Promise<void> {
  const rest = others.filter(({ id }) => id !== record.id);
  const all = isUnderway(record) ? [...rest, record] : rest;
  const first = firstOf(all);
  await store.put({ ...record, ...keysOf(record, record === first, all) });
  const hasNews = record.state === "saved" && before?.state !== "saved" && !record.draft.touch;
  await moveOthers(store, rest, all, hasNews ? fieldsOf(record.draft) : null);
}

/** Those whose place has changed; the one whose turn it is hears of the `news`, if there are any. */
async function moveOthers(
  store: WritableSaves,
  others: SaveRow[],
  all: SaveRecord[],
  news: PersonFields | null,
): Promise<void> {
  const first = firstOf(all);
  for (const row of others) {
    const isFirst = row === first;
    if (isInPlace(row, isFirst, all) && !(isFirst && news)) continue;
    const { record } = parseSave(row);
    if (!record) continue;
    const next = isFirst && news ? { ...record, earlier: news } : record;
    await store.put({ ...next, ...keysOf(next, isFirst, all) });
  }
}

/** The same when a save has left its person's queue. */
export async function keepOrder(store: WritableSaves, { workspace, draft }: SaveRecord): Promise<void> {
  const rows = await readUnderway(store, { workspace, draft });
  const first = firstOf(rows);
  for (const row of rows) {
    const { record } = parseSave(row);
    if (record && !isInPlace(row, row === first, rows))
      await store.put({ ...record, ...keysOf(record, row === first, rows) });
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

/** `ofPerson`: all of the person's saves that go on by themselves, this one too. */
function keysOf(record: SaveRecord, isNext: boolean, ofPerson: SaveRecord[]): SaveKeys {
  const part = record.batch && { batchPart: batchPartOf(record) };
  if (record.state === "saved") return { finishedAt: record.updatedAt, ...part };
  const dueAt = isNext ? dueAtOf(record) : undefined;
  return {
    openUrl: record.draft.linkedinUrl,
    ...part,
    ...(dueAt !== undefined && { lane: laneOf(record, ofPerson), dueAt, waitsSince: record.updatedAt }),
  };
}

function isInPlace(row: SaveRow, isNext: boolean, ofPerson: SaveRecord[]): boolean {
  return isNext ? row.dueAt !== undefined && row.lane === laneOf(row, ofPerson) : row.dueAt === undefined;
}

/** A row of a batch waits with the others, unless a save that is none waits behind it: that one goes first. */
function laneOf({ batch, workspace }: SaveRecord, ofPerson: SaveRecord[]): string {
  const isOfBatch = (record: Pick<SaveRecord, "batch">) => record.batch !== null && !record.batch.goesFirst;
  return batch && !batch.goesFirst && ofPerson.every(isOfBatch) ? batchLane(batch.id) : workspace;
}
