/** The saves in the database: order, turns, and what cannot be read or written. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { SaveDraft, SaveRecord } from "../../model/save.ts";
import { database } from "../../storage/database.ts";
import {
  countNewerSaves,
  followSave,
  readBrokenSaves,
  readSave,
  readSavesPage,
} from "../../storage/saves.ts";
import { someDraft, someSave } from "../../testing/saves.ts";
import { testBrowser } from "../../testing/test-browser.ts";
import { connect, removeConnection } from "../key/connection.ts";
import { createSaveStore } from "./store.ts";

vi.mock("webextension-polyfill", () => import("../../testing/test-browser.ts"));
vi.mock("../key/fingerprint.ts", () => ({ fingerprint: async (key: string) => key }));

const W = "ats-key";
const NOW = 1_000_000;
let store: ReturnType<typeof createSaveStore>;

beforeEach(async () => {
  testBrowser.reset();
  store = createSaveStore(() => undefined);
  await connect(W, async () => undefined);
});
afterEach(() => vi.restoreAllMocks());

let ids = 0;

async function add(change: Partial<SaveDraft> = {}, at = NOW): Promise<SaveRecord> {
  ids += 1;
  const draft = { ...someDraft, ...change };
  const times = { createdAt: at, updatedAt: at, nextAttemptAt: at };
  const { record } = await store.addSave({ ...someSave(), id: `s${ids}`, draft, ...times }, null);
  if (!record) throw new Error("Not accepted");
  return record;
}

const slug = (n: number) => ({ linkedinUrl: `https://www.linkedin.com/in/person-${n}` });

/** As the queue leaves a save that is through. */
async function finish({ id }: SaveRecord, now = NOW): Promise<void> {
  const draft = {
    ...someDraft,
    known: { personId: "p", name: null, linkedinUrl: null, onJobs: [], update: {} },
  };
  await store.changeSave(id, { type: "checked", draft, now });
}

async function putRaw(value: object): Promise<void> {
  await (await database()).put("saves", value as never);
}

test("a save is accepted under the key in use alone", async () => {
  const save = { ...someSave(), id: "x" };
  expect(await store.addSave(save, "another")).toMatchObject({ connection: { workspace: W } });
  await removeConnection();
  expect(await store.addSave(save, W)).toEqual({ connection: null });
  expect(await readSave("x")).toBeNull();
});

test("several at once: each has a place of its own, one a person has its turn", async () => {
  const stores = [store, createSaveStore(() => undefined)];
  const saves = Array.from({ length: 12 }, (_, n) => ({
    ...someSave(),
    id: `n${n}`,
    draft: { ...someDraft, ...slug(n % 3) },
  }));
  await Promise.all(saves.map((save, n) => stores[n % 2]?.addSave(save, W)));
  const rows = await (await database()).getAll("saves");
  expect(new Set(rows.map(({ order }) => order)).size).toBe(12);
  expect(rows.filter(({ dueAt }) => dueAt !== undefined)).toHaveLength(3);
});

test("the next save of a person has its turn when the one before is through, with its words", async () => {
  const first = await add({ currentJobTitle: "CTO" });
  const second = await add({ currentJobTitle: "CEO", lookedUpAt: NOW });
  expect(second.draft.lookedUpAt).toBeUndefined();
  expect((await store.nextDue(W, NOW))?.id).toBe(first.id);
  await finish(first);
  await store.pruneFinished(0);
  expect(await store.nextDue(W, NOW)).toMatchObject({ id: second.id, earlier: { name: someDraft.name } });
});

test("a save that needs the user, or is gone, holds nobody up; one that has begun is not overtaken", async () => {
  const first = await add();
  const second = await add();
  await store.changeSave(first.id, { type: "blocked", problem: { kind: "possible_match" }, now: NOW });
  expect((await store.nextDue(W, NOW))?.id).toBe(second.id);
  const draft = second.draft;
  await store.changeSave(
    second.id,
    { type: "checked", draft, now: NOW },
    { type: "send", serverAt: null, now: NOW },
  );
  await store.changeSave(first.id, { type: "retry", now: NOW });
  expect((await store.nextDue(W, NOW))?.id).toBe(second.id);
  await store.removeSave(second.id);
  expect((await store.nextDue(W, NOW))?.id).toBe(first.id);
});

test("a wait that began in the future is over: the clock was set back", async () => {
  const save = await add({}, NOW + 1_800_000);
  expect((await store.nextDue(W, NOW))?.id).toBe(save.id);
});

test("a full disk: finished saves make room; without any the save is refused and nothing is stored", async () => {
  await finish(await add(slug(1)));
  const add1 = IDBObjectStore.prototype.add;
  const full = () => new DOMException("The disk is full", "QuotaExceededError");
  const adding = vi.spyOn(IDBObjectStore.prototype, "add").mockImplementationOnce(() => {
    throw full();
  });
  const kept = await add(slug(2));
  expect((await readSavesPage({ workspace: W, limit: 9 })).saves.map(({ id }) => id)).toEqual([kept.id]);
  adding.mockImplementation(() => {
    throw full();
  });
  await expect(add(slug(3))).rejects.toThrow("full");
  adding.mockImplementation(add1);
  expect((await readSavesPage({ workspace: W, limit: 9 })).saves).toHaveLength(1);
});

test.each<[string, object]>([
  ["a date that is none", { createdAt: 1e20 }],
  ["another type", { draft: "Mara" }],
  ["a state there is not", { state: "lost" }],
])("a record with %s is set aside and shown, and takes nobody with it", async (_name, damage) => {
  const good = await add(slug(1));
  const bad = await add(slug(2));
  await putRaw({
    ...someSave(),
    workspace: W,
    id: bad.id,
    order: bad.order,
    dueAt: 0,
    waitsSince: 0,
    ...damage,
  });
  expect((await store.nextDue(W, NOW))?.id).toBe(good.id);
  expect((await readSavesPage({ workspace: W, limit: 9 })).saves.map(({ id }) => id)).toEqual([good.id]);
  const [broken] = await readBrokenSaves();
  expect(JSON.parse(broken?.raw ?? "")).toMatchObject({ id: bad.id });
  expect(await store.removeBroken(broken?.id ?? "")).toBe(true);
  expect(await store.removeBroken(broken?.id ?? "")).toBe(false);
});

test("a record of a later version stays where it is, counted, and is neither shown nor sent", async () => {
  const later = { version: 2, id: "later", order: 77, workspace: W, dueAt: 0, waitsSince: 0, news: true };
  await putRaw(later);
  expect(await store.nextDue(W, NOW)).toBeUndefined();
  expect(await readSave("later")).toBeNull();
  expect((await readSavesPage({ workspace: W, limit: 9 })).saves).toEqual([]);
  expect(await countNewerSaves()).toBe(1);
  expect(await readBrokenSaves()).toEqual([]);
  expect(await (await database()).get("saves", 77)).toEqual(later);
});

test("the history comes a page at a time, newest first, by state, words and job", async () => {
  const job = { id: "j", name: "CFO", clientCompanyName: null, location: null, candidateCount: null };
  for (let n = 0; n < 5; n += 1) {
    const save = await add({ ...slug(n), name: `Person ${n}`, ...(n === 2 && { jobs: [{ job }] }) });
    if (n < 4) await finish(save);
  }
  const names = ({ saves }: { saves: SaveRecord[] }) => saves.map(({ draft }) => draft.linkedinUrl.slice(-1));
  const first = await readSavesPage({ workspace: W, limit: 2 });
  expect(first.saves.map(({ order }) => order)).toEqual(
    [...first.saves.map(({ order }) => order)].sort((a, b) => b - a),
  );
  const second = await readSavesPage({ workspace: W, limit: 2, before: first.next ?? 0 });
  const third = await readSavesPage({ workspace: W, limit: 2, before: second.next ?? 0 });
  expect([first, second, third].flatMap(({ saves }) => saves)).toHaveLength(5);
  expect(third.next).toBeNull();
  expect(names(await readSavesPage({ workspace: W, limit: 9, states: ["waiting"] }))).toEqual(["4"]);
  expect((await readSavesPage({ workspace: W, limit: 9, search: "person 4" })).saves).toHaveLength(1);
  expect((await readSavesPage({ workspace: W, limit: 9, search: "nobody" })).saves).toEqual([]);
  expect((await readSavesPage({ workspace: "other", limit: 9 })).saves).toEqual([]);
});

test("no more finished saves are kept than wanted, the oldest go first; unfinished ones stay", async () => {
  for (let n = 0; n < 4; n += 1) await finish(await add(slug(n)), NOW + n);
  const open = await add(slug(9));
  await store.pruneFinished(1);
  const { saves } = await readSavesPage({ workspace: W, limit: 9 });
  expect(saves.map(({ state }) => state)).toEqual(["waiting", "saved"]);
  expect(saves[0]?.id).toBe(open.id);
  expect(saves[1]?.updatedAt).toBe(NOW + 3);
});

test("a page that follows a save sees it now, at each change, and when it is gone", async () => {
  const seen: (string | null)[] = [];
  const save = await add();
  const stop = followSave(save.id, (record) => seen.push(record?.state ?? null));
  await vi.waitFor(() => expect(seen).toEqual(["waiting"]));
  await finish(save);
  await vi.waitFor(() => expect(seen).toEqual(["waiting", "saved"]));
  await store.removeSave(save.id);
  await vi.waitFor(() => expect(seen).toEqual(["waiting", "saved", null]));
  stop();
});

test("unfinished saves are counted by key", async () => {
  await add(slug(1));
  await connect("ats-other", async () => undefined);
  await add(slug(2));
  await add(slug(3));
  expect(await store.countOpen()).toEqual([
    { workspace: W, count: 1 },
    { workspace: "ats-other", count: 2 },
  ]);
});
