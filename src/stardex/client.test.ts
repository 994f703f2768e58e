import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createStardexClient } from "./client.ts";
import type { ClientOptions } from "./http/exchange.ts";
import type { PersonBody } from "./person-body.ts";
import { StardexError } from "./stardex-error.ts";

/** A real server on this machine: what is tested is the client as it is, down to the connection. */
let server: Server;
let answer: (response: ServerResponse, request: IncomingMessage) => void;
const seen: {
  method: string | undefined;
  path: string | undefined;
  headers: IncomingMessage["headers"];
  body: unknown;
}[] = [];

const key = "ats-very-secret-0123";
const now = () => Date.parse("2030-01-01T12:00:00Z");
const ada: PersonBody = {
  name: "Ada Lovelace",
  linkedin_url: "https://www.linkedin.com/in/ada",
  enrich_record: true,
};

beforeEach(async () => {
  seen.length = 0;
  server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const { method, url: path, headers } = request;
    seen.push({ method, path, headers, body: JSON.parse(body || "null") });
    answer(response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

function client(options: Pick<ClientOptions, "timeout" | "onCall" | "onHeaders"> = {}) {
  const { port } = server.address() as AddressInfo;
  return createStardexClient({ fetch, key, now, baseUrl: `http://127.0.0.1:${port}`, ...options });
}

function replies(status: number, body: string | object, headers: Record<string, string> = {}): void {
  answer = (response) => {
    response.sendDate = false;
    response.writeHead(status, headers).end(typeof body === "string" ? body : JSON.stringify(body));
  };
}

const success = (data: unknown) => ({ success: true, data });

test("a person is sent with enrichment, and the key in its header alone", async () => {
  replies(201, success({ id: "p-1", candidate_id: "c-1", client_contact_id: null, surprise: [1] }));
  expect(await client().createPerson(ada)).toEqual({
    personId: "p-1",
    candidateId: "c-1",
    clientContactId: null,
  });
  expect(seen).toMatchObject([
    { method: "POST", path: "/v1/persons", headers: { authorization: `Bearer ${key}` } },
  ]);
  expect(seen[0]?.body).toEqual({
    name: "Ada Lovelace",
    linkedin_url: "https://www.linkedin.com/in/ada",
    enrich_record: true,
  });
});

test.each([[success(null)], [success({ id: {} })], [success([])], [{}], [[]], ['"ok"'], ["null"]])(
  "a 2xx with a surprising body is a stored save: %j",
  async (body) => {
    replies(200, body);
    expect(await client().createPerson(ada)).toEqual({
      personId: null,
      candidateId: null,
      clientContactId: null,
    });
  },
);

const shapeA = (message: string) => ({ success: false, error: { code: "X", message } });
const shapeB = (statusCode: number, message: string) => ({ statusCode, error: "E", message });

test.each([
  [400, shapeB(400, "body/linkedin_url must match format uri"), { kind: "invalid", field: "linkedin_url" }],
  [400, shapeA("name: must not be blank"), { kind: "invalid", field: "name" }],
  [400, shapeA("The name of the firm is odd"), { kind: "invalid", field: undefined }],
  [422, shapeA('"company_name" is too long'), { kind: "invalid", field: "company_name" }],
  [401, shapeA("Invalid API key"), { kind: "unauthorized", message: "Invalid API key" }],
  [403, shapeA("Not permitted"), { kind: "forbidden" }],
  [404, shapeB(404, "Route not found"), { kind: "not_found", message: "Route not found" }],
  [408, shapeB(408, "Took too long"), { kind: "timeout" }],
  [401, "<html>Sign in to the proxy</html>", { kind: "unreadable", message: undefined }],
  [403, "<html>Blocked by your firm</html>", { kind: "unreadable", message: undefined }],
  [404, "<html>Not found</html>", { kind: "unreadable" }],
  [403, { message: "Forbidden" }, { kind: "unreadable" }],
  [401, "", { kind: "unreadable" }],
  [413, "<html>too large</html>", { kind: "unreadable", message: undefined }],
  [429, "<html>Slow down</html>", { kind: "rate_limited" }],
  [429, shapeA("Slow down"), { kind: "rate_limited", message: "Slow down" }],
  [500, shapeB(500, "Oops"), { kind: "server", message: "Oops" }],
  [502, "<html>Bad Gateway</html>", { kind: "server", message: undefined }],
  [503, "", { kind: "server" }],
  [200, shapeA("No"), { kind: "invalid", message: "No" }],
  [200, "<html>Sign in to the hotel's network</html>", { kind: "unreadable" }],
  [200, '{"success": true, "da', { kind: "unreadable" }],
])("%i %j", async (status, body, problem) => {
  replies(status, body);
  const error = await client()
    .createPerson(ada)
    .catch((error: unknown) => error);
  expect(error).toBeInstanceOf(StardexError);
  const found = (error as StardexError).problem;
  expect(found).toMatchObject({ status, kind: problem.kind });
  if ("field" in problem) expect(found.field).toBe(problem.field);
  if ("message" in problem) expect(found.message).toBe(problem.message);
});

test("an answer of no shape at all is Stardex's own where it counts the call", async () => {
  for (const [status, kind] of [
    [401, "unauthorized"],
    [403, "forbidden"],
    [400, "invalid"],
  ] as const) {
    replies(status, "", { "x-ratelimit-limit": "60" });
    await expect(client().createPerson(ada)).rejects.toMatchObject({ problem: { kind, status } });
  }
});

test("any 2xx is done where the answer is not needed", async () => {
  for (const [status, body] of [
    [204, ""],
    [200, ""],
    [202, "[]"],
  ] as const) {
    replies(status, body);
    await client().updatePerson("p", { enrich_record: true });
    await client().moveCandidate("j", "c", "s");
    await client().addToList("l", "p");
    await client().addNote("p", "note");
    await client().addTask({ personId: "p", text: "call" });
  }
  expect(seen).toHaveLength(15);
});

const inSeconds = (seconds: number) => now() + seconds * 1000;
const unix = (seconds: number) => String(inSeconds(seconds) / 1000);

test.each([
  ["seconds", { "retry-after": "7", "x-ratelimit-reset": unix(50) }, {}, inSeconds(7)],
  ["a date", { "retry-after": "Tue, 01 Jan 2030 12:00:09 GMT" }, {}, inSeconds(9)],
  [
    "a date, against the server's clock",
    { "retry-after": "Tue, 01 Jan 2030 13:00:09 GMT", date: "Tue, 01 Jan 2030 13:00:00 GMT" },
    {},
    inSeconds(9),
  ],
  ["the body", {}, { retry_after_seconds: 11 }, inSeconds(11)],
  ["the reset", { "x-ratelimit-reset": unix(13) }, {}, inSeconds(13)],
  ["nothing", {}, {}, undefined],
  ["nonsense", { "retry-after": "soon", "x-ratelimit-reset": "x" }, { retry_after_seconds: "x" }, undefined],
  ["the past", { "x-ratelimit-reset": unix(-13) }, {}, undefined],
  ["tomorrow", { "retry-after": "86400" }, {}, inSeconds(3600)],
])("429 tells when to come back by %s", async (_by, headers, body, retryAt) => {
  replies(429, { success: false, error: { message: "x", ...body } }, headers);
  await expect(client().createPerson(ada)).rejects.toMatchObject({ problem: { kind: "rate_limited" } });
  const error = (await client()
    .createPerson(ada)
    .catch((error: unknown) => error)) as StardexError;
  expect(error.problem.retryAt).toBe(retryAt);
});

test("a 5xx tells when to come back by Retry-After alone: the reset header is on every answer", async () => {
  replies(503, "", { "x-ratelimit-reset": unix(50) });
  const problemOf = async () =>
    (
      (await client()
        .createPerson(ada)
        .catch((error) => error)) as StardexError
    ).problem;
  expect((await problemOf()).retryAt).toBeUndefined();
  replies(503, "", { "retry-after": "9" });
  expect((await problemOf()).retryAt).toBe(inSeconds(9));
});

test("silence ends in a timeout, before and after the headers", async () => {
  answer = () => undefined;
  await expect(client({ timeout: 50 }).createPerson(ada)).rejects.toMatchObject({
    problem: { kind: "timeout" },
  });
  answer = (response) => void response.writeHead(200).write('{"success"');
  await expect(client({ timeout: 50 }).createPerson(ada)).rejects.toMatchObject({
    problem: { kind: "timeout" },
  });
});

test("a broken connection is offline, before and after the headers, and so is a redirect", async () => {
  answer = (response) => void response.destroy();
  await expect(client().createPerson(ada)).rejects.toMatchObject({ problem: { kind: "offline" } });
  answer = (response) => {
    response.writeHead(200, { "content-length": "100" }).write('{"success"');
    setTimeout(() => response.destroy(), 20);
  };
  await expect(client().createPerson(ada)).rejects.toMatchObject({ problem: { kind: "offline" } });
  replies(307, "", { location: "/elsewhere" });
  await expect(client().createPerson(ada)).rejects.toMatchObject({ problem: { kind: "offline" } });
  expect(seen.every(({ path }) => path === "/v1/persons")).toBe(true);
});

test("an answer too large to be Stardex' is not read to its end", async () => {
  replies(200, `{"data": "${"x".repeat(3_000_000)}"}`);
  await expect(client().createPerson(ada)).rejects.toMatchObject({ problem: { kind: "unreadable" } });
});

test("errors never hold the key", async () => {
  for (const status of [400, 401, 500]) {
    replies(status, shapeA("no"));
    const error = (await client()
      .createPerson(ada)
      .catch((error: unknown) => error)) as StardexError;
    expect(JSON.stringify([error, error.message, error.stack, error.cause])).not.toContain("secret");
  }
});

type Client = ReturnType<typeof createStardexClient>;

/** Each call that answers nothing its caller needs: what is sent, and that any yes of Stardex is one. */
test.each<[string, (client: Client) => Promise<unknown>, string, string, object]>([
  [
    "an update",
    (it) => it.updatePerson("p/1", { name: "Ada", job_id: "j-1" }),
    "PATCH",
    "/v1/persons/p%2F1",
    { name: "Ada", job_id: "j-1" },
  ],
  [
    "a stage",
    (it) => it.moveCandidate("j-1", "c-1", "s-2"),
    "POST",
    "/v1/candidates/update-stage",
    { job_id: "j-1", candidate_id: "c-1", stage_id: "s-2" },
  ],
  [
    "a place on a list",
    (it) => it.addToList("l?1", "p-1"),
    "POST",
    "/v1/lists/l%3F1/items",
    { person_ids: ["p-1"] },
  ],
  [
    "a note",
    (it) => it.addNote("p-1", "Met in Basel.\nCall again."),
    "POST",
    "/v1/person-activities",
    {
      activity_type: "secondary_note",
      activity_content: "Met in Basel.\nCall again.",
      person_id: "p-1",
    },
  ],
  [
    "a task",
    (it) => it.addTask({ text: "Call", personId: "p-1" }),
    "POST",
    "/v1/tasks",
    { content_text: "Call", task_type: "text", person_id: "p-1" },
  ],
  [
    "a task for a job with its day",
    (it) => it.addTask({ text: "Call", personId: "p-1", jobId: "j-1", dueDate: "2030-02-01" }),
    "POST",
    "/v1/tasks",
    { content_text: "Call", task_type: "text", person_id: "p-1", due_date: "2030-02-01", job_id: "j-1" },
  ],
])("%s is sent as Stardex wants it", async (_what, call, method, path, body) => {
  for (const answered of [success({}), success(null), success({ message: "done", odd: 1 })]) {
    replies(200, answered);
    await call(client());
  }
  expect(seen).toHaveLength(3);
  expect(seen[2]).toMatchObject({ method, path });
  expect(seen[2]?.body).toEqual(body);
  replies(404, shapeB(404, "gone"));
  await expect(call(client())).rejects.toMatchObject({ problem: { kind: "not_found" } });
});

test("a person the list did not take is a problem, one that is on it already is none", async () => {
  replies(200, success({ added_ids: [], already_present_ids: ["p-1"], failed: [] }));
  await client().addToList("l-1", "p-1");
  replies(200, success({ added_ids: [], already_present_ids: [], failed: [{ id: "p-1" }] }));
  await expect(client().addToList("l-1", "p-1")).rejects.toMatchObject({ problem: { kind: "not_found" } });
});

test("a person is found by URL, or not, or the answer cannot be read", async () => {
  replies(200, { ...success([{ id: "p-1", linkedin_public_id: "ada", name: 5 }]), meta: { total: 1 } });
  expect(await client().findPerson(ada.linkedin_url)).toMatchObject({ id: "p-1", name: null });
  expect(seen[0]).toMatchObject({ method: "POST", path: "/v1/persons/search" });
  expect(seen[0]?.body).toEqual({
    linkedin_url: ada.linkedin_url,
    include: ["candidates"],
    limit: 2,
  });
  replies(200, success([]));
  expect(await client().findPerson(ada.linkedin_url)).toBeUndefined();
  replies(200, success({ odd: true }));
  await expect(client().findPerson(ada.linkedin_url)).rejects.toMatchObject({
    problem: { kind: "unreadable" },
  });
});

test.each([
  ["jos%C3%A9", "josé", true],
  ["jos%C3%A9", "JOS%C3%89", true],
  ["ada", null, true],
  ["ada", "ada-2", false],
  ["ada", "%E0%A4%A", false],
])("who is found by the URL of %s has the profile %s: %s", async (slug, publicId, isHers) => {
  replies(200, success([{ id: "p-1", linkedin_public_id: publicId }]));
  const found = await client().findPerson(`https://www.linkedin.com/in/${slug}`);
  expect(found?.id).toBe(isHers ? "p-1" : undefined);
});

test("a person is read by id, and an answer without one is unreadable", async () => {
  replies(200, success({ id: "p-1", name: "Ada" }));
  expect(await client().getPerson("p/1")).toMatchObject({ id: "p-1", name: "Ada", emails: [] });
  expect(seen[0]).toMatchObject({ method: "GET", path: "/v1/persons/p%2F1", body: null });
  for (const answered of [success({ name: "Ada" }), success(null), { success: true }]) {
    replies(200, answered);
    await expect(client().getPerson("p-1")).rejects.toMatchObject({ problem: { kind: "unreadable" } });
  }
});

test("further pages are read as the total says, up to the bound; a row that cannot be read spoils no other", async () => {
  const people = Array.from({ length: 250 }, (_, n) => ({ id: `p-${n}`, name: "Ada" }));
  const bodies: Record<string, unknown>[] = [];
  answer = (response) => {
    const body = seen.at(-1)?.body as { offset?: number; limit: number };
    bodies.push(body);
    const page = people.slice(body.offset ?? 0, (body.offset ?? 0) + body.limit);
    response.end(JSON.stringify({ ...success([...page]), meta: { total: people.length } }));
  };
  const found = await client().searchByName("Ada", 4);
  expect(found.rows).toHaveLength(250);
  expect(found.isComplete).toBe(true);
  expect(bodies.map(({ offset }) => offset)).toEqual([undefined, 100, 200]);
  expect(bodies[0]).toEqual({ name: "Ada", include: ["candidates"], limit: 100 });
  expect((await client().searchByName("Ada", 2)).isComplete).toBe(false);
  replies(200, { ...success([{ id: "p-1" }, { name: "no id" }, null]), meta: "odd" });
  expect(await client().searchByName("Ada", 4)).toMatchObject({ rows: [{ id: "p-1" }], isComplete: false });
});

test("a server that gives fewer rows a page than asked for is asked for the rest", async () => {
  answer = (response) => {
    const { offset = 0 } = (seen.at(-1)?.body ?? {}) as { offset?: number };
    const rows = Array.from({ length: 20 }, (_, n) => ({ id: `c-${offset + n}`, name: "Acme" }));
    response.end(JSON.stringify({ ...success(rows), meta: { total: 60, limit: 20 } }));
  };
  expect((await client().searchCompanies({ keywords: ["acme"] }, 4)).rows).toHaveLength(60);
});

test("more rows than were asked for are cut off, and an answer of megabytes is not parsed", async () => {
  const jobs = (count: number) =>
    Array.from({ length: count }, (_, n) => ({ id: `j-${n}`, name: "CFO", is_archived: false }));
  replies(200, success(jobs(20_000)));
  expect(await client().searchJobs(["cfo"])).toHaveLength(100);
  replies(200, success(jobs(65_000)));
  await expect(client().searchJobs(["cfo"])).rejects.toMatchObject({ problem: { kind: "unreadable" } });
});

test("open jobs that can be offered come out of a search, whatever else is in it", async () => {
  const cfo = {
    id: "j-1",
    name: "CFO",
    client_company_name: "Acme",
    location: null,
    candidate_count: "many",
  };
  replies(
    200,
    success([cfo, { id: "j-2" }, null, { ...cfo, id: [3] }, { ...cfo, id: "j-4", is_archived: true }]),
  );
  expect(await client().searchJobs(["cfo"])).toEqual([
    { id: "j-1", name: "CFO", clientCompanyName: "Acme", location: null, candidateCount: null },
  ]);
  await client().searchJobs([]);
  expect(seen.map(({ body }) => body)).toEqual([
    { keywords: ["cfo"], is_archived: false, limit: 100 },
    { is_archived: false, limit: 100 },
  ]);
  replies(200, { success: true, data: "none" });
  await expect(client().searchJobs([])).rejects.toMatchObject({ problem: { kind: "unreadable" } });
});

test("a job tells whether it is open, and its own stages in their order", async () => {
  const stages = [{ id: "s-2", name: "Longlist", color: "red" }, { id: "s-1" }, { id: "s-1", name: "Offer" }];
  replies(200, success({ id: "j-1", name: "CFO", is_archived: true, pipeline_stages: stages }));
  expect(await client().getJob("j/1")).toMatchObject({
    name: "CFO",
    isArchived: true,
    stages: [
      { id: "s-2", name: "Longlist" },
      { id: "s-1", name: "Offer" },
    ],
  });
  expect(seen[0]).toMatchObject({ method: "GET", path: "/v1/jobs/j%2F1", body: null });
});

test("companies tell what Stardex says of them, and are asked for by words, address or being a client", async () => {
  const acme = {
    id: "c-1",
    name: "Acme",
    is_client: true,
    do_not_contact: true,
    linkedin_id: 123,
    client_status: { id: "s", name: "Active" },
    do_not_contact_metadata: { dnc_reason: "In dispute", end_date: "2027-01-31" },
    owners: [{ id: "t", first_name: "Ines", last_name: "Maro" }],
    date_of_last_engagement: "2026-09-01T00:00:00Z",
  };
  replies(
    200,
    success([acme, { id: "c-2", name: "Velmar", is_client: null, do_not_contact: "perhaps" }, { id: "c-3" }]),
  );
  const { rows } = await client().searchCompanies({ keywords: ["acme"] }, 1);
  expect(rows).toMatchObject([
    {
      name: "Acme",
      isClient: true,
      doNotContact: true,
      linkedinId: "123",
      status: "Active",
      reason: "In dispute",
      until: "2027-01-31",
      owners: ["Ines Maro"],
    },
    { name: "Velmar", isClient: false, doNotContact: false, status: null, reason: null, owners: [] },
  ]);
  await client().searchCompanies({ linkedinUrl: "https://www.linkedin.com/company/acme" }, 1);
  await client().searchCompanies({ isClient: true }, 1);
  expect(seen.map(({ body }) => body)).toEqual([
    { keywords: ["acme"], limit: 100 },
    { linkedin_url: "https://www.linkedin.com/company/acme", limit: 100 },
    { is_client: true, limit: 100 },
  ]);
});

test("open lists of persons are found, by one string of words", async () => {
  const list = { id: "l-1", name: "CFOs", list_type: "persons", is_archived: false };
  replies(
    200,
    success([list, { ...list, id: "l-2", list_type: "companies" }, { ...list, is_archived: true }, {}]),
  );
  expect(await client().searchLists(" cfos berlin")).toEqual([{ id: "l-1", name: "CFOs" }]);
  expect(seen[0]?.body).toEqual({ keywords: "cfos berlin", is_archived: false, limit: 100 });
});

test("the timeline is read as plain text, and a firm may hide it", async () => {
  const row = {
    id: "a",
    activity_type: "secondary_note",
    activity_content: "<p>Met in <b>Oslo</b></p>",
    created_at: "2026-11-01T10:00:00Z",
    team_member: { id: "t", name: "Ines Maro" },
    job: null,
  };
  replies(200, success([row, null, {}]));
  expect(await client().listActivities("p/1")).toMatchObject([
    { id: "a", text: "Met in Oslo", authorName: "Ines Maro", jobId: null },
    { id: null, text: "" },
  ]);
  expect(seen[0]).toMatchObject({ method: "GET", path: "/v1/persons/p%2F1/activities?limit=50" });
  replies(403, shapeA("Hidden"));
  expect(await client().listActivities("p")).toBeNull();
  replies(403, "<html>web filter</html>");
  await expect(client().listActivities("p")).rejects.toMatchObject({ problem: { kind: "unreadable" } });
});

test("tasks of a person are searched by words", async () => {
  replies(
    200,
    success([{ id: "t", content_text: "Call back", due_date: "2026-12-01T00:00:00Z" }, { id: "x" }]),
  );
  expect(await client().searchTasks({ personId: "p", keywords: ["call"] })).toMatchObject([
    { id: "t", text: "Call back", dueDate: "2026-12-01T00:00:00Z", isCompleted: false },
  ]);
  expect(seen[0]?.body).toEqual({ related_to: "p", keywords: ["call"], limit: 100 });
});

test("fields, members and activity types are read in each shape seen; what cannot be named is left out", async () => {
  const tags = [{ id: "o", name: "CFO", color: "#112233" }, { id: "x" }];
  replies(
    200,
    success([{ id: "f", name: "Tags", data_type: "multi-select", job_id: null, tags }, { id: "g" }]),
  );
  expect(await client().listCustomFields({ jobId: "j" })).toEqual([
    {
      id: "f",
      name: "Tags",
      dataType: "multi-select",
      jobId: null,
      listId: null,
      options: [{ id: "o", name: "CFO", color: "#112233" }],
    },
  ]);
  replies(
    200,
    success([
      { id: "1", name: "Ines" },
      { id: "2", first_name: "Jo", last_name: "Roe" },
      { team_member_id: "3", email: "k@firm.example" },
      {},
    ]),
  );
  expect(await client().listTeamMembers()).toEqual([
    { id: "1", name: "Ines" },
    { id: "2", name: "Jo Roe" },
    { id: "3", name: "k@firm.example" },
  ]);
  replies(200, success(["call_note", { id: "x", name: "Board call" }, { key: "intro", label: "Intro" }, 3]));
  expect(await client().listActivityTypes()).toEqual([
    { key: "call_note", name: "call_note" },
    { key: "Board call", name: "Board call" },
    { key: "intro", name: "Intro" },
  ]);
});

test("a key is verified with one small search, and only Stardex' own yes counts", async () => {
  replies(200, success([]));
  await client().verifyKey();
  expect(seen).toMatchObject([{ path: "/v1/jobs/search", body: { limit: 1 } }]);
  replies(200, { hello: "proxy" });
  await expect(client().verifyKey()).rejects.toMatchObject({ problem: { kind: "unreadable" } });
});

test("every call is told of before it is made, also one that fails", async () => {
  const order: string[] = [];
  const onCall = async () => void order.push("told");
  answer = (response) => {
    order.push("arrived");
    response.destroy();
  };
  await expect(client({ onCall }).getJob("j-1")).rejects.toBeInstanceOf(StardexError);
  expect(order).toEqual(["told", "arrived"]);
});

test("every answer's headers are shown, also those of a failure", async () => {
  const limits: (string | null)[] = [];
  const onHeaders = async (headers: Headers) => void limits.push(headers.get("x-ratelimit-remaining"));
  replies(500, "", { "x-ratelimit-remaining": "3" });
  await expect(client({ onHeaders }).verifyKey()).rejects.toBeInstanceOf(StardexError);
  expect(limits).toEqual(["3"]);
});
