import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Problem, SaveDraft, SaveRecord } from "../save.ts";
import { createRateLimiter } from "../stardex/rate.ts";
import { StardexError } from "../stardex/stardex-error.ts";
import { connect, removeConnection } from "./connection.ts";
import { rateStore } from "./rate-store.ts";
import { createSaveQueue } from "./save-queue.ts";
import { testBrowser } from "./test-browser.ts";
import { createTestLocks } from "./test-locks.ts";
import { QUEUE_ALARM } from "./wake-up.ts";

vi.mock("webextension-polyfill", () => import("./test-browser.ts"));

const ada: SaveDraft = { linkedinUrl: "https://www.linkedin.com/in/ada", name: "Ada Lovelace" };
const grace: SaveDraft = { linkedinUrl: "https://www.linkedin.com/in/grace", name: "Grace Hopper" };

/** A Stardex that answers as told, in order; then it stores. */
function createStardex() {
  const people = new Map<string, { id: string; name: string }>();
  const script: (Problem | "store_then_drop" | "hang")[] = [];
  /** `PERSON JOB` of each candidate. */
  const onJobs = new Set<string>();
  const calls: string[] = [];
  const keys: string[] = [];
  const hung: (() => void)[] = [];
  const clientFor = (key: string) => ({
    async createPerson(body: { name: string; linkedin_url: string }) {
      calls.push(`create ${body.name}`);
      keys.push(key);
      const fault = script.shift();
      if (fault === "hang") await new Promise<void>((resolve) => hung.push(resolve));
      if (typeof fault === "object") throw new StardexError(fault);
      people.set(body.linkedin_url, { id: `id-${body.name}`, name: body.name });
      if (fault === "store_then_drop") throw new StardexError({ kind: "offline" });
      return { personId: `id-${body.name}`, candidateId: null };
    },
    async findCandidate(personId: string, jobId: string) {
      calls.push("candidates");
      return onJobs.has(`${personId} ${jobId}`) ? "candidate-1" : null;
    },
    async findPerson(url: string) {
      calls.push("find");
      const fault = script.shift();
      if (typeof fault === "object") throw new StardexError(fault);
      const person = people.get(url);
      return person && { ...person, linkedin_public_id: url.slice(28) };
    },
  });
  return { people, onJobs, script, calls, keys, hung, clientFor };
}

let stardex: ReturnType<typeof createStardex>;
let queue: ReturnType<typeof createSaveQueue>;
const onLine = { value: true };

function startWorker(): void {
  vi.stubGlobal("navigator", {
    locks: createTestLocks(),
    get onLine() {
      return onLine.value;
    },
  });
  const limiter = createRateLimiter(rateStore, Date.now);
  queue = createSaveQueue({ clientFor: stardex.clientFor, limiter, now: Date.now, random: () => 0.5 });
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
  stardex = createStardex();
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
  expect(now(save)).toMatchObject({ state: "saved", outcome: { personId: "id-Ada Lovelace" }, attempts: 1 });
  expect(stardex.calls).toEqual(["create Ada Lovelace"]);
  expect(testBrowser.state.alarms.size).toBe(0);
});

test("an answer that got lost is looked up, not sent again", async () => {
  stardex.script.push("store_then_drop");
  const save = await accept(ada);
  await queue.drain();
  expect(now(save)).toMatchObject({ state: "in_doubt", unanswered: true, problem: { kind: "offline" } });
  expect(testBrowser.state.alarms.get(QUEUE_ALARM)?.when).toBeGreaterThanOrEqual(Date.now() + 30_000);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(now(save)).toMatchObject({
    state: "saved",
    outcome: { personId: "id-Ada Lovelace" },
    unanswered: false,
  });
  expect(stardex.calls).toEqual(["create Ada Lovelace", "find"]);
});

test.each([
  { onJob: true, calls: ["create Ada Lovelace", "find", "candidates"] },
  { onJob: false, calls: ["create Ada Lovelace", "find", "candidates", "create Ada Lovelace"] },
])("a lost answer of a save with a job: arrived only if she is on it ($onJob)", async ({ onJob, calls }) => {
  const job = { id: "j-1", name: "CFO", clientCompanyName: null, location: null, candidateCount: null };
  if (onJob) stardex.onJobs.add("id-Ada Lovelace j-1");
  stardex.script.push("store_then_drop");
  const save = await accept({ ...ada, job });
  await queue.drain();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(stardex.calls).toEqual(calls);
  expect(now(save)).toMatchObject({
    state: "saved",
    outcome: { personId: "id-Ada Lovelace", candidateId: onJob ? "candidate-1" : null },
  });
});

test("a request that never arrived is looked up and sent again", async () => {
  stardex.script.push({ kind: "server", status: 500 });
  const save = await accept(ada);
  await queue.drain();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(stardex.calls).toEqual(["create Ada Lovelace", "find", "create Ada Lovelace"]);
  expect(now(save).state).toBe("saved");
});

test("a person who was in Stardex before is no proof: the newer words are sent again", async () => {
  stardex.people.set(ada.linkedinUrl, { id: "old", name: "Ada Byron" });
  stardex.script.push({ kind: "timeout" });
  const save = await accept(ada);
  await queue.drain();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(stardex.people.get(ada.linkedinUrl)?.name).toBe("Ada Lovelace");
  expect(now(save).state).toBe("saved");
});

test("a look-up that Stardex refuses decides nothing: its user has to", async () => {
  stardex.script.push({ kind: "timeout" }, { kind: "forbidden", status: 403 });
  const save = await accept(ada);
  await queue.drain();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(now(save)).toMatchObject({ state: "needs_you", unanswered: true, problem: { kind: "forbidden" } });
  expect(stardex.calls).toEqual(["create Ada Lovelace", "find"]);
});

test("a worker that died while it sent leaves a save in doubt", async () => {
  stardex.script.push("hang");
  const save = await accept(ada);
  await vi.advanceTimersByTimeAsync(0);
  expect(now(save).state).toBe("sending");
  startWorker();
  await queue.drain();
  expect(now(save)).toMatchObject({ state: "in_doubt", problem: null });
  await vi.advanceTimersByTimeAsync(5_000);
  expect(stardex.calls).toEqual(["create Ada Lovelace", "find", "create Ada Lovelace"]);
  expect(now(save).state).toBe("saved");
});

test("a refused field needs its user and stops nobody else; her correction sends it", async () => {
  stardex.script.push({ kind: "invalid", status: 400, field: "name", message: "too long" });
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

test("401 stops the whole queue; the same key, accepted again, starts it", async () => {
  stardex.script.push({ kind: "unauthorised", status: 401 });
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
  stardex.script.push({ kind: "unauthorised", status: 401 });
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
  expect(await queue.adopt(save.workspace)).toBe(true);
  await queue.drain();
  expect(stardex.keys).toEqual(["ats-key-one", "ats-key-two"]);
  expect(await queue.others()).toEqual({ workspaces: [] });
});

test("another key may discard what the first one left", async () => {
  stardex.script.push({ kind: "unauthorised", status: 401 });
  const save = await accept(ada);
  await queue.drain();
  await removeConnection();
  expect(await queue.discardOthers(save.workspace)).toBe(true);
  expect(records()).toEqual([]);
});

test("429 holds all calls until the server's time", async () => {
  stardex.script.push({ kind: "rate_limited", status: 429, retryAt: Date.now() + 12_000 });
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
  stardex.script.push({ kind: "offline" });
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
  expect(stardex.calls).toEqual(["find", "create Ada Lovelace", "create Grace Hopper"]);
});

test("two saves of a person go out in their order, also when the first is held up", async () => {
  stardex.script.push({ kind: "server", status: 500 });
  await accept(ada);
  await vi.advanceTimersByTimeAsync(1);
  await accept({ ...ada, name: "Ada King" });
  await queue.drain();
  expect(stardex.calls).toEqual(["create Ada Lovelace"]);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(stardex.calls).toEqual(["create Ada Lovelace", "find", "create Ada Lovelace", "create Ada King"]);
});

test("a save discarded on its way does not come back", async () => {
  stardex.script.push("hang");
  const save = await accept(ada);
  await vi.advanceTimersByTimeAsync(0);
  expect(await queue.discard(save.id)).toBe(true);
  stardex.hung[0]?.();
  await queue.drain();
  expect(stardex.people.size).toBe(1);
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
    await accept({ name: `P ${n}`, linkedinUrl: `https://www.linkedin.com/in/p${n}` });
  }
  await vi.advanceTimersByTimeAsync(1_000);
  expect(stardex.calls).toHaveLength(45);
  const start = Date.now();
  while (testBrowser.state.alarms.has(QUEUE_ALARM) && Date.now() < start + 7 * 60_000) await fireAlarm();
  expect(new Set(stardex.calls).size).toBe(300);
  expect(stardex.calls).toHaveLength(300);
  expect(records()).toHaveLength(200);
});
