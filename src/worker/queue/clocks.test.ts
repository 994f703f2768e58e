/** The computer's clock is off, is set while a save is under way, or the server tells none: nothing is lost or doubled. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Behavior } from "../../../e2e/sandbox/behavior.ts";
import type { SaveDraft } from "../../model/save.ts";
import { mara } from "../../testing/mara.ts";
import { createQueueWorld, type QueueWorld } from "../../testing/queue-world.ts";
import { addPerson } from "../../testing/sandbox-records.ts";
import { clearStorage } from "../forget.ts";

vi.mock("webextension-polyfill", () => import("../../testing/test-browser.ts"));
// The real one hashes in another thread, where simulated time does not pass.
vi.mock("../key/fingerprint.ts", () => ({ fingerprint: async (key: string) => key }));

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

let world: QueueWorld;
let personId: string;

beforeEach(async () => {
  world = createQueueWorld();
  await world.connect();
  personId = addPerson(world.store, "Mara Lindqvist", "mara-lindqvist").id;
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** What is told of a person who is there, and where each stands afterwards. */
const drafts = {
  note: { ...mara, note: "Left a message" },
  task: { ...mara, task: { text: "Left a message" } },
  activity: {
    ...mara,
    touch: { activity: { type: "call_note", typeName: null, text: "Left a message" } },
  },
} satisfies Record<string, SaveDraft>;
type Kind = keyof typeof drafts;
const kinds = Object.keys(drafts) as Kind[];

const draftOf = (kind: Kind): SaveDraft =>
  kind === "activity"
    ? { ...drafts.activity, known: { personId, name: null, linkedinUrl: null, onJobs: [], update: {} } }
    : drafts[kind];
const pathOf = (kind: Kind) => (kind === "task" ? "/v1/tasks" : "/v1/person-activities");
const count = () =>
  world.store.activities.filter(({ activity_content }) => activity_content === "Left a message").length +
  world.store.tasks.filter(({ content_text }) => content_text === "Left a message").length;

const lose = (kind: Kind) =>
  world.sandbox.faults.add({ path: pathOf(kind), fault: { kind: "drop_before_storing" } });
const loseAnswer = (kind: Kind) =>
  world.sandbox.faults.add({ path: pathOf(kind), fault: { kind: "drop_after_storing" } });

async function stateOf(id: string) {
  return (await world.record(id))?.state;
}

describe.each(kinds)("a %s", (kind) => {
  test.each([-26, -7, -0.2, 0, 0.2, 7, 26])(
    "with the clock %d hours off: a lost answer doubles nothing",
    async (hours) => {
      world.setClock(hours * HOUR);
      loseAnswer(kind);
      const id = await world.accept(draftOf(kind));
      await world.pass(10 * MINUTE);
      expect(await stateOf(id)).toBe("saved");
      expect(count()).toBe(1);
    },
  );

  test.each([-7, -0.02, 0.02, 7])(
    "with the clock set by %d hours between request and look-up: it is there once",
    async (hours) => {
      world.sandbox.faults.add({ path: pathOf(kind), fault: { kind: "never_answer", stored: true } });
      const id = await world.accept(draftOf(kind));
      await world.pass(SECOND);
      world.setClock(hours * HOUR);
      await world.pass(10 * MINUTE);
      expect(await stateOf(id)).toBe("saved");
      expect(count()).toBe(1);
    },
  );

  test("with the clock set on while a slow server stores it: it is there once", async () => {
    world.sandbox.faults.add({ path: pathOf(kind), fault: { kind: "delay", ms: 45 * SECOND } });
    const id = await world.accept(draftOf(kind));
    await world.pass(SECOND);
    world.setClock(2 * HOUR);
    await world.pass(10 * MINUTE);
    expect(await stateOf(id)).toBe("saved");
    expect(count()).toBe(1);
  });

  test("the same words on purpose, two minutes apart: both arrive, also when the second is lost on its way", async () => {
    for (const hours of [0, -3, 5]) {
      const before = count();
      world.setClock(hours * HOUR);
      await world.accept(draftOf(kind));
      await world.pass(2 * MINUTE);
      lose(kind);
      const second = await world.accept(draftOf(kind));
      await world.pass(10 * MINUTE);
      expect(await stateOf(second)).toBe("saved");
      expect(count() - before).toBe(2);
    }
  });

  test("the same words twice at once, made offline: both arrive, whatever becomes of the second's answer", async () => {
    for (const spoil of [lose, loseAnswer]) {
      const before = count();
      await world.setOnline(false);
      await world.accept(draftOf(kind));
      await world.accept(draftOf(kind));
      world.sandbox.faults.add({
        path: pathOf(kind),
        after: 1,
        fault: { kind: spoil === lose ? "drop_before_storing" : "drop_after_storing" },
      });
      await world.setOnline(true);
      await world.pass(15 * MINUTE);
      expect(count() - before).toBe(2);
    }
  });

  test("the worker dies between, and its clock is set: it is there once", async () => {
    world.sandbox.faults.add({ path: pathOf(kind), fault: { kind: "delay", ms: 8 * SECOND } });
    const id = await world.accept(draftOf(kind));
    await world.pass(SECOND);
    world.setClock(-3 * HOUR);
    await world.kill();
    await world.pass(10 * MINUTE);
    expect(await stateOf(id)).toBe("saved");
    expect(count()).toBe(1);
  });

  test.each<Partial<Behavior>>([
    { rowTime: "zone" },
    { rowTime: "without_zone" },
    { timelineDelay: 30 * SECOND },
    { timelineDelay: 30 * SECOND, timeline: "html" },
  ])("where Stardex has %j: it is there once, whatever the clock", async (behavior) => {
    Object.assign(world.sandbox.behavior, behavior);
    world.setClock(7 * HOUR);
    loseAnswer(kind);
    const id = await world.accept(draftOf(kind));
    await world.pass(10 * MINUTE);
    expect(await stateOf(id)).toBe("saved");
    expect(count()).toBe(1);
  });

  test.each<Partial<Behavior>>([{ dateHeader: "none" }, { dateHeader: "unreadable" }, { rowTime: "none" }])(
    "where Stardex has %j: words that are there are the user's to judge, and are never doubled unasked",
    async (behavior) => {
      await clearStorage();
      await world.connect();
      Object.assign(world.sandbox.behavior, behavior);
      world.setClock(7 * HOUR);
      loseAnswer(kind);
      const id = await world.accept(draftOf(kind));
      await world.pass(10 * MINUTE);
      expect(await world.record(id)).toMatchObject({ state: "needs_you", sentAt: expect.any(Number) });
      expect(count()).toBe(1);
      await world.queue.settle(id);
      await world.pass(MINUTE);
      expect(await stateOf(id)).toBe("saved");
      expect(count()).toBe(1);
    },
  );

  test("a slow server that tells no time, and a clock set on by hours meanwhile: it is there once", async () => {
    Object.assign(world.sandbox.behavior, { dateHeader: "none", timelineDelay: 20 * SECOND });
    world.sandbox.faults.add({ path: pathOf(kind), fault: { kind: "delay", ms: 45 * SECOND } });
    await world.accept(draftOf(kind));
    await world.pass(SECOND);
    await world.kill();
    world.setClock(6 * HOUR);
    await world.pass(20 * MINUTE);
    expect(count()).toBe(1);
  });

  test.each<Partial<Behavior>>([{ dateHeader: "none" }, { rowTime: "none" }])(
    "where Stardex has %j: words that are not there are sent again",
    async (behavior) => {
      Object.assign(world.sandbox.behavior, behavior);
      lose(kind);
      const id = await world.accept(draftOf(kind));
      await world.pass(10 * MINUTE);
      expect(await stateOf(id)).toBe("saved");
      expect(count()).toBe(1);
    },
  );

  test("a colleague's same words of an hour ago are not ours", async () => {
    world.setClock(-7 * HOUR);
    if (kind === "task") await seedTask();
    else
      world.store.addActivity(personOf(), kind === "note" ? "secondary_note" : "call_note", "Left a message");
    await world.pass(HOUR);
    await world.accept({ ...mara, currentJobTitle: "CFO" });
    await world.pass(MINUTE);
    lose(kind);
    const id = await world.accept(draftOf(kind));
    await world.pass(10 * MINUTE);
    expect(await stateOf(id)).toBe("saved");
    expect(count()).toBe(2);
  });
});

function personOf() {
  const person = world.store.person(personId);
  if (!person) throw new Error("Not there");
  return person;
}

async function seedTask(): Promise<void> {
  world.store.tasks.push({
    id: crypto.randomUUID(),
    content_text: "Left a message",
    task_type: "text",
    due_date: null,
    is_completed: false,
    person_id: personId,
    job_id: null,
    owner_ids: [],
    created_at: world.store.clock.iso(),
  });
}
