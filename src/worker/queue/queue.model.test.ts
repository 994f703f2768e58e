/**
 * The queue against chance: saves, faults, deaths of the worker between any two steps, lost and late
 * networks, in any order. Time is simulated, so each case runs over minutes of it.
 */
import * as fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import type { SaveDraft, SaveRecord } from "../../model/save.ts";
import { createRateLimiter } from "../../stardex/rate.ts";
import { StardexError } from "../../stardex/stardex-error.ts";
import { runs } from "../../testing/runs.ts";
import { passTime, testBrowser } from "../../testing/test-browser.ts";
import { createTestLocks } from "../../testing/test-locks.ts";
import { createTestStardex, type Fault, testJob } from "../../testing/test-stardex.ts";
import { connect } from "../key/connection.ts";
import { createRateStore } from "../lookups/rate-store.ts";
import { checkedWithoutCall, checkPerson } from "./identify.ts";
import { createSaveQueue } from "./queue.ts";
import type { StepClient } from "./steps.ts";
import { QUEUE_ALARM } from "./wake-up.ts";

vi.mock("webextension-polyfill", () => import("../../testing/test-browser.ts"));
// The real one hashes in another thread, where simulated time does not pass.
vi.mock("../key/fingerprint.ts", () => ({ fingerprint: async (key: string) => key }));

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const faults: Record<string, Exclude<Fault, "hang">> = {
  "dropped before": { isStored: false, problem: { kind: "offline" } },
  "dropped after": { isStored: true, problem: { kind: "offline" } },
  "timeout before": { isStored: false, problem: { kind: "timeout" } },
  "timeout after": { isStored: true, problem: { kind: "timeout" } },
  "500 before": { isStored: false, problem: { kind: "server", status: 500 } },
  "500 after": { isStored: true, problem: { kind: "server", status: 500 } },
  "HTML after": { isStored: true, problem: { kind: "unreadable", status: 200 } },
  "400": { isStored: false, problem: { kind: "invalid", status: 400 } },
  "401": { isStored: false, problem: { kind: "unauthorised", status: 401 } },
  "403": { isStored: false, problem: { kind: "forbidden", status: 403 } },
  "429": { isStored: false, problem: { kind: "rate_limited", status: 429 } },
};

type Step =
  | { do: "accept"; person: number; jobs: string[]; hasNote: boolean; isLookedUp: boolean }
  | { do: "fault"; fault: string }
  | { do: "retry" | "settle" | "discard"; nth: number }
  | { do: "kill" }
  | { do: "pass"; ms: number }
  | { do: "network"; isUp: boolean }
  | { do: "reconnect" }
  | { do: "set clock back"; ms: number };

const jobs = fc.uniqueArray(fc.constantFrom("a", "b", "c"), { maxLength: 2 });
const pass = fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1_000, max: 90_000 }));
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("accept" as const),
      person: fc.nat(2),
      jobs,
      hasNote: fc.boolean(),
      isLookedUp: fc.boolean(),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("fault" as const),
      fault: fc.constantFrom(...Object.keys(faults)),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom("retry" as const, "settle" as const, "discard" as const),
      nth: fc.nat(5),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("kill" as const) }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant("pass" as const), ms: pass }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("network" as const), isUp: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("reconnect" as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("set clock back" as const), ms: fc.nat(7_200_000) }) },
);

/** The second press meets a first that is still being stored, in a worker that has just started; its answer is lost. */
function pressedTwice(isLookedUp: boolean): Step[] {
  const accept: Step = { do: "accept", person: 1, jobs: ["b"], hasNote: false, isLookedUp };
  return [{ do: "kill" }, accept, { do: "fault", fault: "timeout after" }, accept, { do: "pass", ms: 19 }];
}

/** The second rests on a look-up from before the first arrived, and a clock that is set back hides that. */
const lookedUpBeforeTheOther: Step[] = [
  { do: "fault", fault: "401" },
  { do: "accept", person: 1, jobs: ["a"], hasNote: false, isLookedUp: false },
  { do: "accept", person: 1, jobs: [], hasNote: false, isLookedUp: true },
  { do: "reconnect" },
  { do: "set clock back", ms: 601_028 },
  { do: "accept", person: 1, jobs: ["a"], hasNote: false, isLookedUp: false },
];

function createWorld() {
  const stardex = createTestStardex(() => passTime(5));
  const accepted: string[] = [];
  const discarded: string[] = [];
  /** Saves (ids) and people (URLs) she meddled with: what must be true of the others is not of them. */
  const touched = new Set<string>();
  let queue: ReturnType<typeof createSaveQueue> | undefined;
  let isUp = true;
  let saves = 0;

  /** Down, every call is dropped, whatever the script says. */
  const clientFor = (key: string): StepClient => {
    return new Proxy(stardex.clientFor(key), {
      get:
        (client, name: keyof StepClient) =>
        async (...args: never[]) => {
          if (isUp) return await (client[name] as (...args: never[]) => Promise<unknown>)(...args);
          await passTime(5);
          throw new StardexError({ kind: "offline" });
        },
    });
  };

  /** As service-worker.ts does it. */
  function worker() {
    if (!queue) {
      vi.stubGlobal("navigator", { locks: createTestLocks(), onLine: true });
      const limiter = createRateLimiter(createRateStore(), Date.now);
      queue = createSaveQueue({
        clientFor,
        check: (record, client, earlier) => checkPerson(record, client, Date.now(), earlier),
        checkedWithoutCall: (save, earlier) => checkedWithoutCall(save, Date.now(), earlier),
        limiter,
        now: Date.now,
        random: () => 0.5,
      });
      void queue.drain();
    }
    return queue;
  }

  function kill(): void {
    queue = undefined;
    testBrowser.state.worker += 1;
    const now = Date.now();
    vi.clearAllTimers(); // which sets the clock back to its start
    vi.setSystemTime(now);
  }

  async function passAlarms(ms: number): Promise<void> {
    const end = Date.now() + ms;
    for (let alarm = testBrowser.state.alarms.get(QUEUE_ALARM); alarm && alarm.when <= end; ) {
      await vi.advanceTimersByTimeAsync(Math.max(1, alarm.when - Date.now()));
      testBrowser.state.alarms.set(QUEUE_ALARM, { ...alarm, when: Date.now() + 60_000 });
      void worker().drain();
      await vi.advanceTimersByTimeAsync(1);
      alarm = testBrowser.state.alarms.get(QUEUE_ALARM);
    }
    await vi.advanceTimersByTimeAsync(Math.max(0, end - Date.now()));
  }

  async function reconnect(): Promise<void> {
    worker();
    const connecting = connect("ats-key", async () => undefined).then(() => worker().wake());
    await vi.advanceTimersByTimeAsync(1_000);
    await connecting;
  }

  /** What the form adds to a draft when it has just asked Stardex. */
  function lookUp(url: string): Pick<SaveDraft, "lookedUpAt" | "known"> {
    const found = stardex.people.find((one) => one.url === url);
    return {
      // What arrives in this very millisecond arrives after it.
      lookedUpAt: Date.now() - 1,
      ...(found && {
        known: { personId: found.id, name: found.name, onJobs: [...found.jobs], update: {} },
      }),
    };
  }

  function accept({ person, jobs, hasNote, isLookedUp }: Extract<Step, { do: "accept" }>): void {
    const name = `Save ${saves++}`;
    const linkedinUrl = `https://www.linkedin.com/in/p${person}`;
    const draft: SaveDraft = {
      name,
      linkedinUrl,
      role: "candidate",
      jobs: jobs.map((id) => ({ job: testJob(id) })),
      ...(hasNote && { note: name }),
      ...(isLookedUp && lookUp(linkedinUrl)),
    };
    void worker()
      .accept(draft)
      .then((answer) => answer.ok && accepted.push(answer.id));
  }

  /** Her word that it is to be sent again: may well double what arrived after all. */
  function retry(nth: number): void {
    const record = recordOf(nth);
    if (!record) return;
    touched.add(record.draft.linkedinUrl);
    void worker().retry(record.id);
  }

  /** Her word that it arrived: may well be wrong. */
  function settle(nth: number): void {
    const record = recordOf(nth);
    if (!record) return;
    touched.add(record.draft.linkedinUrl);
    void worker().settle(record.id);
  }

  function recordOf(nth: number): SaveRecord | undefined {
    return records().find((record) => record.id === accepted[nth]);
  }

  function discard(nth: number): void {
    const record = recordOf(nth);
    if (!record) return;
    touched.add(record.id).add(record.draft.linkedinUrl);
    void worker()
      .discard(record.id)
      .then(() => discarded.push(record.id));
  }

  async function perform(step: Step): Promise<void> {
    if (step.do === "accept") accept(step);
    if (step.do === "fault") stardex.script.push(faults[step.fault]);
    if (step.do === "retry") retry(step.nth);
    if (step.do === "settle") settle(step.nth);
    if (step.do === "discard") discard(step.nth);
    if (step.do === "kill") kill();
    if (step.do === "pass") await passAlarms(step.ms);
    if (step.do === "network") isUp = step.isUp;
    if (step.do === "reconnect") await reconnect();
    if (step.do === "set clock back") vi.setSystemTime(Date.now() - step.ms);
  }

  /** Everything is well again and stays so. */
  async function recover(): Promise<void> {
    stardex.script.length = 0;
    isUp = true;
    await reconnect();
    await passAlarms(60 * 60_000);
  }

  return { people: stardex.people, accepted, discarded, touched, perform, recover, reconnect };
}

const records = () =>
  [...testBrowser.state.items.keys()]
    .filter((key) => key.startsWith("save:"))
    .map((key) => testBrowser.item(key) as SaveRecord)
    .sort((a, b) => a.order - b.order);

test("no accepted save is lost; no person, candidate or note is doubled, whatever happens", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      vi.useFakeTimers({ now: 1_000_000_000 });
      testBrowser.reset();
      testBrowser.state.latency = 1;
      const world = createWorld();
      await world.reconnect();
      for (const step of steps) {
        await world.perform(step);
        await vi.advanceTimersByTimeAsync(1);
      }
      await world.recover();

      const found = records();
      const ids = found.map((record) => record.id);
      const kept = world.accepted.filter((id) => !world.touched.has(id));
      for (const id of kept) expect(ids, "an accepted save is gone").toContain(id);
      for (const id of world.discarded) expect(ids, "a discarded save is back").not.toContain(id);
      for (const { state } of found) expect(["saved", "needs_you"]).toContain(state);
      for (const { url, ...person } of world.people) {
        const hers = found.filter((record) => record.draft.linkedinUrl === url);
        expect(
          world.people.filter((one) => one.url === url),
          "a second person",
        ).toHaveLength(1);
        expect(person.jobs, "a second candidate").toEqual([...new Set(person.jobs)]);
        if (world.touched.has(url)) continue;
        expect(person.notes, "a note twice").toEqual([...new Set(person.notes)]);
        if (hers.some(({ state }) => state !== "saved")) continue;
        const jobs = hers.flatMap(({ draft }) => draft.jobs.map(({ job }) => job.id));
        expect(new Set(person.jobs), "a job is missing").toEqual(new Set(jobs));
        const notes = hers.flatMap(({ draft }) => draft.note ?? []);
        expect(new Set(person.notes), "a note is missing").toEqual(new Set(notes));
        // Saved while the one before was under way, its words are newer; of a known person they are not.
        if (hers.length === 1) expect(person.name).toBe(hers[0]?.draft.name);
      }
      expect(testBrowser.state.alarms.size, "an alarm with nothing to do").toBe(0);
    }),
    {
      numRuns: runs(1_500),
      examples: [[pressedTwice(true)], [pressedTwice(false)], [lookedUpBeforeTheOther]],
    },
  );
}, 60_000);
