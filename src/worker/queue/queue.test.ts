/** The queue on the sandbox's API: what arrives, what does not, and that nothing arrives twice. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Behavior } from "../../../e2e/sandbox/behavior.ts";
import { SECOND_KEY } from "../../../e2e/sandbox/in-process.ts";
import type { Person } from "../../../e2e/sandbox/records.ts";
import type { SaveDraft } from "../../model/save.ts";
import { MARA_URL, mara, maraWithAll, placedJob, recordsOfMara } from "../../testing/mara.ts";
import { createQueueWorld, type QueueWorld } from "../../testing/queue-world.ts";
import { addCompany, addPerson } from "../../testing/sandbox-records.ts";
import { settle } from "../../testing/time.ts";
import { storedConnection } from "../key/connection.ts";

vi.mock("webextension-polyfill", () => import("../../testing/test-browser.ts"));
// The real one hashes in another thread, where simulated time does not pass.
vi.mock("../key/fingerprint.ts", () => ({ fingerprint: async (key: string) => key }));

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

let world: QueueWorld;

beforeEach(async () => {
  world = createQueueWorld();
  await world.connect();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const placed = (n: number, withStage = false) => placedJob(world.store, n, withStage);
const full = () => maraWithAll(world.store);

/** What Stardex has of Mara, each thing as often as it is there. */
function held() {
  const { people, candidates, activities, listed, tasks } = recordsOfMara(world.store);
  return {
    people: people.length,
    jobs: candidates.length,
    notes: activities.filter((one) => one.activity_type.includes("note")).length,
    lists: listed.length,
    tasks: tasks.length,
  };
}

const all = { people: 1, jobs: 2, notes: 1, lists: 1, tasks: 1 };

const steps = {
  person: { method: "POST", path: "/v1/persons" },
  job: { method: "PATCH", path: /^\/v1\/persons\/[^/]+$/ },
  stage: { path: "/v1/candidates/update-stage" },
  list: { path: /items$/ },
  task: { path: "/v1/tasks" },
};

const faults = {
  "dropped before storing": { kind: "drop_before_storing" },
  "dropped after storing": { kind: "drop_after_storing" },
  "500": { kind: "status", status: 500, envelope: "B" },
  "500 after storing": { kind: "status", status: 500, envelope: "A", stored: true },
  "429 with Retry-After": { kind: "status", status: 429, envelope: "A", headers: { "retry-after": "7" } },
  "HTML after storing": { kind: "html", status: 200, stored: true },
  "502 after storing": { kind: "html", status: 502, stored: true },
  "truncated JSON": { kind: "truncated" },
  "an empty 2xx": { kind: "empty", status: 200, stored: true },
  "204": { kind: "empty", status: 204, stored: true },
  "no answer": { kind: "never_answer" },
  "no answer after storing": { kind: "never_answer", stored: true },
  "24 s to store": { kind: "delay", ms: 24 * SECOND },
  "45 s to store": { kind: "delay", ms: 45 * SECOND },
} as const;

describe.each(Object.keys(steps) as (keyof typeof steps)[])("at the %s", (step) => {
  test.each(Object.keys(faults) as (keyof typeof faults)[])("%s: all of it arrives, once", async (fault) => {
    world.sandbox.behavior.repeatsCandidate = true;
    world.sandbox.faults.add({ ...steps[step], fault: faults[fault] });
    const id = await world.accept(full());
    await world.pass(10 * MINUTE);
    expect(await world.record(id)).toMatchObject({ state: "saved" });
    expect(held()).toEqual(all);
  });

  test("the worker dies with the request, which is stored 8 s later: all of it arrives, once", async () => {
    world.sandbox.behavior.repeatsCandidate = true;
    world.sandbox.faults.add({ ...steps[step], fault: { kind: "delay", ms: 8 * SECOND } });
    const id = await world.accept(full());
    await world.pass(SECOND);
    await world.kill();
    await world.pass(10 * MINUTE);
    expect(await world.record(id)).toMatchObject({ state: "saved" });
    expect(held()).toEqual(all);
  });
});

/** What the API's reference leaves open, as far as a lost answer can meet it. */
const open: Partial<Behavior>[] = [
  { onRepeat: "ignore", repeatsNote: false },
  { onRepeat: "fill_blanks" },
  { createdStatus: 200, changedStatus: 204 },
  { emptyValue: "absent" },
  { emptyValue: "blank" },
  { errorBody: "B" },
  { timeline: "html" },
  { timelineDelay: 30 * SECOND },
  { stageOrder: "last_to_first" },
];

describe.each(open)("where Stardex has %j", (behavior) => {
  const lost = ["dropped after storing", "500 after storing", "no answer after storing"] as const;
  const cases = lost.flatMap((fault) =>
    Object.keys(steps).map((step) => [fault, step as keyof typeof steps]),
  );

  test.each(cases as [keyof typeof faults, keyof typeof steps][])(
    "%s at the %s: once",
    async (fault, step) => {
      Object.assign(world.sandbox.behavior, { repeatsCandidate: true, ...behavior });
      world.sandbox.faults.add({ ...steps[step], fault: faults[fault] });
      const id = await world.accept(full());
      await world.pass(10 * MINUTE);
      expect(await world.record(id)).toMatchObject({ state: "saved" });
      expect(held()).toEqual(all);
    },
  );
});

describe("a note of a known person", () => {
  beforeEach(() => void addPerson(world.store, "Mara Lindqvist", "mara-lindqvist"));
  const note = { path: "/v1/person-activities" };

  test.each(Object.keys(faults) as (keyof typeof faults)[])("%s: it arrives, once", async (fault) => {
    world.sandbox.faults.add({ ...note, fault: faults[fault] });
    const id = await world.accept({ ...mara, note: "Met in <Oslo> & Bergen" });
    await world.pass(10 * MINUTE);
    expect(await world.record(id)).toMatchObject({ state: "saved" });
    expect(held().notes).toBe(1);
  });

  test("whose answer was lost and whose timeline is hidden is the user's to settle", async () => {
    world.sandbox.faults.add({ ...note, fault: { kind: "drop_after_storing" } });
    const hidden = { kind: "status", status: 403, envelope: "A" } as const;
    world.sandbox.faults.add({ path: /activities$/, method: "GET", times: 99, fault: hidden });
    const id = await world.accept({ ...mara, note: "Met in Oslo", task: { text: "Ring" } });
    await world.pass(10 * MINUTE);
    expect(await world.record(id)).toMatchObject({ state: "needs_you", sentAt: expect.any(Number) });
    await world.queue.settle(id);
    await world.pass(MINUTE);
    expect(await world.record(id)).toMatchObject({ state: "saved" });
    expect(held()).toMatchObject({ notes: 1, tasks: 1 });
  });
});

describe("a correction", () => {
  const refuse = (path: string | RegExp, status = 400) =>
    world.sandbox.faults.add({ path, fault: { kind: "status", status, envelope: "A" } });

  test.each([403, 404])("of a list that is refused with %i and taken out: the save ends", async (status) => {
    refuse(/items$/, status);
    const id = await world.accept(full());
    await world.pass(MINUTE);
    expect(await world.record(id)).toMatchObject({ state: "needs_you", problem: { status } });
    const { list: _out, ...rest } = full();
    expect(await world.queue.retry(id, rest)).toBe(true);
    await world.pass(MINUTE);
    expect(await world.record(id)).toMatchObject({ state: "saved" });
    expect(held()).toEqual({ ...all, lists: 0 });
  });

  test("that leaves nothing to do holds up nobody behind it", async () => {
    const [list] = world.store.lists;
    refuse(/items$/, 403);
    const id = await world.accept({ ...mara, list: { id: list?.id ?? "", name: "" } });
    await world.pass(MINUTE);
    await world.queue.retry(id, mara);
    const other = await world.accept({ ...mara, linkedinUrl: `${MARA_URL}-2`, name: "Nils Berg" });
    await world.pass(MINUTE);
    expect(await world.record(id)).toMatchObject({ state: "saved" });
    expect(await world.record(other)).toMatchObject({ state: "saved" });
  });

  test.each([
    ["a new person", false],
    ["a known person", true],
  ])("after the note has arrived sends it no second time: %s", async (_who, isKnown) => {
    if (isKnown) addPerson(world.store, "Mara Lindqvist", "mara-lindqvist");
    refuse("/v1/tasks");
    const draft = { ...mara, note: "Met in Oslo", task: { text: "Ring" } };
    const id = await world.accept(draft);
    await world.pass(MINUTE);
    expect(await world.record(id)).toMatchObject({ state: "needs_you" });
    await world.queue.retry(id, { ...draft, task: { text: "Ring on Monday" } });
    await world.pass(MINUTE);
    expect(held()).toMatchObject({ people: 1, notes: 1, tasks: 1 });
    await world.queue.retry(id, draft);
    expect(await world.record(id)).toMatchObject({ state: "saved" });
  });

  test("and another before it is sent: the words of both are in Stardex", async () => {
    refuse("/v1/tasks");
    const draft = { ...mara, currentJobTitle: "CFO", task: { text: "Ring" } };
    const id = await world.accept(draft);
    await world.pass(MINUTE);
    refuse(/^\/v1\/persons\/[^/]+$/);
    const corrected = { ...draft, currentJobTitle: "CEO", companyName: "Brightwater" };
    await world.queue.retry(id, corrected);
    await world.pass(MINUTE);
    expect(await world.record(id)).toMatchObject({ state: "needs_you" });
    await world.queue.retry(id, { ...corrected, task: { text: "Write" } });
    await world.pass(MINUTE);
    expect(person()).toMatchObject({ current_job_title: "CEO", current_company_name: "Brightwater" });
    expect(world.store.tasks.map(({ content_text }) => content_text)).toEqual(["Write"]);
  });

  test("never makes a second person of a chosen namesake with another profile", async () => {
    const namesake = addPerson(world.store, "Mara Lindqvist", "mara-l-old");
    const client = addCompany(world.store, "Northlight");
    refuse("/v1/persons");
    const known = {
      personId: namesake.id,
      name: "Mara Lindqvist",
      linkedinUrl: "https://www.linkedin.com/in/mara-l-old",
      onJobs: [],
      update: {},
    };
    const draft: SaveDraft = {
      ...mara,
      role: "both",
      client: { id: "11111111-1111-4111-8111-111111111111", name: "Nobody" },
      known,
      lookedUpAt: Date.now(),
    };
    const before = world.store.persons.length;
    const id = await world.accept(draft);
    await world.pass(MINUTE);
    expect(await world.record(id)).toMatchObject({ state: "needs_you" });
    await world.queue.retry(id, { ...draft, client: { id: client.id, name: client.name } });
    await world.pass(MINUTE);
    expect(await world.record(id)).toMatchObject({ state: "saved" });
    expect(world.store.persons).toHaveLength(before);
    expect(world.store.clientContacts.map(({ person_id }) => person_id)).toContain(namesake.id);
  });

  test("made while in doubt counts once it is known what became of the words before", async () => {
    world.sandbox.faults.add({ ...steps.person, fault: { kind: "drop_after_storing" } });
    const id = await world.accept({ ...mara, currentJobTitle: "CFO" });
    await world.pass(SECOND);
    expect(await world.record(id)).toMatchObject({ state: "in_doubt" });
    await world.queue.retry(id, { ...mara, currentJobTitle: "CEO" });
    await world.pass(MINUTE);
    expect(await world.record(id)).toMatchObject({ state: "saved" });
    expect(person()).toMatchObject({ current_job_title: "CEO" });
    expect(held().people).toBe(1);
  });
});

function person(): Person | undefined {
  return world.store.personByUrl(MARA_URL);
}

describe("a colleague", () => {
  test("who adds the person while our request is lost: note, client, e-mails, id and job still arrive", async () => {
    const client = addCompany(world.store, "Northlight");
    world.sandbox.faults.add({ ...steps.person, fault: { kind: "drop_before_storing" } });
    const id = await world.accept({
      ...mara,
      role: "both",
      jobs: [placed(0)],
      emails: ["mara@mail.example"],
      note: "Met in Oslo",
      client: { id: client.id, name: client.name },
    });
    addPerson(world.store, "Mara L.", "mara-lindqvist", { current_job_title: "Chair" });
    await world.pass(10 * MINUTE);
    expect(await world.record(id)).toMatchObject({ state: "saved" });
    expect(held()).toMatchObject({ people: 1, jobs: 1, notes: 1 });
    expect(person()).toMatchObject({ name: "Mara L.", current_job_title: "Chair" });
    expect(person()?.emails.map(({ value }) => value)).toEqual(["mara@mail.example"]);
    expect(world.store.clientContacts.map(({ person_id }) => person_id)).toContain(person()?.id);
  });

  test("who adds the person before a slow server stores our request: nothing is there twice", async () => {
    world.sandbox.behavior.repeatsCandidate = true;
    world.sandbox.faults.add({ ...steps.person, fault: { kind: "delay", ms: 45 * SECOND } });
    const id = await world.accept({ ...mara, jobs: [placed(0)], note: "Met in Oslo" });
    addPerson(world.store, "Mara L.", "mara-lindqvist");
    await world.pass(10 * MINUTE);
    expect(await world.record(id)).toMatchObject({ state: "saved" });
    expect(held()).toMatchObject({ people: 1, jobs: 1, notes: 1 });
  });
});

test("a task whose answer was lost is found with the record that took the person's place", async () => {
  const old = addPerson(world.store, "Mara Lindqvist", "mara-lindqvist");
  const fault = { kind: "drop_after_storing" } as const;
  world.sandbox.faults.add({ method: "POST", path: "/v1/tasks", fault });
  const id = await world.accept({ ...mara, task: { text: "Ring on Monday" } });
  await world.pass(SECOND);
  expect(await world.record(id)).toMatchObject({ state: "in_doubt" });
  const [task] = world.store.tasks;
  old.id = crypto.randomUUID();
  if (task) task.person_id = old.id;
  await world.pass(10 * MINUTE);
  expect(await world.record(id)).toMatchObject({ state: "saved" });
  expect(held()).toMatchObject({ people: 1, tasks: 1 });
});

test("a person who was merged away is asked for by address again", async () => {
  const old = addPerson(world.store, "Mara Lindqvist", "mara-lindqvist");
  const known = {
    personId: old.id,
    name: old.name,
    linkedinUrl: null,
    onJobs: [],
    update: { currentJobTitle: "CEO" },
  };
  world.store.persons = world.store.persons.filter(({ id }) => id !== old.id);
  const merged = addPerson(world.store, "Mara Lindqvist", "mara-lindqvist");
  const id = await world.accept({ ...mara, known, lookedUpAt: Date.now(), note: "Met in Oslo" });
  await world.pass(MINUTE);
  expect(await world.record(id)).toMatchObject({ state: "saved", outcome: { personId: merged.id } });
  expect(person()?.current_job_title).toBe("CEO");
  expect(held()).toMatchObject({ people: 1, notes: 1 });
});

test("a form that was opened under another key is refused", async () => {
  await world.connect(SECOND_KEY);
  const workspace = "ats-sandbox-key";
  expect(await world.queue.accept(mara, workspace)).toEqual({ ok: false, problem: { kind: "key_changed" } });
  await settle();
  expect(world.writes()).toEqual([]);
});

test("401: the queue waits for the key, and all of it arrives in order", async () => {
  world.sandbox.faults.add({ ...steps.person, fault: { kind: "status", status: 401, envelope: "A" } });
  const names = ["Ada", "Bea", "Cid"];
  for (const name of names)
    await world.accept({ ...mara, name, linkedinUrl: `${MARA_URL}-${name.toLowerCase()}` });
  await world.pass(MINUTE);
  expect((await storedConnection())?.refused).toBe(true);
  await world.connect();
  await world.pass(MINUTE);
  expect(world.store.persons.slice(-3).map(({ name }) => name)).toEqual(names);
});

test("offline nothing is sent; back online all of it is, once", async () => {
  await world.setOnline(false);
  const id = await world.accept(full());
  await world.pass(5 * MINUTE);
  expect(world.writes()).toEqual([]);
  expect(await world.record(id)).toMatchObject({ state: "waiting", problem: { kind: "offline" } });
  await world.setOnline(true);
  await world.pass(MINUTE);
  expect(held()).toEqual(all);
});

test("the newer words of a second save of the person win, also with no history kept", async () => {
  world.sandbox.faults.add({ ...steps.person, fault: { kind: "delay", ms: 3 * SECOND } });
  await world.accept({ ...mara, currentJobTitle: "CTO" });
  const second = await world.accept({ ...mara, currentJobTitle: "CEO" });
  await world.pass(MINUTE);
  expect(await world.record(second)).toMatchObject({ state: "saved" });
  expect(person()).toMatchObject({ current_job_title: "CEO" });
  expect(held().people).toBe(1);
});

describe("the grace of a one-click save", () => {
  const click = () => world.accept({ ...mara, isOneClick: true }, 5 * SECOND);

  test("ends in sending; until then it can be undone", async () => {
    const id = await click();
    await world.pass(4 * SECOND);
    expect(world.writes()).toEqual([]);
    expect(await world.queue.undo(id)).toBe(true);
    await world.pass(MINUTE);
    expect(world.writes()).toEqual([]);
  });

  test("stands still while the offer to undo is looked at, and goes on when nobody renews it", async () => {
    const id = await click();
    for (let n = 0; n < 20; n += 1) {
      await world.pass(3 * SECOND);
      expect(await world.queue.hold(id)).toBe(true);
    }
    expect(world.writes()).toEqual([]);
    // The popup was killed.
    await world.pass(6 * SECOND);
    expect(await world.record(id)).toMatchObject({ state: "saved" });
    expect(await world.queue.hold(id)).toBe(false);
    expect(await world.queue.undo(id)).toBe(false);
  });

  test("that is longer than the hold is not shortened by it", async () => {
    const id = await world.accept({ ...mara, isOneClick: true }, 20 * SECOND);
    expect(await world.queue.hold(id)).toBe(true);
    await world.pass(19 * SECOND);
    expect(await world.queue.undo(id)).toBe(true);
  });

  test.each([-30 * MINUTE, -SECOND, 30 * MINUTE])("a clock set by %i ms delays it no longer", async (ms) => {
    const id = await click();
    world.setClock(ms);
    await world.queue.drain();
    await world.pass(30 * SECOND);
    expect(await world.record(id)).toMatchObject({ state: "saved" });
  });
});

describe("a second save of a person whose first one Stardex has half of", () => {
  const refused = { path: "/v1/tasks", fault: { kind: "status", status: 400, envelope: "A" } } as const;
  const onJob = () => ({ ...mara, jobs: [placed(1)] });

  test.each<[string, () => void]>([
    ["created", () => undefined],
    ["found", () => addPerson(world.store, "Mara Lindqvist", "mara-lindqvist")],
  ])("puts a person who was %s on no job again", async (_how, prepare) => {
    prepare();
    world.sandbox.behavior.repeatsCandidate = true;
    world.sandbox.faults.add(refused);
    const first = await world.accept({ ...mara, jobs: [placed(0), placed(1)], task: { text: "Ring" } });
    await world.pass(SECOND);
    expect(await world.record(first)).toMatchObject({ state: "needs_you", problem: { kind: "invalid" } });
    const second = await world.accept(onJob());
    await world.pass(MINUTE);
    expect(await world.record(second)).toMatchObject({ state: "saved", outcome: { wasKnown: true } });
    expect(held()).toMatchObject({ people: 1, jobs: 2 });
  });
});

test("a note that Stardex refuses as nobody's is sent at last, though it was corrected meanwhile", async () => {
  await world.accept({ ...mara, jobs: [placed(0)] });
  await world.pass(SECOND);
  world.sandbox.faults.add({ path: /activities/, fault: { kind: "status", status: 404, envelope: "A" } });
  const id = await world.accept({ ...mara, note: "Met in Oslo." });
  await world.pass(SECOND);
  const stopped = await world.record(id);
  expect(stopped).toMatchObject({ state: "needs_you", problem: { kind: "not_found" } });
  await world.queue.retry(id, { ...mara, ...stopped?.draft, note: "Met in Bergen." });
  await world.pass(MINUTE);
  if ((await world.record(id))?.state === "needs_you") await world.queue.retry(id);
  await world.pass(MINUTE);
  expect(await world.record(id)).toMatchObject({ state: "saved" });
  expect(held()).toMatchObject({ notes: 1 });
});
