/**
 * The queue against chance: saves, faults, slow servers, corrections, colleagues, merges, key changes, a full
 * or cleared database, jumping clocks and deaths of the worker, in any order. Time is simulated, so each case
 * runs over an hour of it. `runs` takes more cases at night.
 */
import * as fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import type { Behavior } from "../../../e2e/sandbox/behavior.ts";
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
  | {
      do: "accept";
      person: number;
      jobs: number[];
      hasNote: boolean;
      hasTask: boolean;
      hasList: boolean;
      hasCall: boolean;
      isRepeated: boolean;
    }
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
      hasCall: fc.boolean(),
      isRepeated: fc.boolean(),
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
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("clock" as const),
      ms: fc.oneof(
        fc.integer({ min: -120_000, max: 120_000 }),
        fc.integer({ min: -30_000_000, max: 30_000_000 }),
      ),
    }),
  },
);

/** What the reference leaves open, and the server's clock. */
const behavior: fc.Arbitrary<Partial<Behavior>> = fc.record({
  repeatsCandidate: fc.constant(true),
  repeatsNote: fc.boolean(),
  onRepeat: fc.constantFrom("overwrite" as const, "fill_blanks" as const, "ignore" as const),
  changedStatus: fc.constantFrom(200 as const, 204 as const),
  errorBody: fc.constantFrom("A" as const, "B" as const),
  timeline: fc.constantFrom("text" as const, "html" as const),
  timelineDelay: fc.constantFrom(0, 0, 20_000),
  dateHeader: fc.constantFrom("own" as const, "own" as const, "own" as const, "none" as const),
  rowTime: fc.constantFrom("utc" as const, "utc" as const, "zone" as const, "without_zone" as const),
});

const paths = { persons: /persons/, activities: /activities/, tasks: /tasks$/, items: /items$/, any: /./ };
const slugOf = (n: number) => `person-${n}`;
const urlOf = (n: number) => `https://www.linkedin.com/in/${slugOf(n)}`;

function createCase(world: QueueWorld) {
  const accepted: string[] = [];
  const drafts = new Map<string, SaveDraft>();
  const discarded = new Set<string>();
  /** What the user sent again or settled unseen: may be there twice, or not at all. */
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

  async function accept(event: Extract<Event, { do: "accept" }>) {
    const { person, jobs, hasNote, hasTask, hasList, hasCall, isRepeated } = event;
    // The same words on purpose: all of them are to arrive.
    if (!isRepeated || count === 0) count += 1;
    const picked = jobs.flatMap((n) => {
      const job = world.store.jobs.filter((one) => !one.is_archived)[n];
      const none = { clientCompanyName: null, location: null, candidateCount: null };
      return job ? [{ job: { id: job.id, name: job.name, ...none } }] : [];
    });
    const [list] = world.store.lists.filter((one) => one.list_type === "persons" && !one.is_archived);
    const who = { linkedinUrl: urlOf(person), name: slugOf(person), role: "candidate" as const };
    const call = { activity: { type: "call_note", typeName: null, text: `Call ${count}.` } };
    const draft: SaveDraft = {
      ...who,
      jobs: hasCall ? [] : picked,
      ...(hasCall && { touch: call }),
      ...(hasNote && !hasCall && { note: `${isOther ? "Another firm's note" : "Note"} ${count}.` }),
      ...(hasTask && { task: { text: `Task ${count}.` } }),
      ...(hasList && !hasCall && list && { list: { id: list.id, name: list.name } }),
    };
    const answer = await inTime(world.queue.accept(draft, isOther ? SECOND_KEY : SANDBOX_KEY));
    if (!answer.ok || isOther) return;
    accepted.push(answer.id);
    drafts.set(answer.id, draft);
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

  /** The notes, calls and tasks of the words on the person, by whom they were sent: what is there, and what may be. */
  async function checkWords(): Promise<void> {
    const total = new Map<string, { sent: number; saved: number; isOpen: boolean; there: () => number }>();
    for (const id of accepted) {
      const draft = drafts.get(id);
      if (!draft) continue;
      const { linkedinUrl, note, task, touch } = draft;
      const isSaved = !discarded.has(id) && (await world.record(id))?.state === "saved";
      const text = [note, touch?.activity?.text].find((one) => one !== undefined);
      const of = (person_id: string | null) => world.store.personByUrl(linkedinUrl)?.id === person_id;
      const words: [string | undefined, () => number][] = [
        [
          text,
          () =>
            world.store.activities.filter((one) => of(one.person_id) && one.activity_content === text).length,
        ],
        [
          task?.text,
          () =>
            world.store.tasks.filter((one) => of(one.person_id) && one.content_text === task?.text).length,
        ],
      ];
      for (const [word, there] of words) {
        if (word === undefined) continue;
        const key = `${linkedinUrl} ${word}`;
        const known = total.get(key) ?? { sent: 0, saved: 0, isOpen: false, there };
        total.set(key, {
          sent: known.sent + 1,
          saved: known.saved + Number(isSaved),
          isOpen: known.isOpen || mayDouble.has(id),
          there,
        });
      }
    }
    for (const [word, { sent, saved, isOpen, there }] of total) {
      if (isOpen) continue;
      expect(there(), word).toBeLessThanOrEqual(sent);
      // What was discarded, or waits for the user, may be the one that is there.
      expect(there(), word).toBeGreaterThanOrEqual(saved - (sent - saved));
    }
  }

  async function check(): Promise<void> {
    await checkWords();
    for (const id of accepted) {
      if (discarded.has(id)) continue;
      const save = await world.record(id);
      // A finished one may have made room for another.
      if (!save) continue;
      expect(save.state).toMatch(/^(?:saved|needs_you)$/);
      if (save.state !== "saved") expect(isUnanswered(save) || save.problem !== null).toBe(true);
      // Not even of a note: it is the first firm's.
      const elsewhere = world.sandbox.secondStore.activities.map((one) => one.activity_content);
      expect(elsewhere).not.toContain(save.draft.note);
      if (save.state !== "saved" || mayDouble.has(id)) continue;
      const held = world.store.personByUrl(save.draft.linkedinUrl);
      expect(held).toBeDefined();
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
      fc.asyncProperty(behavior, fc.array(event, { minLength: 4, maxLength: 22 }), async (how, events) => {
        await inTimeless(async () => await (await database()).clear("saves"));
        const world = createQueueWorld({ behavior: how });
        await world.connect();
        const one = createCase(world);
        for (const next of events) await one.act(next);
        await one.recover();
        await one.check();
        vi.restoreAllMocks();
        vi.useRealTimers();
      }),
      { numRuns: runs(30), endOnFailure: true },
    );
  },
  runs(180_000),
);

async function inTimeless(work: () => Promise<void>): Promise<void> {
  vi.useRealTimers();
  await work();
  await clearStorage();
}
