/** Batches on the queue and the sandbox's API: each person once, singles first, and the user's word at once. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { SaveDraft } from "../../model/save.ts";
import { settings } from "../../settings/settings.ts";
import { countBatch, readBatches } from "../../storage/batches.ts";
import { createQueueWorld, type QueueWorld } from "../../testing/queue-world.ts";
import { addCompany, addPerson } from "../../testing/sandbox-records.ts";
import { inTime, settle } from "../../testing/time.ts";
import { storedConnection } from "../key/connection.ts";
import { createBatches } from "./batches.ts";

vi.mock("webextension-polyfill", () => import("../../testing/test-browser.ts"));
// The real one hashes in another thread, where simulated time does not pass.
vi.mock("../key/fingerprint.ts", () => ({ fingerprint: async (key: string) => key }));

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

let world: QueueWorld;

function open(options: Parameters<typeof createQueueWorld>[0] = {}) {
  world = createQueueWorld(options);
  return world.connect();
}

beforeEach(() => open());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const url = (n: number | string) => `https://www.linkedin.com/in/row-${n}`;

function row(n: number, more: Partial<SaveDraft> = {}): SaveDraft {
  const [job] = world.store.jobs.filter((one) => !one.is_archived);
  if (!job) throw new Error("The sandbox has no job");
  const { id, name } = job;
  const picked = { id, name, clientCompanyName: null, location: null, candidateCount: null };
  return {
    linkedinUrl: url(n),
    name: `Rowan Number${n}`,
    role: "candidate",
    jobs: [{ job: picked }],
    accepted: [],
    employers: [],
    ...more,
  };
}
const rows = (count: number) => Array.from({ length: count }, (_, n) => row(n));

const batches = () => createBatches({ goOn: () => world.queue.goOn(), now: Date.now });

async function start(drafts: SaveDraft[], workspace: string | null = null): Promise<string> {
  const answer = await inTime(batches().start({ name: "CFO", workspace, drafts }));
  if (!answer.ok) throw new Error(`Not accepted: ${answer.problem.kind}`);
  return answer.id;
}

async function look() {
  const { workspace = "" } = (await storedConnection()) ?? {};
  const [batch] = await readBatches(workspace);
  if (!batch) throw new Error("There is no batch");
  return { batch, counts: await countBatch(batch) };
}

/** How often each row is in Stardex, and on the job. */
function held() {
  const people = world.store.persons.filter(({ linkedin_public_id: id }) => id?.startsWith("row-"));
  const candidates = world.store.candidates.filter((one) => people.some(({ id }) => id === one.person_id));
  return {
    people: people.length,
    different: new Set(people.map(({ linkedin_public_id: id }) => id)).size,
    onJob: candidates.length,
    differentOnJob: new Set(candidates.map(({ person_id: id }) => id)).size,
  };
}
const each = (count: number) => ({ people: count, different: count, onJob: count, differentOnJob: count });

const names = () =>
  world.sandbox.log.entries
    .filter(({ method, path }) => method === "POST" && path === "/v1/persons")
    .map(({ body }) => (body as { name: string }).name);

test("every row is an ordinary save: all in Stardex, once, and the batch says so", async () => {
  await start(rows(12));
  await world.pass(MINUTE);
  expect(held()).toEqual(each(12));
  const { batch, counts } = await look();
  expect(batch).toMatchObject({ name: "CFO", total: 12, state: "ended" });
  expect(counts).toEqual({ waiting: 0, held: 0, failed: 0, added: 12, known: 0 });
});

test("rows chosen under another key are not accepted, none of them", async () => {
  const answer = await inTime(batches().start({ name: null, workspace: "another", drafts: rows(3) }));
  expect(answer).toEqual({ ok: false, problem: { kind: "key_changed" } });
  await world.pass(MINUTE);
  expect(held().people).toBe(0);
});

test("a row in doubt is held back for the user, and the rest goes on", async () => {
  addPerson(world.store, "Rowan Number1", null);
  addCompany(world.store, "Northlight", { do_not_contact: true });
  addPerson(world.store, "Rowan Number3", "row-3");
  await start([
    row(0),
    row(1),
    row(2, { companyName: "Northlight", employers: [{ name: "Northlight", url: null }] }),
    row(3),
  ]);
  await world.pass(MINUTE);
  const { counts } = await look();
  expect(counts).toEqual({ waiting: 0, held: 2, failed: 0, added: 1, known: 1 });
  expect(names()).toEqual(["Rowan Number0"]);
});

describe("with a rate limit of sixty a minute", () => {
  beforeEach(() => open({ rateLimit: { limit: 60 } }));

  test("a single save goes first, however many rows wait", async () => {
    await start(rows(40));
    await settle();
    await world.accept({ ...row(500), name: "Single One" });
    await world.pass(10 * SECOND);
    expect(names().length).toBeLessThan(30);
    expect(names()).toContain("Single One");
    await world.pass(10 * MINUTE);
    expect(held()).toEqual(each(41));
  });

  test("a save of somebody who waits in the batch does not wait for the others", async () => {
    await start(rows(40));
    await settle();
    await world.accept(row(39, { note: "Met today." }));
    await world.pass(10 * SECOND);
    expect(names()).toContain("Rowan Number39");
    await world.pass(10 * MINUTE);
    expect(held()).toEqual(each(40));
  });

  test("paused, nothing more is sent; resumed, it goes on, also after a new start", async () => {
    const id = await start(rows(40));
    await settle();
    await inTime(batches().change({ id, to: "paused" }));
    await world.pass(MINUTE);
    const sent = names().length;
    await world.kill();
    await world.pass(10 * MINUTE);
    expect(names()).toHaveLength(sent);
    expect((await look()).batch.state).toBe("paused");
    await inTime(batches().change({ id, to: "running" }));
    await world.pass(10 * MINUTE);
    expect(held()).toEqual(each(40));
  });

  test("stopped, what is done stays, what was begun is finished, the rest is dropped", async () => {
    const id = await start(rows(40));
    await settle();
    await inTime(batches().change({ id, to: "stopped" }));
    await world.pass(20 * MINUTE);
    const { batch, counts } = await look();
    expect(batch).toMatchObject({ state: "stopped", endedAt: expect.any(Number) });
    expect(counts.waiting).toBe(0);
    expect(counts.added).toBeLessThan(40);
    expect(held()).toEqual(each(counts.added));
    expect(await inTime(batches().change({ id, to: "running" }))).toEqual({ ok: false });
  });
});

test("what the user takes up by itself is sent though its batch is paused", async () => {
  addPerson(world.store, "Rowan Number0", null);
  const id = await start([row(0)]);
  await world.pass(MINUTE);
  await inTime(batches().change({ id, to: "paused" }));
  const save = await inTime(world.queue.pending(url(0)));
  if (!save) throw new Error("It was not held back");
  await inTime(world.queue.retry(save.id, { ...save.draft, accepted: ["possible_match"] }));
  await world.pass(MINUTE);
  expect(held().people).toBe(1);
});

test("finished rows that the history keeps no more still count", async () => {
  await inTime(settings.change({ historyLength: 5 }));
  await start(rows(12));
  await world.pass(MINUTE);
  expect((await look()).batch.pruned.added).toBe(7);
  expect((await look()).counts.added).toBe(12);
});

test("a batch is taken off the list when it is over, not before", async () => {
  await world.setOnline(false);
  const id = await start(rows(2));
  expect(await inTime(batches().forget({ id }))).toEqual({ ok: false });
  await world.setOnline(true);
  await world.pass(MINUTE);
  expect(await inTime(batches().forget({ id }))).toEqual({ ok: true });
  await expect(look()).rejects.toThrow("There is no batch");
});

test("a hundred rows through limits, lost answers and killed workers: each once", async () => {
  await open({ rateLimit: { limit: 60 } });
  await start(rows(100));
  const faults = [
    { kind: "status", status: 429, envelope: "A", headers: { "retry-after": "20" } },
    { kind: "drop_after_storing" },
    { kind: "drop_before_storing" },
    { kind: "status", status: 500, envelope: "B" },
  ] as const;
  for (let n = 0; n < 30; n += 1) {
    const fault = faults[n % faults.length];
    if (fault && n % 2 === 0) world.sandbox.faults.add({ path: "/v1/persons", after: 2, fault });
    await world.pass(20 * SECOND);
    if (n % 7 === 3) await world.kill();
  }
  await world.pass(30 * MINUTE);
  expect(held()).toEqual(each(100));
  expect((await look()).batch.state).toBe("ended");
}, 60_000);
