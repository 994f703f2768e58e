import { request } from "node:https";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isTo } from "./request-log.ts";
import { SANDBOX_KEY, type Sandbox, SECOND_KEY, startSandbox } from "./start-sandbox.ts";

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox();
});
afterEach(() => sandbox.close());

interface Sent {
  method?: string;
  body?: unknown;
  key?: string | null;
  host?: string;
}

interface Received {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look at answers of many shapes
  json: any;
}

/** One request over real TLS, to the host the sandbox plays. Rejects when the connection breaks. */
function call(
  path: string,
  { method = "POST", body, key = SANDBOX_KEY, host = "api.stardex.ai" }: Sent = {},
) {
  return new Promise<Received>((resolve, reject) => {
    const sent = request(
      {
        port: sandbox.port,
        host: "127.0.0.1",
        servername: host,
        path,
        method,
        agent: false,
        rejectUnauthorized: false,
        headers: {
          host,
          ...(key !== null && { authorization: `Bearer ${key}` }),
          ...(body !== undefined && { "content-type": "application/json" }),
        },
      },
      (answer) => {
        let text = "";
        answer.setEncoding("utf8");
        answer.on("data", (part: string) => {
          text += part;
        });
        answer.on("error", reject);
        answer.on("end", () => {
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text, json: parsed(text) });
        });
      },
    );
    sent.on("error", reject);
    sent.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const mara = { name: "Mara Lindqvist", linkedin_url: "https://www.linkedin.com/in/mara-lindqvist" };
const firstJob = () => {
  const job = sandbox.store.jobs[0];
  if (!job) throw new Error("No job is seeded");
  return job;
};

describe("keys and limits", () => {
  it.each([
    [null, "MISSING_API_KEY"],
    ["ats-somebody-else", "INVALID_API_KEY"],
  ])("refuses the key %s", async (key, code) => {
    const answer = await call("/v1/jobs/search", { key, body: { limit: 1 } });
    expect(answer.status).toBe(401);
    expect(answer.json).toMatchObject({ success: false, error: { code } });
  });

  it("counts down, then answers 429 with the time to wait, and frees again", async () => {
    sandbox.rateLimit.limit = 2;
    const first = await call("/v1/jobs/search", { body: {} });
    expect(first.headers).toMatchObject({ "x-ratelimit-limit": "2", "x-ratelimit-remaining": "1" });
    await call("/v1/jobs/search", { body: {} });
    const third = await call("/v1/jobs/search", { body: {} });
    expect(third.status).toBe(429);
    expect(Number(third.headers["retry-after"])).toBeGreaterThan(50);
    expect(third.json.error).toMatchObject({ code: "RATE_LIMIT_EXCEEDED", limit: 2 });
    expect((await call("/v1/jobs/search", { body: {}, key: SECOND_KEY })).status).toBe(200);
    sandbox.rateLimit.windowMs = 0;
    expect((await call("/v1/jobs/search", { body: {} })).status).toBe(200);
  });

  it("answers an unknown route in shape B", async () => {
    const answer = await call("/v1/nothing", { method: "GET" });
    expect(answer.json).toEqual({ statusCode: 404, error: "Not Found", message: "Cannot GET /v1/nothing" });
  });
});

describe("POST /v1/persons", () => {
  it.each([
    [{ ...mara, name: "" }, "name"],
    [{ ...mara, linkedin_url: "mara" }, "linkedin_url"],
    [{ ...mara, company_name: "" }, "company_name"],
    [{ ...mara, work_email: "mara@" }, "work_email"],
    [{ ...mara, current_job_title: null }, "current_job_title"],
  ])("refuses %j and names the field", async (body, field) => {
    const answer = await call("/v1/persons", { body });
    expect(answer.status).toBe(400);
    expect(answer.json.error.message).toContain(`body/${field} `);
  });

  it("stores the person, splits the name, adds the person to the job at its first stage", async () => {
    const job = firstJob();
    const answer = await call("/v1/persons", { body: { ...mara, job_id: job.id, enrich_record: true } });
    expect(answer.status).toBe(201);
    const person = sandbox.store.personByUrl(mara.linkedin_url);
    expect(person).toMatchObject({ first_name: "Mara", last_name: "Lindqvist", enrich_record: true });
    expect(sandbox.store.candidatesOf(person?.id ?? "")).toMatchObject([
      { candidate_id: answer.json.data.candidate_id, stage_id: job.pipeline_stages[0]?.id },
    ]);
  });

  it.each([
    "https://linkedin.com/in/mara-lindqvist/",
    "http://de.linkedin.com/in/Mara-Lindqvist?trk=x",
    "https://www.linkedin.com/in/mara%2Dlindqvist/overlay/contact-info/",
  ])("matches %s", async (linkedin_url) => {
    await call("/v1/persons", { body: mara });
    const before = sandbox.store.persons.length;
    await call("/v1/persons", { body: { ...mara, linkedin_url } });
    expect(sandbox.store.persons.length).toBe(before);
    const found = await call("/v1/persons/search", { body: { linkedin_url, limit: 1 } });
    expect(found.json).toMatchObject({ data: [{ name: "Mara Lindqvist" }], meta: { total: 1 } });
  });

  it.each([
    ["overwrite", "Mara B", "Velmar"],
    ["fill_blanks", "Mara Lindqvist", "Velmar"],
    ["ignore", "Mara Lindqvist", null],
  ] as const)("on a repeat plays %s", async (onRepeat, name, company) => {
    sandbox.behavior.onRepeat = onRepeat;
    await call("/v1/persons", { body: mara });
    await call("/v1/persons", { body: { ...mara, name: "Mara B", company_name: "Velmar" } });
    expect(sandbox.store.personByUrl(mara.linkedin_url)).toMatchObject({
      name,
      current_company_name: company,
    });
  });

  it.each([
    [true, 2],
    [false, 1],
  ])("with repeated notes %s keeps %i", async (repeatsNote, count) => {
    sandbox.behavior.repeatsNote = repeatsNote;
    for (const notes of ["met", "met"]) await call("/v1/persons", { body: { ...mara, notes } });
    const { id = "" } = sandbox.store.personByUrl(mara.linkedin_url) ?? {};
    expect(sandbox.store.activitiesOf(id)).toHaveLength(count);
  });

  it("takes job_name as a hint only", async () => {
    const answer = await call("/v1/persons", { body: { ...mara, job_name: "No such search" } });
    expect(answer.json.data.candidate_id).toBeNull();
  });

  it("keeps workspaces apart", async () => {
    await call("/v1/persons", { body: mara, key: SECOND_KEY });
    expect(sandbox.store.personByUrl(mara.linkedin_url)).toBeUndefined();
    expect(sandbox.secondStore.personByUrl(mara.linkedin_url)).toBeDefined();
  });
});

const NOBODY = "00000000-0000-4000-8000-000000000000";

describe("the other routes", () => {
  it("updates a person and replaces the lists it is given", async () => {
    const { json } = await call("/v1/persons", { body: { ...mara, emails: ["a@mail.example"] } });
    const path = `/v1/persons/${json.data.id}`;
    const emails = [{ contact_data_type: "work", value: "b@mail.example" }];
    const answer = await call(path, { method: "PATCH", body: { emails, job_id: firstJob().id } });
    expect(answer.json.data.message).toBe("Person updated successfully");
    const read = await call(path, { method: "GET" });
    expect(read.json.data).toMatchObject({ emails, candidates: [{ job_name: firstJob().name }] });
  });

  it("finds open jobs by keyword and gives each its own stages", async () => {
    const found = await call("/v1/jobs/search", { body: { keywords: ["counsel"], is_archived: false } });
    expect(found.json.data.length).toBeGreaterThan(3);
    const [one, two] = await Promise.all(
      found.json.data.slice(0, 2).map(({ id }: { id: string }) => call(`/v1/jobs/${id}`, { method: "GET" })),
    );
    expect(one.json.data.pipeline_stages[0].name).toBe(two.json.data.pipeline_stages[0].name);
    expect(one.json.data.pipeline_stages[0].id).not.toBe(two.json.data.pipeline_stages[0].id);
  });

  it("moves a candidate to a stage of that job, and to no other", async () => {
    const [first, second] = firstJob().pipeline_stages;
    const { json } = await call("/v1/persons", { body: { ...mara, job_id: firstJob().id } });
    const body = { job_id: firstJob().id, candidate_id: json.data.candidate_id };
    const moved = await call("/v1/candidates/update-stage", { body: { ...body, stage_id: second?.id } });
    expect(moved.json.data).toMatchObject({ previous_stage_id: first?.id, new_stage_id: second?.id });
    const foreign = sandbox.store.jobs[1]?.pipeline_stages[0]?.id;
    expect((await call("/v1/candidates/update-stage", { body: { ...body, stage_id: foreign } })).status).toBe(
      400,
    );
  });

  it("puts a person on a list once, and notes and tasks on the person", async () => {
    const { id } = (await call("/v1/persons", { body: mara })).json.data;
    const list = (await call("/v1/lists/search", { body: { keywords: "cfo" } })).json.data[0];
    const add = () => call(`/v1/lists/${list.id}/items`, { body: { person_ids: [id, NOBODY] } });
    expect((await add()).json.data).toMatchObject({ added_ids: [id], failed: [{ id: NOBODY }] });
    expect((await add()).json.data).toMatchObject({ added_ids: [], already_present_ids: [id] });
    const note = {
      activity_type: "secondary_note",
      activity_content: "met",
      linkedin_url: mara.linkedin_url,
    };
    expect((await call("/v1/person-activities", { body: note })).json.data.person_id).toBe(id);
    const task = { content_text: "call", task_type: "call", due_date: "2026-12-01T09:00:00Z", person_id: id };
    expect((await call("/v1/tasks", { body: task })).json.data).toMatchObject(task);
    const clients = await call("/v1/companies/search", { body: { is_client: true } });
    expect(clients.json.data.some((one: { do_not_contact: boolean }) => one.do_not_contact)).toBe(true);
  });
});

describe("faults", () => {
  const path = "/v1/persons";
  const stored = () => sandbox.store.personByUrl(mara.linkedin_url) !== undefined;

  it.each([
    ["drop_before_storing", false],
    ["drop_after_storing", true],
  ] as const)("%s", async (kind, isStored) => {
    sandbox.faults.add({ method: "POST", path, fault: { kind } });
    await expect(call(path, { body: mara })).rejects.toThrow();
    expect(stored()).toBe(isStored);
    const logged = await sandbox.log.waitForAnswer((entry) => isTo(entry, "POST", path));
    expect(logged).toMatchObject({ status: null, fault: kind });
    expect((await call(path, { body: mara })).status).toBe(201);
  });

  it("plays statuses in both shapes, HTML, nothing and half an answer, in order", async () => {
    sandbox.faults.add({ path, after: 1, fault: { kind: "status", status: 403, envelope: "A" } });
    sandbox.faults.add({ path, fault: { kind: "status", status: 500, envelope: "B", message: "Oh" } });
    expect((await call(path, { body: mara })).status).toBe(201);
    expect((await call(path, { body: mara })).json.error.code).toBe("SANDBOX_403");
    expect((await call(path, { body: mara })).json).toEqual({
      statusCode: 500,
      error: "Error",
      message: "Oh",
    });
    sandbox.faults.add({ path, fault: { kind: "html", status: 502 } });
    const html = await call(path, { body: mara });
    expect([html.status, html.headers["content-type"]]).toEqual([502, "text/html"]);
    sandbox.faults.add({ path, fault: { kind: "empty", status: 503 } });
    expect(await call(path, { body: mara })).toMatchObject({ status: 503, text: "" });
    sandbox.faults.add({ path, fault: { kind: "truncated" } });
    const half = await call(path, { body: mara });
    expect([half.status, half.json]).toEqual([201, undefined]);
    expect(half.text).toContain('"success":true');
  });

  it("holds an answer until it is released", async () => {
    let release = (): void => {};
    const until = new Promise<void>((resolve) => {
      release = resolve;
    });
    sandbox.faults.add({ path, fault: { kind: "hold", stored: true, until } });
    const answer = call(path, { body: mara });
    const request = await sandbox.log.waitForRequest((entry) => isTo(entry, "POST", path));
    expect(request.finished).toBe(false);
    release();
    expect((await answer).status).toBe(201);
  });

  it("logs what arrived, and of the key its last four characters", async () => {
    await call(path, { body: mara });
    const logged = await sandbox.log.waitForAnswer(() => true);
    expect(logged).toMatchObject({
      method: "POST",
      path,
      body: mara,
      status: 201,
      fault: null,
    });
    expect(JSON.stringify(sandbox.log.entries)).not.toContain(SANDBOX_KEY);
    expect(logged.headers.authorization).toBe("…-key");
  });
});

describe("LinkedIn's pages", () => {
  it("serves what a test puts at a URL, and 404 for the rest", async () => {
    sandbox.pages.serve("https://www.linkedin.com/in/mara-lindqvist/", "<title>Mara</title>");
    const host = "de.linkedin.com";
    expect((await call("/in/Mara-Lindqvist?a=b", { method: "GET", host })).text).toBe("<title>Mara</title>");
    expect((await call("/in/nobody", { method: "GET", host })).status).toBe(404);
    expect(sandbox.log.entries).toEqual([]);
  });
});
