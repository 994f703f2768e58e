/** Touches in the queue, on the sandbox's API: each step arrives, once, whatever becomes of its answer. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Behavior } from "../../../e2e/sandbox/behavior.ts";
import { SECOND_KEY } from "../../../e2e/sandbox/in-process.ts";
import type { Person } from "../../../e2e/sandbox/records.ts";
import type { SaveDraft } from "../../model/save.ts";
import { createQueueWorld, type QueueWorld } from "../../testing/queue-world.ts";
import { settle } from "../../testing/time.ts";
import { storedConnection } from "../key/connection.ts";
import { cachedMatch, rememberMatch } from "../lookups/match-cache.ts";

vi.mock("webextension-polyfill", () => import("../../testing/test-browser.ts"));
// The real one hashes in another thread, where simulated time does not pass.
vi.mock("../key/fingerprint.ts", () => ({ fingerprint: async (key: string) => key }));

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const URL = "https://www.linkedin.com/in/nadezhda-quill";

let world: QueueWorld;
let person: Person;

beforeEach(async () => {
  world = createQueueWorld();
  await world.connect();
  const found = world.store.personByUrl(URL);
  if (!found) throw new Error("Not seeded");
  person = found;
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function candidate() {
  const found = world.store.candidatesOf(person.id).find(({ is_archived }) => !is_archived);
  if (!found) throw new Error("Not seeded");
  return found;
}

function offer() {
  const stage = world.store.job(candidate().job_id)?.pipeline_stages.find(({ name }) => name === "Offer");
  if (!stage) throw new Error("Not seeded");
  return stage;
}

function field(name: string) {
  const found = world.store.customFields.find((one) => one.name === name);
  if (!found) throw new Error("Not seeded");
  return found;
}

const touched = (): SaveDraft => ({
  linkedinUrl: URL,
  name: "Nadezhda Quill",
  role: "candidate",
  jobs: [],
  known: { personId: person.id, name: person.name, linkedinUrl: null, onJobs: [], update: {} },
  touch: {},
});

/** All four at once, as the form never sends them, and the queue must take them. */
function everything(): SaveDraft {
  const [shipping] = field("Tags").tags;
  const [director] = field("Seniority").tags;
  const named = (one = { id: "", name: "" }) => ({ id: one.id, name: one.name });
  return {
    ...touched(),
    touch: {
      activity: { type: "call_note", typeName: null, text: "Rang twice.\nNo answer <yet>." },
      move: {
        jobId: candidate().job_id,
        jobName: null,
        candidateId: candidate().candidate_id,
        stage: offer(),
      },
    },
    fields: [
      { kind: "add_options", fieldId: field("Tags").id, fieldName: "Tags", options: [named(shipping)] },
      { kind: "option", fieldId: field("Seniority").id, fieldName: "Seniority", option: named(director) },
      { kind: "value", fieldId: field("Years in post").id, fieldName: "Years in post", value: "3" },
      { kind: "value", fieldId: field("Free from").id, fieldName: "Free from", value: "2027-01-01" },
    ],
    task: {
      text: "Ring again",
      dueDate: "2026-12-03",
      ownerIds: [world.store.members[0]?.id ?? ""],
    },
  };
}

/** What Stardex has of it, each as often as it is there. */
function held() {
  return {
    calls: world.store
      .activitiesOf(person.id)
      .filter(({ activity_content }) => activity_content.startsWith("Rang twice")).length,
    stage: candidate().stage_id,
    fields: person.field_values,
    tasks: world.store.tasks.filter(({ person_id }) => person_id === person.id).length,
  };
}

function all() {
  return {
    calls: 1,
    stage: offer().id,
    fields: {
      [field("Tags").id]: [field("Tags").tags[0]?.id],
      [field("Seniority").id]: [field("Seniority").tags[0]?.id],
      [field("Years in post").id]: ["3"],
      [field("Free from").id]: ["2027-01-01"],
    },
    tasks: 1,
  };
}

const steps = {
  activity: { path: "/v1/person-activities" },
  move: { path: "/v1/candidates/update-stage" },
  fields: { method: "PATCH", path: /^\/v1\/persons\/[^/]+$/ },
  task: { path: "/v1/tasks" },
};

const faults = {
  "dropped before storing": { kind: "drop_before_storing" },
  "dropped after storing": { kind: "drop_after_storing" },
  "500": { kind: "status", status: 500, envelope: "B" },
  "500 after storing": { kind: "status", status: 500, envelope: "A", stored: true },
  "429 with Retry-After": { kind: "status", status: 429, envelope: "A", headers: { "retry-after": "7" } },
  "HTML after storing": { kind: "html", status: 502, stored: true },
  "204": { kind: "empty", status: 204, stored: true },
  "no answer": { kind: "never_answer" },
  "no answer after storing": { kind: "never_answer", stored: true },
} as const;

const open: Partial<Behavior>[] = [
  { timeline: "html", personFields: "name" },
  { timeline: "text", personFields: "absent", timelineDelay: 20 * SECOND },
];

describe.each(open)("where Stardex has %j", (behavior) => {
  describe.each(Object.keys(steps) as (keyof typeof steps)[])("at the %s", (step) => {
    test.each(Object.keys(faults) as (keyof typeof faults)[])(
      "%s: all of it arrives, once",
      async (fault) => {
        Object.assign(world.sandbox.behavior, behavior);
        world.sandbox.faults.add({ ...steps[step], fault: faults[fault] });
        const id = await world.accept(everything());
        await world.pass(15 * MINUTE);
        expect(await world.record(id)).toMatchObject({ state: "saved" });
        expect(held()).toEqual(all());
        expect(world.store.tasks.at(-1)?.owner_ids).toEqual([world.store.members[0]?.id]);
      },
    );

    test("the worker dies with the request on its way: all of it arrives, once", async () => {
      Object.assign(world.sandbox.behavior, behavior);
      world.sandbox.faults.add({ ...steps[step], fault: { kind: "delay", ms: 8 * SECOND } });
      const id = await world.accept(everything());
      await world.pass(SECOND);
      await world.kill();
      await world.pass(15 * MINUTE);
      expect(await world.record(id)).toMatchObject({ state: "saved" });
      expect(held()).toEqual(all());
    });
  });
});

test("where the firm hides the timeline, only the user can say whether it is there", async () => {
  world.sandbox.behavior.timeline = "forbidden";
  world.sandbox.faults.add({ ...steps.activity, fault: { kind: "drop_after_storing" } });
  const { task: _task, fields: _fields, ...draft } = everything();
  const id = await world.accept({ ...draft, touch: { activity: everything().touch?.activity } as never });
  await world.pass(15 * MINUTE);
  expect(await world.record(id)).toMatchObject({ state: "needs_you" });
  expect(held().calls).toBe(1);
});

test("nothing of the person is looked up or sent: a message costs one call", async () => {
  const before = world.sandbox.log.entries.length;
  await world.accept({ ...touched(), touch: { activity: { type: "email", typeName: null, text: "Wrote" } } });
  await world.pass(SECOND);
  const calls = world.sandbox.log.entries.slice(before).map(({ method, path }) => `${method} ${path}`);
  expect(calls).toEqual(["POST /v1/person-activities"]);
});

test("a stage move can be undone as long as it is held", async () => {
  const before = candidate().stage_id;
  const move = everything().touch?.move;
  const draft = { ...touched(), touch: { ...(move && { move }) } };
  const id = await world.accept(draft, 5 * SECOND);
  await world.pass(4 * SECOND);
  expect(await world.queue.undo(id)).toBe(true);
  await world.pass(MINUTE);
  expect(candidate().stage_id).toBe(before);
  expect(await world.record(id)).toBeNull();
});

test("a touch on somebody who is just being saved waits for the person, and finds the record", async () => {
  const url = "https://www.linkedin.com/in/mara-lindqvist";
  world.sandbox.faults.add({ method: "POST", path: "/v1/persons", fault: { kind: "delay", ms: 5 * SECOND } });
  await world.accept({ linkedinUrl: url, name: "Mara Lindqvist", role: "candidate", jobs: [] });
  await world.accept({
    linkedinUrl: url,
    name: "Mara Lindqvist",
    role: "candidate",
    jobs: [],
    touch: { activity: { type: "linkedin_message", typeName: null, text: "Sent a note" } },
  });
  await world.pass(MINUTE);
  const mara = world.store.personByUrl(url);
  expect(world.store.activitiesOf(mara?.id ?? "").map(({ activity_type }) => activity_type)).toEqual([
    "linkedin_message",
  ]);
});

test("a refused type waits for the user, with Stardex's own words", async () => {
  const draft = { ...touched(), touch: { activity: { type: "no_such", typeName: null, text: "x" } } };
  const id = await world.accept(draft);
  await world.pass(MINUTE);
  expect(await world.record(id)).toMatchObject({ state: "needs_you", problem: { kind: "invalid" } });
});

test("fields of a new person are written once the person is there", async () => {
  const { fields } = everything();
  const url = "https://www.linkedin.com/in/mara-lindqvist";
  world.sandbox.faults.add({ ...steps.fields, fault: { kind: "drop_after_storing" } });
  const draft: SaveDraft = { linkedinUrl: url, name: "Mara Lindqvist", role: "candidate", jobs: [] };
  await world.accept({ ...draft, ...(fields && { fields }) });
  await world.pass(5 * MINUTE);
  expect(world.store.personByUrl(url)?.field_values).toEqual(all().fields);
  expect(world.store.persons.filter(({ name }) => name === "Mara Lindqvist")).toHaveLength(1);
});

test("what was known of the person goes on with the move and the message, for no call more", async () => {
  const workspace = (await storedConnection())?.workspace ?? "";
  const client = { stageId: candidate().stage_id, stageName: "Screened" };
  const known = {
    id: person.id,
    name: person.name,
    firstName: null,
    lastName: null,
    publicId: "nadezhda-quill",
    currentJobTitle: null,
    companyName: null,
    location: null,
    externalSourceId: null,
    emails: [],
    phones: [],
    candidacies: [
      {
        candidateId: candidate().candidate_id,
        jobId: candidate().job_id,
        jobName: null,
        clientCompanyName: null,
        isArchived: false,
        createdAt: null,
        ...client,
      },
    ],
    lastActivityAt: null,
    blank: [],
    doNotContact: null,
  };
  await rememberMatch(workspace, URL, { state: "known", at: Date.now(), person: known });
  await world.accept(everything());
  await world.pass(SECOND);
  await settle();
  expect(await cachedMatch(workspace, URL, Date.now())).toMatchObject({
    state: "known",
    person: { lastTouch: { type: "call_note" }, candidacies: [{ stageName: "Offer" }] },
  });
});

test("a touch of one firm never goes to another after the key was changed", async () => {
  const { workspace = "" } = (await storedConnection()) ?? {};
  const { task: _task, fields: _fields, ...draft } = everything();
  await world.setOnline(false);
  await world.accept(draft);
  await world.connect(SECOND_KEY);
  expect(await world.queue.accept(draft, workspace)).toEqual({ ok: false, problem: { kind: "key_changed" } });
  await world.setOnline(true);
  await world.pass(15 * MINUTE);
  const elsewhere = world.sandbox.secondStore.activities.map(({ activity_content }) => activity_content);
  expect(elsewhere).not.toContain(draft.touch?.activity?.text);
  expect(world.sandbox.log.entries.filter(({ path }) => path.includes("activities"))).toEqual([]);
  await world.connect();
  await world.pass(MINUTE);
  expect(held()).toMatchObject({ calls: 1, stage: offer().id });
});
