import { beforeEach, expect, test, vi } from "vitest";
import type { SaveRecord } from "../../model/save.ts";
import { testBrowser } from "../../testing/test-browser.ts";
import { createTestLocks } from "../../testing/test-locks.ts";
import { allSaves, createSaveStore } from "./save-store.ts";

vi.mock("webextension-polyfill", () => import("../../testing/test-browser.ts"));

const save = (id: string, more: Partial<SaveRecord> = {}): SaveRecord => ({
  version: 2,
  id,
  workspace: "one",
  order: 0,
  createdAt: 0,
  updatedAt: 0,
  draft: { linkedinUrl: `https://www.linkedin.com/in/${id}`, name: id, role: "candidate", jobs: [] },
  correction: null,
  steps: [{ kind: "person", done: false }],
  state: "waiting",
  attempts: 0,
  nextAttemptAt: 0,
  unanswered: false,
  problem: null,
  outcome: null,
  ...more,
});

let store: ReturnType<typeof createSaveStore>;
beforeEach(() => {
  testBrowser.reset();
  vi.stubGlobal("navigator", { locks: createTestLocks() });
  store = createSaveStore();
});

const add = async (one: SaveRecord) => store.addSave(await store.place(one));

test("saves stand in the order they were added, also those added at once", async () => {
  testBrowser.state.latency = 1;
  await Promise.all(["a", "b", "c"].map((id) => add(save(id))));
  expect((await allSaves()).map(({ id, order }) => [id, order])).toEqual([
    ["a", 1],
    ["b", 2],
    ["c", 3],
  ]);
});

test("a save that is discarded while it changes stays discarded", async () => {
  await add(save("a"));
  testBrowser.state.latency = 1;
  await Promise.all([store.changeSave("a", { type: "send", now: 1 }), store.removeSave("a")]);
  expect(await allSaves()).toEqual([]);
});

test("two changes at once: the second sees what the first has made", async () => {
  await add(save("a"));
  testBrowser.state.latency = 1;
  const send = { type: "send", now: 1 } as const;
  const results = await Promise.all([store.changeSave("a", send), store.changeSave("a", send)]);
  expect(results.map((record) => record?.state)).toEqual(["sending", undefined]);
});

test("an unreadable save that cannot even be set aside stops nobody", async () => {
  vi.spyOn(console, "warn").mockReturnValue();
  await add(save("a"));
  testBrowser.put("save:odd", "?");
  testBrowser.state.writeError = new Error("quota exceeded");
  expect(await allSaves()).toHaveLength(1);
  expect(testBrowser.item("save:odd")).toBe("?");
});

test("of the finished ones the newest 200 are kept, of the unfinished all", async () => {
  for (let n = 0; n < 203; n++)
    testBrowser.put(`save:s${n}`, save(`s${n}`, { state: "saved", updatedAt: n }));
  for (let n = 0; n < 203; n++) testBrowser.put(`save:n${n}`, save(`n${n}`, { state: "needs_you" }));
  await store.pruneHistory(await allSaves());
  expect(await allSaves()).toHaveLength(403);
  expect(testBrowser.item("save:s2")).toBeUndefined();
  expect(testBrowser.item("save:s3")).toBeDefined();
});
