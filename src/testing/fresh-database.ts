/** Gives every test an empty IndexedDB, and every test file its own channel of changes. A set-up file of vite.config.ts. */
import { threadId } from "node:worker_threads";
import { IDBFactory } from "fake-indexeddb";
import "fake-indexeddb/auto";
import { beforeEach } from "vitest";
import { closeDatabase } from "../storage/database.ts";

beforeEach(() => {
  closeDatabase();
  globalThis.indexedDB = new IDBFactory();
});

const { BroadcastChannel } = globalThis;

// Node's channels reach all threads of the process: test files that run at once would hear each other's changes.
globalThis.BroadcastChannel = class extends BroadcastChannel {
  constructor(name: string) {
    super(`${name} ${threadId}`);
  }
};
