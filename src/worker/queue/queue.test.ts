import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { SaveDraft, SaveRecord } from "../../model/save.ts";
import { createRateLimiter, type RateLimiter } from "../../stardex/rate.ts";
import type { Failure } from "../../stardex/stardex-error.ts";
import { testBrowser } from "../../testing/test-browser.ts";
import { createTestLocks } from "../../testing/test-locks.ts";
import { createTestStardex, testJob } from "../../testing/test-stardex.ts";
import { connect, removeConnection } from "../key/connection.ts";
import { createRateStore } from "../lookups/rate-store.ts";
import { checkedWithoutCall, checkPerson } from "./identify.ts";
import { createSaveQueue } from "./queue.ts";
import type { StepClient } from "./steps.ts";
import { QUEUE_ALARM } from "./wake-up.ts";

vi.mock("webextension-polyfill", () => import("../../testing/test-browser.ts"));

const ada: SaveDraft = {
  linkedinUrl: "https://www.linkedin.com/in/ada",
  name: "Ada Lovelace",
  role: "candidate",
  jobs: [],
};
const grace: SaveDraft = { ...ada, linkedinUrl: "https://www.linkedin.com/in/grace", name: "Grace Hopper" };

const refused = (problem: Failure) => ({ isStored: false, problem });
const lostAnswer = { isStored: true, problem: { kind: "offline" as const } };

/** Checks before a save, which have tests of their own. */
const uncounted: string[] = ["searchByName", "findByEmail", "searchCompanies", "getCompany", "getJob"];

/** As service-worker.ts has the client count its calls. */
function counted(client: StepClient, limiter: RateLimiter): StepClient {
  return new Proxy(client, {
    get:
      (target, name: keyof StepClient) =>
      async (...args: never[]) => {
        if (!uncounted.includes(name)) await limiter.count("queue");
        return await (target[name] as (...args: never[]) => Promise<unknown>)(...args);
      },
  });
}

let stardex: ReturnType<typeof createTestStardex>;
let queue: ReturnType<typeof createSaveQueue>;
const onLine = { value: true };

function startWorker(): void {
  vi.stubGlobal("navigator", {
    locks: createTestLocks(),
    get onLine() {
      return onLine.value;
    },
  });
  const limiter = createRateLimiter(createRateStore("w"), Date.now);
  queue = createSaveQueue({
    clientFor: (key) => counted(stardex.clientFor(key), limiter),
    check: (record, client, earlier) => checkPerson(record, client, Date.now(), earlier),
    checkedWithoutCall: (save, earlier) => checkedWithoutCall(save, Date.now(), earlier),
    limiter,
    now: Date.now,
    random: () => 0.5,
  });
}

const connectWith = (key: string) => connect(key, async () => undefined);

function records(): SaveRecord[] {
  return [...testBrowser.state.items.keys()]
    .filter((key) => key.startsWith("save:"))
    .map((key) => testBrowser.item(key) as SaveRecord);
}

async function accept(draft: SaveDraft): Promise<SaveRecord> {
  const answer = await queue.accept(draft);
  if (!answer.ok) throw new Error(answer.problem.kind);
  return testBrowser.item(`save:${answer.id}`) as SaveRecord;
}

/** The record as it is now. */
const now = ({ id }: SaveRecord) => testBrowser.item(`save:${id}`) as SaveRecord;

/** Lets the time pass until the alarm rings, in a worker that was started anew for it. */
async function fireAlarm(): Promise<void> {
  const due = testBrowser.state.alarms.get(QUEUE_ALARM)?.when ?? 0;
  await vi.advanceTimersByTimeAsync(due - Date.now());
  startWorker();
  await queue.drain();
}

beforeEach(async () => {
  vi.useFakeTimers({ now: 1_000_000 });
  testBrowser.reset();
  onLine.value = true;
  stardex = createTestStardex();
  startWorker();
  await connectWith("ats-key-one");
});
afterEach(async () => {
  await queue.drain();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("a save is in storage when the answer comes, and then in Stardex", async () => {
  const save = await accept(ada);
  expect(save.state).toBe("waiting");
  expect(testBrowser.state.alarms.has(QUEUE_ALARM)).toBe(true);
  await queue.drain();
  expect(now(save)).toMatchObject({ state: "saved", outcome: { personId: "id-1", wasKnown: false } });
  expect(stardex.calls).toEqual(["find", "create Ada Lovelace"]);
  expect(testBrowser.state.alarms.size).toBe(0);
});

test("there is an alarm while a save is sent, also when the end of the drain before it has cleared hers", async () => {
  await accept(ada);
  await queue.drain();
  const hasAlarm: boolean[] = [];
  stardex = createTestStardex(async () => {
    hasAlarm.push(testBrowser.state.alarms.has(QUEUE_ALARM));
  });
  await accept(grace);
  testBrowser.state.alarms.clear();
  await queue.drain();
  expect(new Set(hasAlarm)).toEqual(new Set([true]));
});

test("what the form looked up just now is not looked up again; ten minutes later it is", async () => {
  await accept({ ...ada, lookedUpAt: Date.now() });
  await accept({ ...grace, lookedUpAt: Date.now() - 10 * 60_000 });
  await queue.drain();
  expect(stardex.calls).toEqual(["create Ada Lovelace", "find", "create Grace Hopper"]);
});

/** A draft as the form hands it over when it has just looked her up. */
const lookedUp = (draft: SaveDraft): SaveDraft => ({ ...draft, lookedUpAt: Date.now() });

test("who was just looked up is stored as on her way, with one write, before the request", async () => {
  const stored: SaveRecord[][] = [];
  stardex = createTestStardex(async () => void stored.push(records()));
  const save = await accept(lookedUp(ada));
  await queue.drain();
  expect(stored[0]).toMatchObject([{ id: save.id, state: "sending", attempts: 1, order: 1 }]);
  expect(stardex.calls).toEqual(["create Ada Lovelace"]);
  expect(now(save)).toMatchObject({ state: "saved", outcome: { personId: "id-1" } });
  expect(testBrowser.state.alarms.size).toBe(0);
});

test("she is stored, with an alarm, when the answer comes; Stardex' own answer is not waited for", async () => {
  stardex.script.push("hang");
  const save = await accept(lookedUp(ada));
  expect(save.state).toBe("sending");
  expect(testBrowser.state.alarms.has(QUEUE_ALARM)).toBe(true);
  await vi.advanceTimersByTimeAsync(0);
  expect(now(save).state).toBe("sending");
  stardex.hung[0]?.();
});

/** What the old worker had under way never comes back. */
function killWorker(): void {
  testBrowser.state.worker += 1;
  startWorker();
}

test("a worker that dies between that write and the request: she is looked up first", async () => {
  testBrowser.state.latency = 10;
  void queue.accept(lookedUp(ada));
  while (records().length === 0) await vi.advanceTimersByTimeAsync(1);
  expect(records()).toMatchObject([{ state: "sending" }]);
  expect(stardex.calls).toEqual([]);
  killWorker();
  testBrowser.state.latency = 0;
  await queue.drain();
  expect(records()).toMatchObject([{ state: "in_doubt", problem: null }]);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(stardex.calls).toEqual(["find", "create Ada Lovelace"]);
  expect(records()).toMatchObject([{ state: "saved" }]);
});

test("a worker that dies between the request and its answer: she is not sent twice", async () => {
  testBrowser.state.latency = 10;
  void queue.accept(lookedUp({ ...ada, note: "Met in Oslo" }));
  while (stardex.calls.length === 0) await vi.advanceTimersByTimeAsync(1);
  killWorker();
  testBrowser.state.latency = 0;
  await queue.drain();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(stardex.calls).toEqual(["create Ada Lovelace", "find"]);
  expect(stardex.people).toMatchObject([{ notes: ["Met in Oslo"] }]);
  expect(records()).toMatchObject([{ state: "saved", outcome: { personId: "id-1" } }]);
});

test("while somebody else sends, she takes her turn", async () => {
  let release: () => void = () => undefined;
  const other = navigator.locks.request("stardex-capture/drain", () => {
    return new Promise<void>((resolve) => {
      release = resolve;
    });
  });
  const save = await accept(lookedUp(ada));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(now(save).state).toBe("waiting");
  expect(stardex.calls).toEqual([]);
  release();
  await other;
  await queue.drain();
  expect(now(save).state).toBe("saved");
  expect(stardex.calls).toEqual(["create Ada Lovelace"]);
});

test("she waits for the limit, though she was just looked up", async () => {
  stardex.script.push(refused({ kind: "rate_limited", status: 429, retryAt: Date.now() + 12_000 }));
  await accept(lookedUp(ada));
  await queue.drain();
  const save = await accept(lookedUp(grace));
  expect(save.state).toBe("waiting");
  await queue.drain();
  expect(stardex.calls).toEqual(["create Ada Lovelace"]);
  await vi.advanceTimersByTimeAsync(12_100);
  await queue.drain();
  expect(now(save).state).toBe("saved");
});

test("she waits behind a save of hers that is under way, also in a worker that was started anew", async () => {
  stardex.script.push(refused({ kind: "server", status: 500 }));
  const first = await accept(lookedUp(ada));
  await queue.drain();
  expect(now(first).state).toBe("in_doubt");
  killWorker();
  const second = await accept(lookedUp({ ...ada, name: "Ada King" }));
  expect(second).toMatchObject({ state: "waiting", order: 2 });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(stardex.calls).toEqual(["create Ada Lovelace", "find", "create Ada Lovelace", "patch Ada King"]);
  expect(stardex.people).toMatchObject([{ name: "Ada King" }]);
});

test("two presses at once for one person: the second waits behind the first", async () => {
  testBrowser.state.latency = 1;
  const both = Promise.all([accept(lookedUp(ada)), accept(lookedUp({ ...ada, name: "Ada King" }))]);
  await vi.advanceTimersByTimeAsync(1_000);
  await both;
  testBrowser.state.latency = 0;
  expect(stardex.people).toMatchObject([{ name: "Ada King" }]);
  expect(stardex.calls).toEqual(["create Ada Lovelace", "patch Ada King"]);
});

test("a refused key sends nobody, nor does a browser that says it is offline, however fresh the look-up", async () => {
  stardex.script.push(refused({ kind: "unauthorised", status: 401 }));
  await accept(lookedUp(ada));
  await queue.drain();
  expect((await accept(lookedUp(grace))).state).toBe("waiting");
  await queue.drain();
  expect(stardex.calls).toEqual(["create Ada Lovelace"]);
  await connectWith("ats-key-one");
  onLine.value = false;
  expect((await accept(lookedUp({ ...ada, linkedinUrl: `${ada.linkedinUrl}-2` }))).state).toBe("waiting");
});

test("a key that was changed since the last press is the one that counts", async () => {
  await accept(lookedUp(ada));
  await queue.drain();
  await connectWith("ats-key-two");
  await accept(lookedUp(grace));
  await queue.drain();
  expect(stardex.keys).toEqual(["ats-key-one", "ats-key-two"]);
});

test("a save that storage refuses is neither accepted nor sent, and holds nobody up", async () => {
  testBrowser.state.writeError = new Error("quota exceeded");
  expect(await queue.accept(lookedUp(ada))).toEqual({ ok: false, problem: { kind: "storage_full" } });
  testBrowser.state.writeError = undefined;
  expect(stardex.calls).toEqual([]);
  expect((await accept(lookedUp(ada))).state).not.toBe("waiting");
});

test("when its answer cannot be stored, what was sent is looked up as after a death", async () => {
  vi.spyOn(console, "error").mockReturnValue();
  stardex.script.push("hang");
  const save = await accept(lookedUp(ada));
  await vi.advanceTimersByTimeAsync(0);
  testBrowser.state.writeError = new Error("quota exceeded");
  stardex.hung[0]?.();
  await queue.drain();
  expect(now(save).state).toBe("sending");
  testBrowser.state.writeError = undefined;
  await queue.drain();
  expect(now(save).state).toBe("in_doubt");
  await vi.advanceTimersByTimeAsync(5_000);
  expect(stardex.calls).toEqual(["create Ada Lovelace", "find"]);
  expect(now(save).state).toBe("saved");
});

const full: SaveDraft = {
  ...ada,
  lookedUpAt: 1_000_000,
  jobs: [
    { job: testJob("a"), stage: { id: "a3", name: "Screened" } },
    { job: testJob("b"), stage: { id: "b2", name: "Contacted" } },
  ],
  note: "Met in Oslo",
  list: { id: "l", name: "CFO bench" },
  task: { text: "Call her" },
};

test("all that a save carries arrives in its order, each thing once", async () => {
  const save = await accept(full);
  await queue.drain();
  expect(stardex.calls).toEqual([
    "create Ada Lovelace",
    "patch b",
    "stage a3",
    "get", // an update does not answer the candidate's id
    "stage b2",
    "list l",
    "task",
  ]);
  expect(stardex.people).toEqual([
    expect.objectContaining({
      jobs: ["a", "b"],
      stages: { a: "a3", b: "b2" },
      notes: ["Met in Oslo"],
      lists: ["l"],
      tasks: ["Call her"],
    }),
  ]);
  expect(now(save)).toMatchObject({ state: "saved", outcome: { candidateIds: { a: "id-1@a", b: "" } } });
});

test("a known person is not created again: only what is missing is sent, the note by itself", async () => {
  stardex
    .clientFor("x")
    .createPerson({ name: "Ada Lovelace", linkedin_url: ada.linkedinUrl, enrich_record: true, job_id: "a" });
  await vi.advanceTimersByTimeAsync(0);
  stardex.calls.length = 0;
  const { lookedUpAt: _unknown, ...draft } = full;
  const save = await accept({ ...draft, currentJobTitle: "CFO" });
  await queue.drain();
  expect(stardex.calls).toEqual(["find", "patch b", "get", "stage b2", "note", "list l", "task"]);
  expect(stardex.people).toEqual([
    expect.objectContaining({ title: "CFO", jobs: ["a", "b"], notes: ["Met in Oslo"] }),
  ]);
  expect(now(save).outcome).toMatchObject({ wasKnown: true, candidateIds: { b: "" } });
});

test("a known person for whom nothing is to be changed costs no write", async () => {
  const known = { personId: "id-7", name: "Ada", onJobs: ["a"], update: {} };
  const save = await accept({ ...ada, lookedUpAt: Date.now(), known, jobs: [{ job: testJob("a") }] });
  await queue.drain();
  expect(stardex.calls).toEqual([]);
  expect(now(save)).toMatchObject({ state: "saved", outcome: { personId: "id-7", candidateIds: {} } });
});

test("an answer that got lost is looked up, not sent again", async () => {
  stardex.script.push(undefined, lostAnswer);
  const save = await accept(ada);
  await queue.drain();
  expect(now(save)).toMatchObject({ state: "in_doubt", unanswered: true, problem: { kind: "offline" } });
  expect(testBrowser.state.alarms.get(QUEUE_ALARM)?.when).toBeGreaterThanOrEqual(Date.now() + 30_000);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(now(save)).toMatchObject({ state: "saved", outcome: { personId: "id-1" }, unanswered: false });
  expect(stardex.calls).toEqual(["find", "create Ada Lovelace", "find"]);
});

test.each(full.jobs.length ? [0, 1, 2, 3, 4, 5, 6] : [])(
  "call %i of a full save, its answer lost: nothing is doubled",
  async (nth) => {
    stardex.script.push(...Array.from({ length: nth }, () => undefined), lostAnswer);
    const save = await accept(full);
    await queue.drain();
    await vi.advanceTimersByTimeAsync(30_000);
    const [person] = stardex.people;
    expect(stardex.people).toHaveLength(1);
    expect(person).toMatchObject({ jobs: ["a", "b"], notes: ["Met in Oslo"] });
    if (now(save).state === "needs_you") {
      // A task cannot be looked up: she decides.
      expect(now(save)).toMatchObject({ unanswered: true, problem: { kind: "offline" } });
      expect(await queue.settle(save.id)).toBe(true);
    }
    expect(now(save).state).toBe("saved");
    expect(person).toMatchObject({ stages: { a: "a3", b: "b2" }, lists: ["l"], tasks: ["Call her"] });
  },
);

test("a job whose answer was lost is not given twice to a known person", async () => {
  const known = { personId: "id-1", name: "Ada Lovelace", onJobs: [], update: { currentJobTitle: "CFO" } };
  await stardex
    .clientFor("x")
    .createPerson({ name: "Ada", linkedin_url: ada.linkedinUrl, enrich_record: true });
  stardex.script.push(lostAnswer);
  const save = await accept({ ...ada, lookedUpAt: Date.now(), known, jobs: [{ job: testJob("a") }] });
  await queue.drain();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(stardex.people[0]).toMatchObject({ jobs: ["a"], title: "CFO" });
  expect(now(save)).toMatchObject({ state: "saved", outcome: { candidateIds: { a: "id-1@a" } } });
});

test("a request that never arrived is looked up and sent again", async () => {
  stardex.script.push(undefined, refused({ kind: "server", status: 500 }));
  const save = await accept(ada);
  await queue.drain();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(stardex.calls).toEqual(["find", "create Ada Lovelace", "find", "create Ada Lovelace"]);
  expect(now(save).state).toBe("saved");
});

test("what she corrects while it is in doubt counts once the doubt is settled", async () => {
  stardex.script.push(undefined, lostAnswer);
  const save = await accept({ ...ada, note: "Met in Oslo" });
  await queue.drain();
  expect(await queue.retry(save.id, { ...ada, name: "Ada King", note: "Met in Oslo" })).toBe(true);
  await queue.drain();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(stardex.calls).toEqual(["find", "create Ada Lovelace", "find", "patch Ada King"]);
  expect(stardex.people).toEqual([expect.objectContaining({ name: "Ada King", notes: ["Met in Oslo"] })]);
  expect(now(save)).toMatchObject({ state: "saved", draft: { name: "Ada King" }, correction: null });
});

test("a look-up that Stardex refuses decides nothing: its user has to", async () => {
  stardex.script.push(undefined, refused({ kind: "timeout" }), refused({ kind: "forbidden", status: 403 }));
  const save = await accept(ada);
  await queue.drain();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(now(save)).toMatchObject({ state: "needs_you", unanswered: true, problem: { kind: "forbidden" } });
  expect(stardex.calls).toEqual(["find", "create Ada Lovelace", "find"]);
});

test("a worker that died while it sent leaves a save in doubt", async () => {
  stardex.script.push(undefined, "hang");
  const save = await accept(ada);
  await vi.advanceTimersByTimeAsync(0);
  expect(now(save).state).toBe("sending");
  startWorker();
  await queue.drain();
  expect(now(save)).toMatchObject({ state: "in_doubt", problem: null });
  await vi.advanceTimersByTimeAsync(5_000);
  expect(stardex.calls).toEqual(["find", "create Ada Lovelace", "find", "create Ada Lovelace"]);
  expect(now(save).state).toBe("saved");
});

test("a note whose answer is lost is shown, and sent again only at her word", async () => {
  const known = { personId: "id-1", name: "Ada Lovelace", onJobs: [], update: {} };
  await stardex
    .clientFor("x")
    .createPerson({ name: "Ada", linkedin_url: ada.linkedinUrl, enrich_record: true });
  stardex.script.push(refused({ kind: "offline" }));
  const save = await accept({ ...ada, lookedUpAt: Date.now(), known, note: "Met in Oslo" });
  await queue.drain();
  expect(now(save)).toMatchObject({ state: "needs_you", unanswered: true });
  await vi.advanceTimersByTimeAsync(60 * 60_000);
  expect(stardex.people[0]?.notes).toEqual([]);
  expect(await queue.retry(save.id)).toBe(true);
  await queue.drain();
  expect(stardex.people[0]?.notes).toEqual(["Met in Oslo"]);
  expect(now(save).state).toBe("saved");
});

test("a refused field needs its user and stops nobody else; her correction sends it", async () => {
  stardex.script.push(
    undefined,
    refused({ kind: "invalid", status: 400, field: "name", message: "too long" }),
  );
  const [first, second] = [await accept(ada), await accept(grace)];
  await queue.drain();
  expect(now(first)).toMatchObject({ state: "needs_you", problem: { field: "name" } });
  expect(now(second).state).toBe("saved");
  expect(testBrowser.state.badge).toBe("1");
  expect(await queue.retry(first.id, { ...ada, name: "Ada" })).toBe(true);
  await queue.drain();
  expect(now(first)).toMatchObject({ state: "saved", problem: null, draft: { name: "Ada" } });
  expect(testBrowser.state.badge).toBe("");
});

test("a stage that Stardex refuses, corrected: the person and the note are not sent again", async () => {
  stardex.script.push(undefined, refused({ kind: "invalid", status: 400 }));
  const [first] = full.jobs;
  if (!first) throw new Error("The full draft has no job");
  const save = await accept({ ...full, jobs: [first] });
  await queue.drain();
  expect(now(save)).toMatchObject({ state: "needs_you", problem: { kind: "invalid" } });
  await queue.retry(save.id, { ...full, jobs: [{ job: first.job }] });
  await queue.drain();
  expect(stardex.calls).toEqual(["create Ada Lovelace", "stage a3", "list l", "task"]);
  expect(now(save).state).toBe("saved");
});

test("a save that can still be undone waits for the end of its grace", async () => {
  const answer = await queue.accept({ ...ada, isOneClick: true }, 5_000);
  if (!answer.ok) throw new Error("not accepted");
  await queue.drain();
  expect(stardex.calls).toEqual([]);
  expect(await queue.discard(answer.id)).toBe(true);
  const second = await queue.accept({ ...grace, isOneClick: true }, 5_000);
  expect(second.ok).toBe(true);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(stardex.people.map(({ name }) => name)).toEqual(["Grace Hopper"]);
});

test("401 stops the whole queue; the same key, accepted again, starts it", async () => {
  stardex.script.push(refused({ kind: "unauthorised", status: 401 }));
  const [first, second] = [await accept(ada), await accept(grace)];
  await queue.drain();
  expect([now(first).state, now(second).state]).toEqual(["waiting", "waiting"]);
  expect(stardex.calls).toHaveLength(1);
  expect(testBrowser.state.badge).toBe("!");
  expect(testBrowser.state.alarms.size).toBe(0);
  await connectWith("ats-key-one");
  await queue.wake();
  await queue.drain();
  expect([now(first).state, now(second).state]).toEqual(["saved", "saved"]);
});

test("another key sends nothing of the first one's until it is told to", async () => {
  stardex.script.push(refused({ kind: "unauthorised", status: 401 }));
  const save = await accept(ada);
  await queue.drain();
  await connectWith("ats-key-two");
  await queue.wake();
  await queue.drain();
  expect(stardex.keys).toEqual(["ats-key-one"]);
  expect(testBrowser.state.badge).toBe("1");
  expect(await queue.others()).toEqual({
    workspaces: [{ workspace: save.workspace, count: 1, names: ["Ada Lovelace"] }],
  });
  expect(await queue.recent()).toEqual({ saves: [], broken: [] });
  expect(await queue.adopt(save.workspace)).toBe(true);
  await queue.drain();
  expect(stardex.keys).toEqual(["ats-key-one", "ats-key-two", "ats-key-two"]);
  expect(await queue.others()).toEqual({ workspaces: [] });
  expect((await queue.recent()).saves).toMatchObject([{ id: save.id, state: "saved" }]);
});

test("another key may discard what the first one left", async () => {
  stardex.script.push(refused({ kind: "unauthorised", status: 401 }));
  const save = await accept(ada);
  await queue.drain();
  await removeConnection();
  expect(await queue.discardOthers(save.workspace)).toBe(true);
  expect(records()).toEqual([]);
});

test("429 holds all calls until the server's time", async () => {
  stardex.script.push(refused({ kind: "rate_limited", status: 429, retryAt: Date.now() + 12_000 }));
  await accept(ada);
  await accept(grace);
  await queue.drain();
  await vi.advanceTimersByTimeAsync(11_900);
  expect(stardex.calls).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(200);
  await queue.drain();
  expect(records().map((record) => record.state)).toEqual(["saved", "saved"]);
});

test("what was never sent while the browser is offline waits, and is sent when a page says it is back", async () => {
  onLine.value = false;
  stardex.script.push(refused({ kind: "offline" }));
  const save = await accept(ada);
  await queue.drain();
  expect(stardex.calls).toEqual(["find"]);
  expect(now(save)).toMatchObject({ state: "waiting", unanswered: false, problem: { kind: "offline" } });
  onLine.value = true;
  await queue.wake();
  await queue.drain();
  expect(now(save).state).toBe("saved");
});

test("a browser that wrongly says it is offline still sends", async () => {
  onLine.value = false;
  const [first, second] = [await accept(ada), await accept(grace)];
  await queue.drain();
  expect([now(first).state, now(second).state]).toEqual(["saved", "saved"]);
  expect(stardex.people).toHaveLength(2);
});

test("two saves of a person go out in their order, also when the first is held up", async () => {
  stardex.script.push(undefined, refused({ kind: "server", status: 500 }));
  await accept(ada);
  await vi.advanceTimersByTimeAsync(1);
  await accept({ ...ada, name: "Ada King" });
  await queue.drain();
  expect(stardex.calls).toEqual(["find", "create Ada Lovelace"]);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(stardex.calls.slice(2)).toEqual(["find", "create Ada Lovelace", "patch Ada King"]);
  expect(stardex.people).toEqual([expect.objectContaining({ name: "Ada King" })]);
});

test("a save discarded on its way does not come back", async () => {
  stardex.script.push(undefined, "hang");
  const save = await accept(ada);
  await vi.advanceTimersByTimeAsync(0);
  expect(await queue.discard(save.id)).toBe(true);
  stardex.hung[0]?.();
  await queue.drain();
  expect(stardex.people).toHaveLength(1);
  expect(records()).toEqual([]);
});

test.each([
  ["Resource::kQuotaBytes quota exceeded", "storage_full"],
  ["IO error: No space left on device", "storage_full"],
  ["Access to storage is not allowed from this context", "storage_refused"],
])("a save that cannot be stored is not accepted: %s", async (message, kind) => {
  testBrowser.state.writeError = new Error(message);
  expect(await queue.accept(ada)).toEqual({ ok: false, problem: { kind } });
});

test("without a key nothing is accepted", async () => {
  await removeConnection();
  expect(await queue.accept(ada)).toEqual({ ok: false, problem: { kind: "not_connected" } });
});

test("a record that cannot be read is set aside with its text and stops nobody", async () => {
  testBrowser.put("save:odd", { version: 9, name: "kept" });
  const save = await accept(ada);
  await queue.drain();
  expect(now(save).state).toBe("saved");
  expect(testBrowser.item("save:odd")).toBeUndefined();
  expect(testBrowser.item("broken:odd")).toMatchObject({ raw: '{"version":9,"name":"kept"}' });
});

test("300 saves keep under the limit and leave room for the user's own calls", async () => {
  for (let n = 0; n < 300; n++) {
    await accept({ ...ada, name: `P ${n}`, linkedinUrl: `https://www.linkedin.com/in/p${n}` });
  }
  await vi.advanceTimersByTimeAsync(1_000);
  expect(stardex.calls.length).toBeLessThan(60);
  expect(stardex.calls.length).toBeGreaterThan(54);
  const start = Date.now();
  while (testBrowser.state.alarms.has(QUEUE_ALARM) && Date.now() < start + 12 * 60_000) await fireAlarm();
  expect(stardex.people).toHaveLength(300);
  expect(stardex.calls).toHaveLength(600);
  expect(records()).toHaveLength(200);
}, 60_000);
