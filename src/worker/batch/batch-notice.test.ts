import { beforeEach, describe, expect, test, vi } from "vitest";
import browser from "webextension-polyfill";
import { type Batch, type BatchPart, batchParts } from "../../model/batch.ts";
import { settings } from "../../settings/settings.ts";
import { database } from "../../storage/database.ts";
import { someSave } from "../../testing/saves.ts";
import { testBrowser } from "../../testing/test-browser.ts";
import { createTestLocks } from "../../testing/test-locks.ts";
import { notifyOfEnd } from "./batch-notice.ts";
import { endBatches } from "./batch-store.ts";

vi.mock("webextension-polyfill", () => import("../../testing/test-browser.ts"));

const batch: Batch = {
  version: 1,
  id: "b1",
  workspace: "0123456789abcdef",
  name: "CFO",
  createdAt: 1,
  state: "running",
  total: 5,
  pruned: { added: 0, known: 0 },
  endedAt: null,
};

/** So many rows of each kind. */
async function put(counts: Partial<Record<BatchPart, number>>, more: Partial<Batch> = {}): Promise<void> {
  const db = await database();
  await db.put("batches", { ...batch, ...more });
  let order = 0;
  for (const part of batchParts) {
    for (let n = 0; n < (counts[part] ?? 0); n += 1) {
      order += 1;
      const place = { id: batch.id, goesFirst: false };
      await db.put("saves", { ...someSave({ id: `s${order}`, order, batch: place }), batchPart: part });
    }
  }
}

/** As the worker does when nothing is left to send. */
async function notifyOfAll(): Promise<void> {
  for (const ended of await endBatches(9)) await notifyOfEnd(ended);
}

beforeEach(async () => {
  testBrowser.reset();
  vi.restoreAllMocks();
  vi.stubGlobal("navigator", { locks: createTestLocks() });
  await settings.change({ notifications: true });
});

describe("the notice at the end of a batch", () => {
  test.each<[string, Partial<Record<BatchPart, number>>, string]>([
    ["all are through", { added: 3, known: 2 }, "5 people are in Stardex."],
    ["some wait for the user", { added: 2, held: 2, failed: 1 }, "2 people are in Stardex. 3 wait for you."],
    ["one of each", { known: 1, held: 1 }, "1 person is in Stardex. 1 waits for you."],
  ])("%s", async (_what, counts, words) => {
    await put(counts);
    await notifyOfAll();
    expect(testBrowser.state.notified).toEqual([words]);
  });

  test("counts what the history keeps no more", async () => {
    await put({ added: 1 }, { pruned: { added: 298, known: 1 }, total: 300 });
    await notifyOfAll();
    expect(testBrowser.state.notified).toEqual(["300 people are in Stardex."]);
  });

  test("comes once, and not while a row waits, nor of a batch that was stopped", async () => {
    await put({ added: 1, waiting: 1 });
    await notifyOfAll();
    expect(testBrowser.state.notified).toEqual([]);
    await (await database()).delete("saves", 1);
    await notifyOfAll();
    await notifyOfAll();
    expect(testBrowser.state.notified).toHaveLength(1);
    await put({ added: 1 }, { state: "stopped", endedAt: 5 });
    await notifyOfAll();
    expect(testBrowser.state.notified).toHaveLength(1);
  });

  test("is not for who has not switched notifications on", async () => {
    await settings.change({ notifications: false });
    await put({ added: 1 });
    await notifyOfAll();
    expect(testBrowser.state.notified).toEqual([]);
  });

  test("that the browser refuses takes nothing with it", async () => {
    vi.spyOn(browser.notifications, "create").mockRejectedValue(new Error("No permission"));
    const warning = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    await put({ added: 1 });
    await expect(notifyOfAll()).resolves.toBeUndefined();
    expect(warning).toHaveBeenCalled();
    expect(await (await database()).get("batches", "b1")).toMatchObject({ state: "ended" });
  });
});
