/**
 * The queue against chance: saves, faults, deaths of the worker between any two steps, lost and late
 * networks, in any order. Time is simulated, so each case runs over minutes of it.
 */
import * as fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import type { Problem, SaveRecord } from "../save.ts";
import { createRateLimiter } from "../stardex/rate.ts";
import { StardexError } from "../stardex/stardex-error.ts";
import { connect } from "./connection.ts";
import { rateStore } from "./rate-store.ts";
import { createSaveQueue } from "./save-queue.ts";
import { passTime, testBrowser } from "./test-browser.ts";
import { createTestLocks } from "./test-locks.ts";
import { QUEUE_ALARM } from "./wake-up.ts";

vi.mock("webextension-polyfill", () => import("./test-browser.ts"));
// The real one hashes in another thread, where simulated time does not pass.
vi.mock("./fingerprint.ts", () => ({ fingerprint: async (key: string) => key }));

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** What becomes of a call, before or after the person is stored. */
type Fault = { isStored: boolean; problem: Problem };
const faults: Record<string, Fault> = {
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
const surelyNotStored = ["invalid", "unauthorised", "forbidden", "rate_limited"];

type Step =
  | { do: "accept"; person: number }
  | { do: "fault"; fault: string }
  | { do: "retry" | "discard"; nth: number }
  | { do: "kill" }
  | { do: "pass"; ms: number }
  | { do: "network"; isUp: boolean }
  | { do: "reconnect" }
  | { do: "set clock back"; ms: number };

const pass = fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1_000, max: 90_000 }));
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant("accept" as const), person: fc.nat(2) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("fault" as const),
      fault: fc.constantFrom(...Object.keys(faults)),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom("retry" as const, "discard" as const), nth: fc.nat(5) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("kill" as const) }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant("pass" as const), ms: pass }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("network" as const), isUp: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("reconnect" as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("set clock back" as const), ms: fc.nat(7_200_000) }) },
);

function createWorld() {
  const people = new Map<string, string>();
  const script: Fault[] = [];
  /** Calls as Stardex saw them, by the save's name (each save has its own). */
  const log: { call: "create" | "refused" | "find"; name: string }[] = [];
  const accepted: string[] = [];
  const discarded: string[] = [];
  /** Saves (ids) and people (URLs) she meddled with: what must be true of the others is not of them. */
  const touched = new Set<string>();
  let queue: ReturnType<typeof createSaveQueue> | undefined;
  let isUp = true;
  let saves = 0;

  const clientFor = () => ({
    async createPerson({ name, linkedin_url }: { name: string; linkedin_url: string }) {
      await passTime(5);
      log.push({ call: "create", name });
      const fault = nextFault();
      if (!fault || fault.isStored) people.set(linkedin_url, name);
      if (fault && surelyNotStored.includes(fault.problem.kind)) log.push({ call: "refused", name });
      await passTime(5);
      if (fault) throw new StardexError(fault.problem);
      return { personId: name, candidateId: null };
    },
    async findCandidate() {
      return null;
    },
    async findPerson(url: string) {
      await passTime(5);
      const fault = nextFault();
      if (fault) throw new StardexError(fault.problem);
      log.push({ call: "find", name: url });
      const name = people.get(url);
      await passTime(5);
      return name === undefined
        ? undefined
        : {
            id: name,
            name,
            linkedin_public_id: null,
            current_job_title: null,
            current_company_name: null,
            company_name: null,
          };
    },
  });

  function nextFault(): Fault | undefined {
    return isUp ? script.shift() : faults["dropped before"];
  }

  /** As service-worker.ts does it. */
  function worker() {
    if (!queue) {
      vi.stubGlobal("navigator", { locks: createTestLocks(), onLine: true });
      const limiter = createRateLimiter(rateStore, Date.now);
      queue = createSaveQueue({ clientFor, limiter, now: Date.now, random: () => 0.5 });
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

  function accept(person: number): void {
    const draft = { name: `Save ${saves++}`, linkedinUrl: `https://www.linkedin.com/in/p${person}` };
    void worker()
      .accept(draft)
      .then((answer) => answer.ok && accepted.push(answer.id));
  }

  /** Her word settles what is not known: after it a save may go out again. */
  function retry(nth: number): void {
    const id = accepted[nth];
    const record = records().find((record) => record.id === id);
    if (!record) return;
    touched.add(record.draft.linkedinUrl);
    if (record.state === "needs_you") log.push({ call: "refused", name: record.draft.name });
    void worker().retry(record.id);
  }

  function discard(nth: number): void {
    const record = records().find((record) => record.id === accepted[nth]);
    if (!record) return;
    touched.add(record.id).add(record.draft.linkedinUrl);
    void worker()
      .discard(record.id)
      .then(() => discarded.push(record.id));
  }

  async function perform(step: Step): Promise<void> {
    if (step.do === "accept") accept(step.person);
    if (step.do === "fault") script.push(faults[step.fault] as Fault);
    if (step.do === "retry") retry(step.nth);
    if (step.do === "discard") discard(step.nth);
    if (step.do === "kill") kill();
    if (step.do === "pass") await passAlarms(step.ms);
    if (step.do === "network") isUp = step.isUp;
    if (step.do === "reconnect") await reconnect();
    if (step.do === "set clock back") vi.setSystemTime(Date.now() - step.ms);
  }

  /** Everything is well again and stays so. */
  async function recover(): Promise<void> {
    script.length = 0;
    isUp = true;
    await reconnect();
    await passAlarms(60 * 60_000);
  }

  return { people, log, accepted, discarded, touched, perform, recover, reconnect };
}

const records = () =>
  [...testBrowser.state.items.keys()]
    .filter((key) => key.startsWith("save:"))
    .map((key) => testBrowser.item(key) as SaveRecord)
    .sort((a, b) => a.order - b.order);

test("no accepted save is lost, none goes out twice without a look-up, none overtakes another", async () => {
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
      for (const { draft } of found) expectLookedUpBetween(world.log, draft.name, draft.linkedinUrl);
      for (const [url, name] of world.people) {
        const saved = found.filter((record) => record.draft.linkedinUrl === url && record.state === "saved");
        const unsure = found.some((record) => record.draft.linkedinUrl === url && record.unanswered);
        if (!unsure && !world.touched.has(url))
          expect(saved.at(-1)?.draft.name, "older words over newer ones").toBe(name);
      }
      expect(testBrowser.state.alarms.size, "an alarm with nothing to do").toBe(0);
    }),
    { numRuns: 500 },
  );
}, 60_000);

/** Between two sends of one save: Stardex refused the first, or was asked for the person. */
function expectLookedUpBetween(log: { call: string; name: string }[], name: string, url: string): void {
  let isOpen = false;
  for (const entry of log) {
    if (entry.call === "create" && entry.name === name) {
      expect(isOpen, `${name} was sent again without a look-up`).toBe(false);
      isOpen = true;
    }
    if ((entry.call === "refused" && entry.name === name) || (entry.call === "find" && entry.name === url))
      isOpen = false;
  }
}
