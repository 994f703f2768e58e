/** The saves in storage.local, one item each. Every change is one read-modify-write under a lock. */
import browser from "webextension-polyfill";
import * as z from "zod/mini";
import {
  BROKEN_KEY_PREFIX,
  brokenRecordSchema,
  SAVE_KEY_PREFIX,
  type SaveRecord,
  saveRecordSchema,
} from "../../model/save.ts";
import type { Answer } from "../../protocol/messages.ts";
import { settings } from "../../settings/settings.ts";
import { StoredValueError, storageItem } from "../../storage/storage-item.ts";
import { isUnderway } from "./queue-order.ts";
import { migrated } from "./save-migration.ts";
import { type QueueEvent, transition } from "./transitions.ts";

const LAST_KEY = "last-save";
const lastOrder = storageItem(LAST_KEY, z.object({ version: z.literal(1), order: z.number() }), null);

export type NewSave = Omit<SaveRecord, "order">;

/**
 * The one who writes saves. In memory it holds only what a new save needs to know of the others; a worker
 * that is started anew reads that from storage first.
 */
export function createSaveStore() {
  /** By id. Noted before a save is stored as such, dropped only after: who asks never misses one. */
  const underway = new Map<string, SaveRecord>();
  let order = 0;
  let reading: Promise<void> | undefined;

  /** Resolves when the memory holds what was stored before this worker. */
  function ready(): Promise<void> {
    reading ??= exclusively(readAll).catch((error: unknown) => {
      reading = undefined;
      throw error;
    });
    return reading;
  }

  async function readAll(): Promise<void> {
    const [last, saves] = await Promise.all([orderOfLast(), unfinishedSaves()]);
    order = last;
    for (const record of saves.filter(isUnderway)) underway.set(record.id, record);
  }

  async function write(record: SaveRecord, beside: Record<string, unknown> = {}): Promise<void> {
    if (isUnderway(record)) underway.set(record.id, record);
    await browser.storage.local.set({ [SAVE_KEY_PREFIX + record.id]: record, ...beside });
    if (!isUnderway(record)) underway.delete(record.id);
  }

  /** False when there was none, or none that `isMeant` accepts. */
  function removeSave(id: string, isMeant: (record: SaveRecord) => boolean = () => true): Promise<boolean> {
    return exclusively(async () => {
      const record = await readSave(id);
      const isFound = record !== null && isMeant(record);
      if (isFound) {
        await itemOf(id).remove();
        underway.delete(id);
      }
      return isFound;
    });
  }

  return {
    ready,

    /** Gives a save its place behind all others: in the order of the presses, whatever is done for each until it is stored. */
    async place(save: NewSave): Promise<SaveRecord> {
      await ready();
      order += 1;
      const record = { ...save, order };
      underway.set(record.id, record);
      return record;
    },

    /** Whether an earlier save of her is under way: in storage, or about to be. */
    isBehindAnother({ order, workspace, draft }: SaveRecord): boolean {
      return [...underway.values()].some(
        (other) =>
          other.order < order &&
          other.workspace === workspace &&
          other.draft.linkedinUrl === draft.linkedinUrl,
      );
    },

    /**
     * Stores a save that has its place, with what may follow at once, in one write: her click waits for it. No
     * lock: nobody else knows of it yet. Rejects when storage is full or refuses: then nothing is accepted.
     */
    async addSave(placed: SaveRecord, ...events: QueueEvent[]): Promise<SaveRecord> {
      const record = after(placed, events);
      // Of two writes at once either may be the last: both tell the highest place.
      await write(record, { [LAST_KEY]: { version: 1, order } });
      return record;
    },

    /** Takes its place from a save that could not be stored: none of hers waits behind it. */
    giveUp({ id }: SaveRecord): void {
      underway.delete(id);
    },

    /**
     * Applies the event to the save as it is now, and what may follow at once, in one write; undefined when
     * it is gone or the first event means nothing to it.
     */
    changeSave(id: string, event: QueueEvent, ...further: QueueEvent[]): Promise<SaveRecord | undefined> {
      return exclusively(async () => {
        const record = await readSave(id);
        const first = record ? transition(record, event) : undefined;
        const next = first && after(first, further);
        if (next) await write(next);
        return next;
      });
    },

    removeSave,

    /** Forgets the oldest finished saves beyond the history its user wants. */
    async pruneHistory(records: SaveRecord[]): Promise<void> {
      const { historyLength } = await settings.get();
      const finished = records
        .filter((record) => record.state === "saved")
        .sort((a, b) => b.updatedAt - a.updatedAt);
      for (const { id } of finished.slice(historyLength)) await removeSave(id);
    },
  };
}

/** What means nothing to it by then is passed over. */
function after(record: SaveRecord, events: QueueEvent[]): SaveRecord {
  return events.reduce((so, event) => transition(so, event) ?? so, record);
}

/** Kept by itself: reading all saves for it would make a long history slow. */
async function orderOfLast(): Promise<number> {
  const last = await lastOrder.get().catch(() => null);
  return last?.order ?? (await allSaves()).reduce((most, { order }) => Math.max(most, order), 0);
}

/** All saves that can be read, oldest first or not; the others are set aside and stop nobody. */
export function allSaves(): Promise<SaveRecord[]> {
  return storedSaves(() => true);
}

/** The same without those that Stardex has: a long history costs nothing. */
export function unfinishedSaves(): Promise<SaveRecord[]> {
  return storedSaves((value) => !isFinishedSchema.safeParse(value).success);
}

const isFinishedSchema = z.object({ state: z.literal("saved") });

async function storedSaves(isWanted: (value: unknown) => boolean): Promise<SaveRecord[]> {
  const stored = await browser.storage.local.get(null);
  const records: SaveRecord[] = [];
  for (const [key, value] of Object.entries(stored)) {
    if (!key.startsWith(SAVE_KEY_PREFIX) || !isWanted(value)) continue;
    const { success, data } = saveRecordSchema.safeParse(value);
    const record = success ? data : await migrate(key, value);
    if (record) records.push(record);
  }
  return records;
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
