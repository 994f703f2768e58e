/** The saves in storage.local, one item each. Every change is one read-modify-write under a lock. */
import browser from "webextension-polyfill";
import * as z from "zod/mini";
import type { Answer } from "../messages.ts";
import { preferences } from "../preferences.ts";
import {
  BROKEN_KEY_PREFIX,
  brokenRecordSchema,
  SAVE_KEY_PREFIX,
  type SaveRecord,
  saveRecordSchema,
} from "../save.ts";
import { StoredValueError, storageItem } from "../settings.ts";
import { type QueueEvent, transition } from "./queue-machine.ts";
import { migrated } from "./save-migration.ts";

/** All saves that can be read, oldest first or not; the others are set aside and stop nobody. */
export async function allSaves(): Promise<SaveRecord[]> {
  const stored = await browser.storage.local.get(null);
  const records: SaveRecord[] = [];
  for (const [key, value] of Object.entries(stored)) {
    if (!key.startsWith(SAVE_KEY_PREFIX)) continue;
    const { success, data } = saveRecordSchema.safeParse(value);
    const record = success ? data : await migrate(key, value);
    if (record) records.push(record);
  }
  return records;
}

const LAST_KEY = "last-save";
const lastOrder = storageItem(LAST_KEY, z.object({ version: z.literal(1), order: z.number() }), null);

/** Adds a save behind all others. Rejects when storage is full or refuses: then nothing is accepted. */
export function addSave(record: Omit<SaveRecord, "order">): Promise<void> {
  return exclusively(async () => {
    const order = (await orderOfLast()) + 1;
    // One write: her click waits for it.
    await browser.storage.local.set({
      [LAST_KEY]: { version: 1, order },
      [SAVE_KEY_PREFIX + record.id]: { ...record, order },
    });
  });
}

/** Kept by itself: reading all saves for each new one would make a long queue slow. */
async function orderOfLast(): Promise<number> {
  const last = await lastOrder.get().catch(() => null);
  return last?.order ?? (await allSaves()).reduce((most, { order }) => Math.max(most, order), 0);
}

/**
 * Applies the event to the save as it is now, and what may follow at once, in one write; undefined when
 * it is gone or the first event means nothing to it.
 */
export function changeSave(
  id: string,
  event: QueueEvent,
  ...further: QueueEvent[]
): Promise<SaveRecord | undefined> {
  return exclusively(async () => {
    const record = await readSave(id);
    const first = record ? transition(record, event) : undefined;
    const next = first && further.reduce((so, event) => transition(so, event) ?? so, first);
    if (next) await itemOf(id).set(next);
    return next;
  });
}

/** False when there was none, or none that `isMeant` accepts. */
export function removeSave(
  id: string,
  isMeant: (record: SaveRecord) => boolean = () => true,
): Promise<boolean> {
  return exclusively(async () => {
    const record = await readSave(id);
    const isFound = record !== null && isMeant(record);
    if (isFound) await itemOf(id).remove();
    return isFound;
  });
}

/** Forgets the oldest finished saves beyond the history its user wants. */
export async function pruneHistory(records: SaveRecord[]): Promise<void> {
  const { historyLength } = await preferences.get();
  const finished = records
    .filter((record) => record.state === "saved")
    .sort((a, b) => b.updatedAt - a.updatedAt);
  for (const { id } of finished.slice(historyLength)) await removeSave(id);
}

/** The records that were set aside, newest first. */
export async function allBroken(): Promise<BrokenRecord[]> {
  const stored = await browser.storage.local.get(null);
  return Object.entries(stored)
    .filter(([key]) => key.startsWith(BROKEN_KEY_PREFIX))
    .map(([key, value]) => {
      const { data } = brokenRecordSchema.safeParse(value);
      const id = key.slice(BROKEN_KEY_PREFIX.length);
      return { id, setAsideAt: data?.setAsideAt ?? 0, raw: data?.raw ?? JSON.stringify(value) };
    })
    .sort((a, b) => b.setAsideAt - a.setAsideAt);
}

/** False when there was none. */
export async function removeBroken(id: string): Promise<boolean> {
  const key = BROKEN_KEY_PREFIX + id;
  const exists = key in (await browser.storage.local.get(key));
  await browser.storage.local.remove(key);
  return exists;
}

type BrokenRecord = Answer<"saves.recent">["broken"][number];

function itemOf(id: string) {
  return storageItem(SAVE_KEY_PREFIX + id, saveRecordSchema, null);
}

/** Null when it is gone, or cannot be read. */
export async function readSave(id: string): Promise<SaveRecord | null> {
  try {
    return await itemOf(id).get();
  } catch (error) {
    if (error instanceof StoredValueError) return null;
    throw error;
  }
}

/** The record in today's format, written back; undefined when it is set aside. */
async function migrate(key: string, value: unknown): Promise<SaveRecord | undefined> {
  const record = migrated(value);
  if (!record) await setAside(key, value);
  // With a full storage it stays as it is, and is read anew at the next start.
  else await browser.storage.local.set({ [key]: record }).catch(() => undefined);
  return record;
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
