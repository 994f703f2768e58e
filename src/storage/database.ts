/**
 * The extension's IndexedDB: saves, batches, the tray, unsaved edits and rows, the API key and what the worker must know again after it
 * was stopped. A content script cannot reach it, in Firefox too. Values are parsed by whoever reads them.
 */
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Batch, BatchPart } from "../model/batch.ts";
import type { SaveDraft, SaveRecord } from "../model/save.ts";

const NAME = "stardex-capture";
const VERSION = 1;

/** What the indexes of `saves` need beside the record; written by worker/queue/store.ts with each record. */
export interface SaveKeys {
  /**
   * The queue it stands in: its workspace's, or that of its batch, which is taken from when the other is empty. With
   * `dueAt` alone.
   */
  lane?: string;
  /** Epoch ms of the next try. Only of the save that is next for its person: no other may be sent. */
  dueAt?: number;
  /** Epoch ms since when it waits for that; a wait that began in the future shows a clock that was set back. */
  waitsSince?: number;
  /** The profile's address, while the save is not finished. */
  openUrl?: string;
  /** Epoch ms, of a finished save. */
  finishedAt?: number;
  /** Where a row of a batch is. */
  batchPart?: BatchPart;
}

export type SaveRow = SaveRecord & SaveKeys;

/** A person to be saved later, together with others. */
interface TrayEntry {
  workspace: string;
  linkedinUrl: string;
  /** Epoch ms. */
  addedAt: number;
  draft: SaveDraft;
}

interface UnsavedEdits {
  workspace: string;
  linkedinUrl: string;
  /** Epoch ms. */
  editedAt: number;
  /** JSON, as the form's schema describes it. */
  edits: unknown;
}

/** What is kept of a table of people that were not sent yet. */
interface PeopleTable {
  workspace: string;
  name: string;
  /** Epoch ms. */
  editedAt: number;
  /** JSON, as the table's schema describes it. */
  content: unknown;
}

/** A save that could not be read; `raw` is its text. `setAsideAt`: epoch ms. */
export interface BrokenSave {
  id: string;
  setAsideAt: number;
  raw: string;
}

export interface Schema extends DBSchema {
  /** Keyed by `order`, which the database assigns: the place in the queue. */
  saves: {
    key: number;
    value: SaveRow;
    indexes: {
      id: string;
      /** [lane, dueAt] */
      due: [string, number];
      /** [lane, waitsSince] */
      waiting: [string, number];
      /** [workspace, openUrl, order] */
      open: [string, string, number];
      /** [workspace, order] */
      workspace: [string, number];
      /** [workspace, state, order] */
      state: [string, string, number];
      finishedAt: number;
      /** [batch.id, batchPart] */
      batch: [string, string];
      version: number;
    };
  };
  batches: {
    key: string;
    value: Batch;
    indexes: {
      /** [workspace, createdAt] */
      workspace: [string, number];
      state: string;
    };
  };
  tray: { key: [string, string]; value: TrayEntry };
  tables: { key: [string, string]; value: PeopleTable };
  broken: { key: string; value: BrokenSave };
  edits: {
    key: [string, string];
    value: UnsavedEdits;
    indexes: { editedAt: number };
  };
  /** By name: `own` is the pasted key, `policy` what Stardex said of the one an administrator has set. */
  connection: { key: string; value: unknown };
  /** What the worker has to know at its next start, by name. */
  worker: { key: string; value: unknown };
}

export type Database = IDBPDatabase<Schema>;

let opened: Promise<Database> | undefined;

/** Opened once; again after the browser or another version has closed it. Rejects when the browser refuses. */
export function database(): Promise<Database> {
  opened ??= open().catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

/** The next caller opens it anew. */
export function closeDatabase(): void {
  void opened?.then((db) => db.close());
  opened = undefined;
}

async function open(): Promise<Database> {
  const db = await openPresent();
  // Somebody deletes or upgrades it: holding on would block them for ever.
  db.addEventListener("versionchange", () => {
    opened = undefined;
    db.close();
  });
  db.addEventListener("close", () => {
    opened = undefined;
  });
  return db;
}

/** After a downgrade the database is of a newer version: it is used as it is, for nothing in it may be lost. */
async function openPresent(): Promise<Database> {
  try {
    return await openDB<Schema>(NAME, VERSION, { upgrade: create });
  } catch (error) {
    if (error instanceof DOMException && error.name === "VersionError") return await openDB<Schema>(NAME);
    throw error;
  }
}

function create(db: Database): void {
  const saves = db.createObjectStore("saves", { keyPath: "order", autoIncrement: true });
  saves.createIndex("id", "id", { unique: true });
  saves.createIndex("due", ["lane", "dueAt"]);
  saves.createIndex("waiting", ["lane", "waitsSince"]);
  saves.createIndex("open", ["workspace", "openUrl", "order"]);
  saves.createIndex("workspace", ["workspace", "order"]);
  saves.createIndex("state", ["workspace", "state", "order"]);
  saves.createIndex("finishedAt", "finishedAt");
  saves.createIndex("batch", ["batch.id", "batchPart"]);
  saves.createIndex("version", "version");
  const batches = db.createObjectStore("batches", { keyPath: "id" });
  batches.createIndex("workspace", ["workspace", "createdAt"]);
  batches.createIndex("state", "state");
  db.createObjectStore("tray", { keyPath: ["workspace", "linkedinUrl"] });
  db.createObjectStore("tables", { keyPath: ["workspace", "name"] });
  db.createObjectStore("broken", { keyPath: "id" });
  const edits = db.createObjectStore("edits", { keyPath: ["workspace", "linkedinUrl"] });
  edits.createIndex("editedAt", "editedAt");
  db.createObjectStore("connection");
  db.createObjectStore("worker");
}
