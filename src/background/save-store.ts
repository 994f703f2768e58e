/** The saves in storage.local, one item each. Every change is one read-modify-write under a lock. */
import browser from "webextension-polyfill";
import {
  BROKEN_KEY_PREFIX,
  brokenRecordSchema,
  SAVE_KEY_PREFIX,
  type SaveRecord,
  saveRecordSchema,
} from "../save.ts";
import { StoredValueError, storageItem } from "../settings.ts";
import { type QueueEvent, transition } from "./queue-machine.ts";

/** Finished saves kept for the list of recent ones. */
const HISTORY = 200;

/** All saves that can be read, oldest first or not; the others are set aside and stop nobody. */
export async function allSaves(): Promise<SaveRecord[]> {
  const stored = await browser.storage.local.get(null);
  const records: SaveRecord[] = [];
  for (const [key, value] of Object.entries(stored)) {
    if (!key.startsWith(SAVE_KEY_PREFIX)) continue;
    const { success, data } = saveRecordSchema.safeParse(value);
    if (success) records.push(data);
    else await setAside(key, value);
  }
  return records;
}

/** Adds a save behind all others. Rejects when storage is full or refuses: then nothing is accepted. */
export function addSave(record: Omit<SaveRecord, "order">): Promise<void> {
  return exclusively(async () => {
    const last = (await allSaves()).reduce((last, { order }) => Math.max(last, order), 0);
    await itemOf(record.id).set({ ...record, order: last + 1 });
  });
}

/** Applies the event to the save as it is now; undefined when it is gone or the event means nothing to it. */
export function changeSave(id: string, event: QueueEvent): Promise<SaveRecord | undefined> {
  return exclusively(async () => {
    const record = await readSave(id);
    const next = record ? transition(record, event) : undefined;
    if (next) await itemOf(id).set(next);
    return next;
  });
}

/** False when there was none. */
export function removeSave(id: string): Promise<boolean> {
  return exclusively(async () => {
    const exists = (await readSave(id)) !== null;
    if (exists) await itemOf(id).remove();
    return exists;
  });
}

/** Forgets the oldest finished saves beyond the history. */
export async function pruneHistory(records: SaveRecord[]): Promise<void> {
  const finished = records
    .filter((record) => record.state === "saved")
    .sort((a, b) => b.updatedAt - a.updatedAt);
  for (const { id } of finished.slice(HISTORY)) await removeSave(id);
}

function itemOf(id: string) {
  return storageItem(SAVE_KEY_PREFIX + id, saveRecordSchema, null);
}

async function readSave(id: string): Promise<SaveRecord | null> {
  try {
    return await itemOf(id).get();
  } catch (error) {
    if (error instanceof StoredValueError) return null;
    throw error;
  }
}

/**
 * Copied first and removed after: a worker that dies in between leaves both, and never neither. What
 * cannot be copied (storage full) stays where it is.
 */
async function setAside(key: string, value: unknown): Promise<void> {
  const broken = storageItem(BROKEN_KEY_PREFIX + key.slice(SAVE_KEY_PREFIX.length), brokenRecordSchema, null);
  try {
    await broken.set({ version: 1, setAsideAt: Date.now(), raw: JSON.stringify(value) });
    await browser.storage.local.remove(key);
  } catch (error) {
    console.warn("An unreadable save could not be set aside", error);
  }
}

/** A dying worker's lock is released by the browser. */
function exclusively<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks.request("stardex-capture/saves", work);
}
