/** Answers and turns nobody expects, at every step: the save arrives once, or waits for the user; nothing stands still. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Fault } from "../../../e2e/sandbox/faults.ts";
import type { SaveDraft } from "../../model/save.ts";
import { MARA_URL, mara, maraWithAll, placedJob, recordsOfMara } from "../../testing/mara.ts";
import { createQueueWorld, type QueueWorld } from "../../testing/queue-world.ts";
import { addCompany, addPerson } from "../../testing/sandbox-records.ts";

vi.mock("webextension-polyfill", () => import("../../testing/test-browser.ts"));
// The real one hashes in another thread, where simulated time does not pass.
vi.mock("../key/fingerprint.ts", () => ({ fingerprint: async (key: string) => key }));

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

let world: QueueWorld;

beforeEach(async () => {
  world = createQueueWorld({ behavior: { repeatsCandidate: true } });
  await world.connect();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const placed = (n: number, withStage = false) => placedJob(world.store, n, withStage);

/** A new person with all there is. */
function full(): SaveDraft {
  const tags = world.store.customFields.find(({ name }) => name === "Tags");
  const [tag] = tags?.tags ?? [];
  if (!tags || !tag) throw new Error("Not seeded");
  const option = { id: tag.id, name: tag.name };
  return {
    ...maraWithAll(world.store),
    note: "Met in Oslo",
    fields: [{ kind: "add_options", fieldId: tags.id, fieldName: "Tags", options: [option] }],
  };
}

/** The same for somebody who is there, as a client's contact too. */
function fullOfKnown(): SaveDraft {
  const company = addCompany(world.store, "Northlight");
  return { ...full(), role: "both", client: { id: company.id, name: company.name } };
}

function held() {
  const { people, candidates, activities, listed, tasks, clientContacts } = recordsOfMara(world.store);
  return {
    people: people.length,
    jobs: candidates.length,
    notes: activities.length,
    lists: listed.length,
    tasks: tasks.length,
    tags: people.flatMap(({ field_values }) => Object.values(field_values ?? {}).flat()).length,
    clients: clientContacts.length,
  };
}

const allOfNew = { people: 1, jobs: 2, notes: 1, lists: 1, tasks: 1, tags: 1, clients: 0 };
const allOfKnown = { ...allOfNew, clients: 1 };

/** The calls that write, of a new person and of a known one. */
const ofNew = {
  person: { method: "POST", path: "/v1/persons" },
  job: { method: "PATCH", path: /^\/v1\/persons\/[^/]+$/, body: "job_id" },
  stage: { path: "/v1/candidates/update-stage" },
  list: { path: /items$/ },
  fields: { method: "PATCH", path: /^\/v1\/persons\/[^/]+$/, body: "custom_fields" },
  task: { path: "/v1/tasks" },
};
const ofKnown = {
  "first job": { method: "PATCH", path: /^\/v1\/persons\/[^/]+$/, body: "job_id" },
  client: { method: "POST", path: "/v1/persons" },
  note: { path: "/v1/person-activities" },
};
const cases = [
  ...Object.keys(ofNew).map((step) => ["a new person", step] as const),
  ...Object.keys(ofKnown).map((step) => ["a known person", step] as const),
];
const ruleOf = (step: string) => ({ ...ofNew, ...ofKnown })[step as keyof typeof ofNew];

function begin(who: string) {
  if (who === "a new person") return full();
  addPerson(world.store, "Mara Lindqvist", "mara-lindqvist");
  return fullOfKnown();
}
const allOf = (who: string) => (who === "a new person" ? allOfNew : allOfKnown);
const raw = (
  body: unknown,
  status = 200,
  more: { stored?: boolean; headers?: Record<string, string> } = {},
): Fault => ({
  kind: "raw",
  status,
  body: typeof body === "string" ? body : JSON.stringify(body),
  ...more,
});
const own = { "x-ratelimit-limit": "60", "x-ratelimit-remaining": "59" };

/** Stored, and answered by something nobody expects. */
const odd: Record<string, Fault> = {
  "an array": raw([], 200, { stored: true }),
  null: raw("null", 200, { stored: true }),
  "a text": raw('"ok"', 200, { stored: true }),
  "an answer without ids": raw({ success: true, data: { id: null, candidate_id: null } }, 200, {
    stored: true,
  }),
  "202": raw({ success: true, data: {} }, 202, { stored: true }),
  "no answer from the server behind a proxy": raw("<html>Gateway</html>", 504, { stored: true }),
  "a login page": { kind: "html", status: 200, stored: true },
  "a login page, nothing stored": { kind: "html", status: 200 },
  "a web filter's 403": { kind: "html", status: 403 },
  "half an answer": { kind: "truncated" },
  "429 without a time": raw({ success: false, error: { message: "Slow down" } }, 429),
  "429 of a proxy": { kind: "html", status: 429 },
  "429 with a date in the past": raw("{}", 429, {
    headers: { "retry-after": "Thu, 26 Nov 2020 09:00:00 GMT" },
  }),
  "500 in a 200": raw({ statusCode: 500, error: "Internal Server Error" }, 200),
  "409, though it is there": raw({ success: false, error: { message: "Already there" } }, 409, {
    stored: true,
  }),
};

describe.each(cases)("of %s, at the %s", (who, step) => {
  test.each(Object.keys(odd))("%s: all of it arrives, once", async (name) => {
    const draft = begin(who);
    world.sandbox.faults.add({ ...ruleOf(step), fault: odd[name] as Fault });
    const id = await world.accept(draft);
    await world.pass(10 * MINUTE);
    expect([name, (await world.record(id))?.state]).toEqual([
      name,
      // A stage that is in conflict is the user's to decide.
      name.startsWith("409") && (step === "stage" || step === "fields") ? "needs_you" : "saved",
    ]);
    if (!name.startsWith("409")) expect(held()).toEqual(allOf(who));
  });

  test.each([
    ["a no in a 200", raw({ success: false })],
    ["a no in a 200 with words", raw({ success: false, error: "Not allowed" })],
    ["403 in a 200", raw({ statusCode: 403, message: "Not allowed" })],
    ["422 with fields", raw({ success: false, error: { message: "No", fields: { name: ["is odd"] } } }, 422)],
    ["404: it was deleted", raw({ statusCode: 404, error: "Not Found", message: "Gone" }, 404)],
    ["410", raw({ statusCode: 410, message: "Gone" }, 410)],
    ["409", raw({ success: false, error: { message: "Conflict" } }, 409)],
    ["400 without a word", raw("", 400, { headers: own })],
  ])(
    "%s, again and again: it waits for the user, is asked few times, and is sent at the user's word",
    async (_name, fault) => {
      const draft = begin(who);
      world.sandbox.faults.add({ ...ruleOf(step), times: 1000, fault });
      const id = await world.accept(draft);
      await world.pass(30 * MINUTE);
      const isTakenAsThere =
        fault.kind === "raw" && fault.status === 409 && ["list", "client"].includes(step);
      expect((await world.record(id))?.state).toBe(isTakenAsThere ? "saved" : "needs_you");
      expect(world.sandbox.log.entries.filter((one) => one.fault === "raw").length).toBeLessThanOrEqual(2);
      if (isTakenAsThere) return;
      world.sandbox.faults.clear();
      await world.queue.retry(id);
      await world.pass(10 * MINUTE);
      expect(await world.record(id)).toMatchObject({ state: "saved" });
      expect(held()).toEqual(allOf(who));
    },
  );
});

/** The answer is lost, and so is what the look-up after it would tell. */
describe.each(cases)("of %s, the answer of the %s lost", (who, step) => {
  const path = /search$|^\/v1\/persons\/[^/]+(?:\/activities)?$/;
  test.each<[string, Fault]>([
    ["an object where a list belongs", raw({ success: true, data: { id: "p" } })],
    ["a list where an object belongs", raw({ success: true, data: [] })],
    ["a row without an id", raw({ success: true, data: [{ name: "Mara Lindqvist" }], meta: { total: 1 } })],
    ["a login page", { kind: "html", status: 200 }],
    ["half an answer", { kind: "truncated" }],
    ["a no in a 200", raw({ statusCode: 500, message: "No" })],
    ["429 without a time", raw("{}", 429)],
  ])("and the look-up answered by %s: it arrives once, or waits for the user", async (_name, fault) => {
    const draft = begin(who);
    world.sandbox.faults.add({ ...ruleOf(step), fault: { kind: "drop_after_storing" } });
    const id = await world.accept(draft);
    for (const method of ["GET", "POST"]) world.sandbox.faults.add({ path, method, times: 1, fault });
    await world.pass(40 * MINUTE);
    const record = await world.record(id);
    expect(record?.state).toMatch(/saved|needs_you/);
    if (record?.state === "saved") expect(held()).toEqual(allOf(who));
    else for (const count of Object.values(held())) expect(count).toBeLessThanOrEqual(2);
  });
});

describe("a person who is merged into another", () => {
  function merge(): string {
    const old = world.store.personByUrl(MARA_URL);
    if (!old) throw new Error("Not there");
    const before = old.id;
    old.id = crypto.randomUUID();
    for (const one of [...world.store.candidates, ...world.store.activities, ...world.store.tasks])
      if (one.person_id === before) one.person_id = old.id;
    return old.id;
  }
  const call = { activity: { type: "call_note", typeName: null, text: "Rang twice" } };
  const knownAs = (personId: string) => ({ personId, name: null, linkedinUrl: null, onJobs: [], update: {} });

  test("before a touch goes out: it goes to the record in that place", async () => {
    const { id: old } = addPerson(world.store, "Mara Lindqvist", "mara-lindqvist");
    const present = merge();
    const id = await world.accept({ ...mara, known: knownAs(old), touch: call, task: { text: "Ring" } });
    await world.pass(5 * MINUTE);
    expect(await world.record(id)).toMatchObject({ state: "saved" });
    expect(world.store.activitiesOf(present)).toHaveLength(1);
    expect(held()).toMatchObject({ notes: 1, tasks: 1 });
  });

  test("whose candidacy has another id since: a stage move finds it", async () => {
    const person = addPerson(world.store, "Mara Lindqvist", "mara-lindqvist");
    const { job, stage } = placed(0, true);
    const stored = world.store.job(job.id);
    if (!stored || !stage) throw new Error("Not seeded");
    const candidate = world.store.addCandidate(person, stored, true);
    const move = { jobId: job.id, jobName: null, candidateId: candidate.candidate_id, stage };
    const old = person.id;
    merge();
    candidate.candidate_id = crypto.randomUUID();
    const id = await world.accept({ ...mara, known: knownAs(old), touch: { move } });
    await world.pass(5 * MINUTE);
    expect(await world.record(id)).toMatchObject({ state: "saved" });
    expect(candidate.stage_id).toBe(stage.id);
  });

  const lost = { kind: "drop_after_storing" } as const;
  test.each<[string, () => SaveDraft]>([
    ["note", () => ({ ...mara, note: "Met in Oslo" })],
    ["task", () => ({ ...mara, task: { text: "Ring" } })],
    ["activity", () => ({ ...mara, touch: call })],
    ["job", () => ({ ...mara, jobs: [placed(0), placed(1)] })],
  ])("while the answer of a %s is lost: it is found there, once", async (step, draft) => {
    addPerson(world.store, "Mara Lindqvist", "mara-lindqvist");
    const path =
      step === "task" ? "/v1/tasks" : step === "job" ? /^\/v1\/persons\/[^/]+$/ : "/v1/person-activities";
    const method = step === "job" ? "PATCH" : "POST";
    world.sandbox.faults.add({ method, path, after: step === "job" ? 1 : 0, fault: lost });
    const id = await world.accept(draft());
    await world.pass(SECOND);
    expect((await world.record(id))?.state).toBe("in_doubt");
    merge();
    await world.pass(15 * MINUTE);
    expect(await world.record(id)).toMatchObject({ state: "saved" });
    const { jobs, notes, tasks } = held();
    expect(jobs + notes + tasks).toBe(step === "job" ? 2 : 1);
  });

  test("between creation and stage: the stage is set with the candidacy of now", async () => {
    world.sandbox.faults.add({ ...ofNew.stage, fault: { kind: "drop_before_storing" } });
    const id = await world.accept({ ...mara, jobs: [placed(0, true)] });
    await world.pass(SECOND);
    merge();
    const [candidate] = world.store.candidatesOf(world.store.personByUrl(MARA_URL)?.id ?? "");
    if (candidate) candidate.candidate_id = crypto.randomUUID();
    await world.pass(10 * MINUTE);
    expect(await world.record(id)).toMatchObject({ state: "saved" });
    expect(candidate?.stage_id).toBe(placed(0, true).stage?.id);
  });
});

test("a save that is discarded half-sent leaves nothing believed: the next one finds the person", async () => {
  world.sandbox.behavior.repeatsNote = false;
  world.sandbox.faults.add({ ...ofNew.task, fault: { kind: "never_answer" } });
  const first = await world.accept({ ...mara, task: { text: "Ring" } });
  await world.pass(SECOND);
  await world.queue.discard(first);
  const second = await world.accept({ ...mara, note: "Met in Oslo" });
  await world.pass(5 * MINUTE);
  expect(await world.record(second)).toMatchObject({ state: "saved" });
  expect(held()).toMatchObject({ people: 1, notes: 1 });
});

test("a task that has arrived is not sent again for another order of its owners", async () => {
  const ownerIds = world.store.members.map(({ id }) => id);
  world.sandbox.faults.add({ ...ofNew.task, fault: { kind: "drop_after_storing" } });
  const id = await world.accept({ ...mara, task: { text: "Ring", ownerIds } });
  await world.pass(SECOND);
  await world.queue.retry(id, { ...mara, task: { text: "Ring", ownerIds: ownerIds.toReversed() } });
  await world.pass(5 * MINUTE);
  expect(await world.record(id)).toMatchObject({ state: "saved" });
  expect(held()).toMatchObject({ tasks: 1 });
});

test("a gateway that gives up while the server still stores: nothing is there twice", async () => {
  for (const [status, slug] of [
    [500, "a"],
    [502, "b"],
    [503, "c"],
    [504, "d"],
  ] as const) {
    const linkedinUrl = `https://www.linkedin.com/in/mara-${slug}`;
    world.sandbox.faults.add({ ...ofNew.task, fault: { kind: "html", status, storesAfter: 40 * SECOND } });
    const id = await world.accept({ ...mara, linkedinUrl, task: { text: `Ring ${slug}` } });
    await world.pass(10 * MINUTE);
    expect(await world.record(id)).toMatchObject({ state: "saved" });
    expect(world.store.tasks.filter(({ content_text }) => content_text === `Ring ${slug}`)).toHaveLength(1);
  }
});

describe("what Stardex does not tell, or only later", () => {
  test("a new person without an id, whom no search shows for a minute: all of it arrives, once", async () => {
    world.sandbox.behavior.searchDelay = MINUTE;
    world.sandbox.faults.add({ ...ofNew.person, fault: { kind: "empty", status: 201, stored: true } });
    const id = await world.accept(full());
    await world.pass(30 * MINUTE);
    expect(await world.record(id)).toMatchObject({ state: "saved" });
    expect(held()).toEqual(allOfNew);
  });

  test("whether the person is on the job: a lost answer is the user's to settle", async () => {
    world.sandbox.behavior.candidacies = "absent";
    addPerson(world.store, "Mara Lindqvist", "mara-lindqvist");
    world.sandbox.faults.add({ ...ofKnown["first job"], fault: { kind: "drop_after_storing" } });
    const id = await world.accept({ ...mara, jobs: [placed(0)] });
    await world.pass(10 * MINUTE);
    expect(await world.record(id)).toMatchObject({ state: "needs_you", sentAt: expect.any(Number) });
    expect(held()).toMatchObject({ jobs: 1 });
  });

  test.each([
    { timelineOrder: "oldest_first" },
    { timelineCut: 40 },
    { timelineCut: 40, timeline: "html" },
  ] as const)("with %j and a long timeline, a lost note is found, once", async (behavior) => {
    Object.assign(world.sandbox.behavior, behavior);
    const person = addPerson(world.store, "Mara Lindqvist", "mara-lindqvist");
    for (let n = 0; n < 120; n++)
      world.store.addActivity(person, "call_note", `Rang, number ${n}`).created_at = new Date(
        world.store.clock.now() - (120 - n) * MINUTE,
      ).toISOString();
    world.sandbox.faults.add({ ...ofKnown.note, fault: { kind: "drop_after_storing" } });
    const note = "Met in Oslo for an hour; would move for the right firm, not before June.";
    const id = await world.accept({ ...mara, note });
    await world.pass(10 * MINUTE);
    expect(await world.record(id)).toMatchObject({ state: "saved" });
    expect(world.store.activities.filter((one) => one.activity_content === note)).toHaveLength(1);
  });
});

describe("of somebody who turns out to be known", () => {
  test.each([
    ["at the look-up before the save", false],
    ["by a colleague, while our request is lost", true],
  ])("%s: the id of another system and the job's title still arrive, once", async (_when, isFaster) => {
    const [job] = world.store.jobs.filter((one) => !one.is_archived);
    if (!job) throw new Error("Not seeded");
    job.name = "Chief of Nothing Else";
    const add = () => addPerson(world.store, "Mara Lindqvist", "mara-lindqvist");
    if (isFaster) world.sandbox.faults.add({ ...ofNew.person, fault: { kind: "drop_before_storing" } });
    else add();
    world.sandbox.faults.add({
      ...ofNew.person,
      after: isFaster ? 1 : 0,
      fault: { kind: "drop_after_storing" },
    });
    const id = await world.accept({ ...mara, externalSourceId: "X-9", jobName: "chief of nothing else" });
    if (isFaster) add();
    await world.pass(15 * MINUTE);
    const record = await world.record(id);
    expect(record).toMatchObject({ state: "saved" });
    expect(world.store.personByUrl(MARA_URL)?.external_source_id).toBe("X-9");
    expect(held()).toMatchObject({ people: 1, jobs: 1 });
    const [candidate] = world.store.candidates.slice(-1);
    expect(record?.outcome?.hintedCandidateId).toBe(candidate?.candidate_id);
  });

  test("an id that the firm has given the person stays", async () => {
    addPerson(world.store, "Mara Lindqvist", "mara-lindqvist", { external_source_id: "FIRM-1" });
    const id = await world.accept({ ...mara, externalSourceId: "X-9", note: "Met" });
    await world.pass(5 * MINUTE);
    expect(await world.record(id)).toMatchObject({ state: "saved" });
    expect(world.store.personByUrl(MARA_URL)?.external_source_id).toBe("FIRM-1");
  });
});
