/**
 * The queue against chance: saves, faults, slow servers, corrections, colleagues, merges, key changes, a full
 * or cleared database, jumping clocks and deaths of the worker, in any order. Time is simulated, so each case
 * runs over an hour of it. `runs` takes more cases at night.
 */
import * as fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import type { Fault } from "../../../e2e/sandbox/faults.ts";
import { SANDBOX_KEY, SECOND_KEY } from "../../../e2e/sandbox/in-process.ts";
import { isUnanswered, type SaveDraft, type SaveRecord } from "../../model/save.ts";
import { database } from "../../storage/database.ts";
import { readSavesPage } from "../../storage/saves.ts";
import { createQueueWorld, type QueueWorld } from "../../testing/queue-world.ts";
import { runs } from "../../testing/runs.ts";
import { addPerson } from "../../testing/sandbox-records.ts";
import { inTime } from "../../testing/time.ts";
import { clearStorage } from "../forget.ts";

vi.mock("webextension-polyfill", () => import("../../testing/test-browser.ts"));
// The real one hashes in another thread, where simulated time does not pass.
vi.mock("../key/fingerprint.ts", () => ({ fingerprint: async (key: string) => key }));

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const status = (code: number, stored = false): Fault => ({
  kind: "status",
  status: code,
  envelope: "A",
  stored,
});
const faults: Record<string, Fault> = {
  "dropped before": { kind: "drop_before_storing" },
  "dropped after": { kind: "drop_after_storing" },
  "no answer": { kind: "never_answer" },
  "no answer, stored": { kind: "never_answer", stored: true },
  "24 s": { kind: "delay", ms: 24_000 },
  "45 s": { kind: "delay", ms: 45_000 },
  "500": status(500),
  "500, stored": status(500, true),
  HTML: { kind: "html", status: 200, stored: true },
  "400": status(400),
  "401": status(401),
  "403": status(403),
  "404": status(404),
  "429": status(429),
};

type Event =
  | { do: "accept"; person: number; jobs: number[]; hasNote: boolean; hasTask: boolean; hasList: boolean }
  | { do: "fault"; fault: string; path: "persons" | "activities" | "tasks" | "items" | "any" }
  | { do: "correct" | "retry" | "settle" | "discard"; nth: number }
  | { do: "colleague" | "merge"; person: number }
  | { do: "kill" | "reconnect" | "other key" | "forget" | "read elsewhere" | "full disk" }
  | { do: "pass"; ms: number }
  | { do: "network"; isUp: boolean }
  | { do: "clock"; ms: number };

const person = fc.nat(2);
const event: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant("accept" as const),
      person,
      jobs: fc.uniqueArray(fc.nat(2), { maxLength: 2 }),
      hasNote: fc.boolean(),
      hasTask: fc.boolean(),
      hasList: fc.boolean(),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant("fault" as const),
      fault: fc.constantFrom(...Object.keys(faults)),
      path: fc.constantFrom(
        "persons" as const,
        "activities" as const,
        "tasks" as const,
        "items" as const,
        "any" as const,
      ),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom("correct" as const, "retry" as const, "settle" as const, "discard" as const),
      nth: fc.nat(5),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom("colleague" as const, "merge" as const), person }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom(
        "kill" as const,
        "kill" as const,
        "reconnect" as const,
        "other key" as const,
        "forget" as const,
        "read elsewhere" as const,
        "full disk" as const,
      ),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant("pass" as const),
      ms: fc.oneof(fc.nat(60), fc.integer({ min: 1_000, max: 90_000 })),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("network" as const), isUp: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("clock" as const),
      ms: fc.integer({ min: -7_200_000, max: 7_200_000 }),
    }),
  },
);

const paths = { persons: /persons/, activities: /activities/, tasks: /tasks$/, items: /items$/, any: /./ };
const slugOf = (n: number) => `person-${n}`;
const urlOf = (n: number) => `https://www.linkedin.com/in/${slugOf(n)}`;

function createCase(world: QueueWorld) {
  const accepted: string[] = [];
  const discarded = new Set<string>();
  /** What the user sent again unseen, or what a clock made look older than it is: may be there twice. */
  const mayDouble = new Set<string>();
  let count = 0;
  let isOther = false;

  async function open(): Promise<SaveRecord[]> {
    const records = await Promise.all(accepted.map((id) => world.record(id)));
    return records.filter((record): record is SaveRecord => record !== null && record.state !== "saved");
  }

  async function nth(n: number): Promise<SaveRecord | undefined> {
    const records = await open();
    return records[n % Math.max(1, records.length)];
  }

  async function accept({ person, jobs, hasNote, hasTask, hasList }: Extract<Event, { do: "accept" }>) {
    count += 1;
    const picked = jobs.flatMap((n) => {
      const job = world.store.jobs.filter((one) => !one.is_archived)[n];
      const none = { clientCompanyName: null, location: null, candidateCount: null };
      return job ? [{ job: { id: job.id, name: job.name, ...none } }] : [];
    });
    const [list] = world.store.lists.filter((one) => one.list_type === "persons" && !one.is_archived);
    const draft: SaveDraft = {
      linkedinUrl: urlOf(person),
      name: slugOf(person),
      role: "candidate",
      jobs: picked,
      ...(hasNote && { note: `Note ${count}.` }),
      ...(hasTask && { task: { text: `Task ${count}.` } }),
      ...(hasList && list && { list: { id: list.id, name: list.name } }),
    };
    const answer = await inTime(world.queue.accept(draft, isOther ? SECOND_KEY : SANDBOX_KEY));
    if (answer.ok && !isOther) accepted.push(answer.id);
  }

  async function act(event: Event): Promise<void> {
    switch (event.do) {
      case "accept":
        return await accept(event);
      case "fault": {
        const fault = faults[event.fault];
        if (fault) world.sandbox.faults.add({ path: paths[event.path], fault });
        return;
      }
      case "correct": {
        const save = await nth(event.nth);
        if (!save) return;
        if (save.state === "needs_you" && isUnanswered(save)) mayDouble.add(save.id);
        const { list: _out, ...rest } = save.draft;
        await inTime(world.queue.retry(save.id, { ...rest, currentJobTitle: `Title ${event.nth}` }));
        return;
      }
      case "retry":
      case "settle":
      case "discard": {
        const save = await nth(event.nth);
        if (!save) return;
        if (save.state === "needs_you" && isUnanswered(save)) mayDouble.add(save.id);
        if (event.do === "discard") discarded.add(save.id);
        await inTime(world.queue[event.do](save.id));
        return;
      }
      case "colleague":
        if (!world.store.personByUrl(urlOf(event.person)))
          addPerson(world.store, slugOf(event.person), slugOf(event.person));
        return;
      case "merge": {
        const old = world.store.personByUrl(urlOf(event.person));
        if (!old) return;
        const id = crypto.randomUUID();
        const oldId = old.id;
        old.id = id;
        for (const one of [...world.store.candidates, ...world.store.activities, ...world.store.tasks])
          if (one.person_id === oldId) one.person_id = id;
        for (const list of world.store.lists)
          list.person_ids = list.person_ids.map((one) => (one === oldId ? id : one));
        return;
      }
      case "kill":
        return await world.kill();
      case "reconnect":
        isOther = false;
        return await world.connect();
      case "other key":
        isOther = true;
        return await world.connect(SECOND_KEY);
      case "forget":
        // As the worker does it: nothing is sent meanwhile.
        for (const { id } of await open()) discarded.add(id);
        await world.kill();
        await inTime(world.queue.pause(clearStorage));
        return await world.connect(isOther ? SECOND_KEY : SANDBOX_KEY);
      case "read elsewhere":
        await readSavesPage({ workspace: SANDBOX_KEY, limit: 5 });
        return;
      case "full disk": {
        vi.spyOn(IDBObjectStore.prototype, "add").mockImplementationOnce(() => {
          throw new DOMException("The disk is full", "QuotaExceededError");
        });
        return;
      }
      case "pass":
        return await world.pass(event.ms);
      case "network":
        return await world.setOnline(event.isUp);
      case "clock":
        // What is on its way seems older than it is: no clock can tell.
        if (event.ms > 0) for (const { id } of await open()) mayDouble.add(id);
        world.setClock(event.ms);
        return;
    }
  }

  /** Everything is well again, and the user tries what Stardex refused once more. */
  async function recover(): Promise<void> {
    world.sandbox.faults.clear();
    await world.setOnline(true);
    await world.connect();
    await world.kill();
    for (let n = 0; n < 4; n += 1) {
      await world.pass(20 * 60_000);
      for (const save of await open())
        if (save.state === "needs_you" && !isUnanswered(save)) await inTime(world.queue.retry(save.id));
    }
    await world.pass(20 * 60_000);
  }

  async function check(): Promise<void> {
    for (const id of accepted) {
      if (discarded.has(id)) continue;
      const save = await world.record(id);
      // A finished one may have made room for another.
      if (!save) continue;
      expect([save.state, save.problem]).toEqual([
        expect.stringMatching(/^(?:saved|needs_you)$/),
        save.state === "saved" ? null : expect.anything(),
      ]);
      const { note, task } = save.draft;
      const notes = world.store.activities.filter(({ activity_content }) =>
        activity_content.includes(note ?? "-"),
      );
      const tasks = world.store.tasks.filter(({ content_text }) => content_text === task?.text);
      // Not even of a note: it is the first firm's.
      const elsewhere = world.sandbox.secondStore.activities.map((one) => one.activity_content);
      expect(elsewhere).not.toContain(note);
      if (!mayDouble.has(id)) {
        expect(notes.length).toBeLessThanOrEqual(1);
        expect(tasks.length).toBeLessThanOrEqual(1);
      }
      if (save.state !== "saved" || mayDouble.has(id)) continue;
      const held = world.store.personByUrl(save.draft.linkedinUrl);
      expect(held).toBeDefined();
      if (note !== undefined) expect(notes).toHaveLength(1);
      if (task) expect(tasks).toHaveLength(1);
      const jobIds = world.store.candidatesOf(held?.id ?? "").map(({ job_id }) => job_id);
      for (const { job } of save.draft.jobs) expect(jobIds).toContain(job.id);
    }
    for (const n of [0, 1, 2]) {
      const people = world.store.persons.filter((one) => one.linkedin_public_id === slugOf(n));
      expect(people.length).toBeLessThanOrEqual(1);
      const jobIds = world.store.candidatesOf(people[0]?.id ?? "").map(({ job_id }) => job_id);
      if (mayDouble.size === 0 && discarded.size === 0) expect(new Set(jobIds).size).toBe(jobIds.length);
    }
  }

  return { act, recover, check };
}

test(
  "whatever happens: nothing accepted is lost, nothing is there twice, and nothing stands still",
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 4, maxLength: 22 }), async (events) => {
        await inTimeless(async () => await (await database()).clear("saves"));
        const world = createQueueWorld({ behavior: { repeatsCandidate: true } });
        await world.connect();
        const one = createCase(world);
        for (const next of events) await one.act(next);
        await one.recover();
        await one.check();
        vi.restoreAllMocks();
        vi.useRealTimers();
      }),
      // By day the same histories for everybody; new ones by night, where there is time for many.
      { numRuns: runs(30), endOnFailure: true, ...(runs(1) === 1 && { seed: 2026 }) },
    );
  },
  runs(60_000),
);

async function inTimeless(work: () => Promise<void>): Promise<void> {
  vi.useRealTimers();
  await work();
  await clearStorage();
}
