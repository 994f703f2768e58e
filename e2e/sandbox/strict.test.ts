/** The sandbox holds the contract both ways, and plays what the contract leaves open. */
import { expect, test } from "vitest";
import type { Behavior } from "./behavior.ts";
import { createSandbox, SANDBOX_KEY } from "./in-process.ts";

const mara = { name: "Mara Lindqvist", linkedin_url: "https://www.linkedin.com/in/mara-lindqvist" };

function setUp(behavior: Partial<Behavior> = {}) {
  const sandbox = createSandbox({ behavior });
  async function call(method: string, path: string, body?: unknown) {
    const answer = await sandbox.fetch(`https://api.stardex.ai${path}`, {
      method,
      headers: { authorization: `Bearer ${SANDBOX_KEY}` },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    // biome-ignore lint/suspicious/noExplicitAny: tests look at answers of many shapes
    return { status: answer.status, json: (text === "" ? null : JSON.parse(text)) as any };
  }
  return { ...sandbox, call };
}

test.each<[string, string, object, string]>([
  ["POST", "/v1/persons", { ...mara, nickname: "M" }, "nickname is not allowed"],
  ["POST", "/v1/persons", { ...mara, company_name: null }, "company_name must not be null"],
  ["POST", "/v1/persons", { ...mara, company_name: "" }, "company_name must not be empty"],
  ["POST", "/v1/persons", { ...mara, emails: ["no address"] }, 'emails/0 must match format "email"'],
  ["POST", "/v1/persons", { name: "Mara" }, "linkedin_url is required"],
  ["POST", "/v1/persons", { ...mara, enrich_record: "yes" }, "enrich_record must be boolean"],
  ["POST", "/v1/lists/search", { keywords: ["cfo"] }, "keywords must be string"],
  ["POST", "/v1/persons/search", { include: ["photo"] }, "include/0 must be one of the allowed values"],
  ["POST", "/v1/persons/search", { limit: 101 }, "limit is out of range"],
  [
    "POST",
    "/v1/tasks",
    { content_text: "call", task_type: "fax" },
    "task_type must be one of the allowed values",
  ],
  ["PATCH", "/v1/persons/x", { emails: ["a@b.test"] }, "emails/0 must be object"],
  [
    "PATCH",
    "/v1/persons/x",
    { custom_fields: [{ attribute_id: "x" }] },
    'custom_fields/0/attribute_id must match format "uuid"',
  ],
])("%s %s %j is refused: %s", async (method, path, body, what) => {
  const { status, json } = await setUp().call(method, path, body);
  expect(status).toBe(400);
  expect(json.error.message).toBe(`body/${what}`);
});

test("of a call whose page ended early, a field that is not named may be there", async () => {
  const { call } = setUp();
  expect((await call("POST", "/v1/persons/search", { owner_of_person: "x" })).status).toBe(200);
  expect((await call("GET", "/v1/person-activities/types")).status).toBe(200);
});

test("an answer holds what the contract says and no more", async () => {
  const { call } = setUp();
  const bare = await call("POST", "/v1/persons/search", { name: "Nadezhda" });
  expect(bare.json.data[0]).not.toHaveProperty("candidates");
  expect(bare.json.data[0]).not.toHaveProperty("linkedin_location");
  const whole = await call("POST", "/v1/persons/search", { name: "Nadezhda", include: ["candidates"] });
  expect(whole.json.data[0].candidates).toHaveLength(3);
  const { id } = whole.json.data[0];
  const person = (await call("GET", `/v1/persons/${id}`)).json.data;
  expect(person.candidates).toHaveLength(3);
  expect(person).not.toHaveProperty("linkedin_location");
  const created = await call("POST", "/v1/persons", { ...mara, linkedin_location: "Oslo" });
  expect(created.json.data.linkedin_location).toBe("Oslo");
  const [company] = (await call("POST", "/v1/companies/search", { keywords: ["Osterbeck"] })).json.data;
  expect(company).not.toHaveProperty("owners");
  expect((await call("GET", `/v1/companies/${company.id}`)).json.data.owners).toHaveLength(1);
});

test("lists of both kinds come, and archived ones only when they are asked for", async () => {
  const { call } = setUp();
  const types = (await call("POST", "/v1/lists/search", {})).json.data.map(
    ({ list_type }: { list_type: string }) => list_type,
  );
  expect(new Set(types)).toEqual(new Set(["persons", "companies"]));
});

test("a page is cut at its limit, and the total tells what was cut off", async () => {
  const { json } = await setUp().call("POST", "/v1/jobs/search", { limit: 3, offset: 2 });
  expect(json.data).toHaveLength(3);
  expect(json.meta).toMatchObject({ limit: 3, offset: 2 });
  expect(json.meta.total).toBeGreaterThan(20);
});

test("what is open is played: keywords, shapes of a refusal, empty values, an empty answer", async () => {
  const words = { keywords: ["General", "Nordvale"] };
  const all = await setUp({ keywords: "all" }).call("POST", "/v1/jobs/search", words);
  const any = await setUp({ keywords: "any" }).call("POST", "/v1/jobs/search", words);
  expect(any.json.meta.total).toBeGreaterThan(all.json.meta.total);

  const path = "/v1/persons/00000000-0000-4000-8000-000000000000";
  expect((await setUp({ errorBody: "B" }).call("GET", path)).json).toMatchObject({ statusCode: 404 });
  expect(await setUp({ errorBody: "none" }).call("GET", path)).toEqual({ status: 404, json: null });

  const created = (behavior: Partial<Behavior>) => setUp(behavior).call("POST", "/v1/persons", mara);
  expect((await created({})).json.data.candidate_id).toBeNull();
  expect((await created({ emptyValue: "absent" })).json.data).not.toHaveProperty("candidate_id");
  expect((await created({ emptyValue: "blank" })).json.data.candidate_id).toBe("");

  const { call, store } = setUp({ changedStatus: 204 });
  const [person] = store.persons;
  expect(await call("PATCH", `/v1/persons/${person?.id}`, { name: "M" })).toEqual({
    status: 204,
    json: null,
  });
});

test("a note shows in the timeline when it is due, as text or HTML, or not at all", async () => {
  const { call, store, behavior } = setUp({ timelineDelay: 60_000 });
  const [person] = store.persons;
  const path = `/v1/persons/${person?.id}/activities`;
  const note = { activity_type: "secondary_note", activity_content: "Fee < 30\nMet", person_id: person?.id };
  expect((await call("POST", "/v1/person-activities", note)).status).toBe(201);
  expect((await call("GET", path)).json.data).toEqual([]);
  Object.assign(behavior, { timelineDelay: 0, timeline: "html" });
  expect((await call("GET", path)).json.data).toMatchObject([
    { activity_content: "<p>Fee &lt; 30<br>Met</p>" },
  ]);
  behavior.timeline = "forbidden";
  expect((await call("GET", path)).status).toBe(403);
});

test("tasks are found by whole words", async () => {
  const { call, store } = setUp();
  const [person] = store.persons;
  await call("POST", "/v1/tasks", {
    content_text: "Call back Monday",
    task_type: "text",
    person_id: person?.id,
  });
  const search = (keywords: string[]) =>
    call("POST", "/v1/tasks/search", { related_to: person?.id, keywords });
  expect((await search(["monday"])).json.data).toMatchObject([{ content_text: "Call back Monday" }]);
  expect((await search(["mon"])).json.data).toEqual([]);
});

test("faults reach the caller as fetch fails: broken, aborted, late", async () => {
  const { fetch, faults } = setUp();
  const url = "https://api.stardex.ai/v1/persons";
  faults.add({ fault: { kind: "drop_before_storing" } });
  await expect(fetch(url)).rejects.toBeInstanceOf(TypeError);
  faults.add({ fault: { kind: "never_answer" } });
  const abort = new AbortController();
  const hanging = fetch(url, { signal: abort.signal });
  abort.abort(new Error("enough"));
  await expect(hanging).rejects.toThrow("enough");
});

test("every answer has the server's own date, also one that a fault spoils, and rows are dated by it", async () => {
  const { fetch, faults, behavior, clock, store } = setUp();
  clock.ahead = 3 * 3_600_000;
  const ask = async () => (await fetch("https://api.stardex.ai/v1/team-members")).headers.get("date");
  const isAhead = (date: string | null) => Math.abs(Date.parse(date ?? "") - clock.now()) < 2_000;
  expect(isAhead(await ask())).toBe(true);
  faults.add({ fault: { kind: "status", status: 500, envelope: "A" } });
  expect(isAhead(await ask())).toBe(true);
  const [person] = store.persons;
  if (person) expect(isAhead(store.addActivity(person, "call_note", "Met").created_at)).toBe(true);
  behavior.dateHeader = "none";
  expect(await ask()).toBeNull();
});
