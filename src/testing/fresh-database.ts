/** Gives every test an empty IndexedDB. A set-up file of vitest.config.ts. */
import { IDBFactory } from "fake-indexeddb";
import "fake-indexeddb/auto";
import { beforeEach } from "vitest";
import { closeDatabase } from "../storage/database.ts";

beforeEach(() => {
  closeDatabase();
  globalThis.indexedDB = new IDBFactory();
});
