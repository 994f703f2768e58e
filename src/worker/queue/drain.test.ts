/** The drain beside a save that is being stored: it goes out with this drain or the next, and never twice. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import browser from "webextension-polyfill";
import { database } from "../../storage/database.ts";
import { mara } from "../../testing/mara.ts";
import { createQueueWorld, type QueueWorld } from "../../testing/queue-world.ts";
import { settle } from "../../testing/time.ts";

vi.mock("webextension-polyfill", () => import("../../testing/test-browser.ts"));
// The real one hashes in another thread, where simulated time does not pass.
vi.mock("../key/fingerprint.ts", () => ({ fingerprint: async (key: string) => key }));

let world: QueueWorld;

beforeEach(async () => {
  world = createQueueWorld();
  await world.connect();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** No time passes, so that neither timer nor alarm wakes the queue. */
async function expectSentAtOnce(accepted: ReturnType<QueueWorld["queue"]["accept"]>): Promise<void> {
  await settle();
  const answer = await accepted;
  if (!answer.ok) throw new Error(`Not accepted: ${JSON.stringify(answer.problem)}`);
  expect(await world.record(answer.id)).toMatchObject({ state: "saved" });
  expect(world.writes()).toEqual(["POST persons"]);
}

async function passTurns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** From before a drain's first look at the database to after its end. */
const turns = Array.from({ length: 12 }, (_, n) => n);

test.each(turns)("another drain has been under way for %i turns", async (count) => {
  void world.queue.drain();
  await passTurns(count);
  await expectSentAtOnce(world.queue.accept(mara, null));
});

test.each(turns)("the database is busy with something else for %i turns", async (count) => {
  const db = await database();
  const busy = db.transaction(["saves", "connection", "worker"], "readwrite");
  const accepted = world.queue.accept(mara, null);
  for (let turn = 0; turn < count; turn += 1) await busy.objectStore("saves").count();
  await expectSentAtOnce(accepted);
});

test("the policy is read slowly: a drain that began with the click would be over by then", async () => {
  vi.spyOn(browser.storage.managed, "get").mockImplementationOnce(async () => {
    await passTurns(turns.length);
    return {};
  });
  await expectSentAtOnce(world.queue.accept(mara, null));
});

test("the disk was full at the first try", async () => {
  const adding = vi.spyOn(IDBObjectStore.prototype, "add").mockImplementationOnce(() => {
    throw new DOMException("The disk is full", "QuotaExceededError");
  });
  await expectSentAtOnce(world.queue.accept(mara, null));
  expect(adding).toHaveBeenCalledTimes(2);
});
