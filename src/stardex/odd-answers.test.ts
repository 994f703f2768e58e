/** Answers nobody expects: what each says is taken as said, and what cannot be read is never taken for a no. */
import { describe, expect, test } from "vitest";
import { createStardexClient } from "./client.ts";
import { StardexError } from "./stardex-error.ts";

const NOW = Date.parse("2026-11-26T09:00:00Z");
const URL = "https://www.linkedin.com/in/mara-lindqvist";
const mara = { name: "Mara Lindqvist", linkedin_url: URL, enrich_record: true } as const;
const own = { "x-ratelimit-limit": "60", "x-ratelimit-remaining": "59" };

/** A client whose every call is answered so. */
function answered(body: unknown, status = 200, headers: Record<string, string> = own) {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return createStardexClient({
    fetch: async () => new Response(status === 204 ? null : text, { status, headers }),
    key: "ats-key",
    now: () => NOW,
  });
}

async function problemOf(call: Promise<unknown>) {
  const error = await call.then(
    (value) => new Error(`No problem, but ${JSON.stringify(value)}`),
    (reason: unknown) => reason,
  );
  if (!(error instanceof StardexError)) throw error;
  return error.problem;
}

const row = { id: "p-1", name: "Mara Lindqvist", linkedin_public_id: "mara-lindqvist" };
const page = (...data: unknown[]) => ({ success: true, data, meta: { total: data.length } });

describe("a no in a 2xx is a no, whatever its shape", () => {
  test.each([
    [{ success: false }, { kind: "invalid" }],
    [{ success: false, data: null }, { kind: "invalid" }],
    [
      { success: false, error: "Not allowed" },
      { kind: "invalid", message: "Not allowed" },
    ],
    [
      { success: false, message: "Not allowed" },
      { kind: "invalid", message: "Not allowed" },
    ],
    [
      { statusCode: 404, error: "Not Found", message: "No such person" },
      { kind: "not_found", message: "No such person" },
    ],
    [{ statusCode: 403, error: "Forbidden", message: "No" }, { kind: "forbidden" }],
    [{ statusCode: 500, error: "Internal Server Error" }, { kind: "server" }],
    [{ statusCode: 429, message: "Slow down" }, { kind: "rate_limited" }],
  ])("%j", async (body, problem) => {
    expect(await problemOf(answered(body).createPerson(mara))).toMatchObject(problem);
    expect(await problemOf(answered(body).addNote("p-1", "Met"))).toMatchObject(problem);
    expect(await problemOf(answered(body).findPerson(URL))).toMatchObject(problem);
  });
});

test.each<[unknown, string]>([
  [[], "array"],
  ["[]", "array as text"],
  ["null", "null"],
  ['"ok"', "text"],
  ["42", "number"],
  ["true", "boolean"],
  [{ success: true }, "no data"],
  [{ success: true, data: [] }, "an array of data"],
  [{ success: true, data: "p-1" }, "a text of data"],
  [{ success: true, data: { id: null } }, "no id"],
  [{ success: true, data: { id: {} } }, "an object of an id"],
  [{ success: true, data: { id: "" } }, "an empty id"],
])("a stored save with a body that tells nothing: %j (%s)", async (body) => {
  const created = await answered(body).createPerson(mara);
  expect(created).toEqual({ personId: null, candidateId: null, clientContactId: null });
  expect(await answered(body).addNote("p-1", "Met")).toBeNull();
  expect(await answered(body).addTask({ text: "Ring", personId: "p-1" })).toBeNull();
  await answered(body).addToList("l-1", "p-1");
  await answered(body).updatePerson("p-1", { job_id: "j-1" });
  await answered(body).moveCandidate("j-1", "c-1", "s-1");
});

describe("an id that is a number is an id", () => {
  test("of a creation", async () => {
    const body = { success: true, data: { id: 17, candidate_id: 18, client_contact_id: 19 } };
    expect(await answered(body).createPerson(mara)).toEqual({
      personId: "17",
      candidateId: "18",
      clientContactId: "19",
    });
    expect(await answered(body).addNote("p-1", "Met")).toBe("17");
  });

  test("of a person, who would be created again otherwise; of jobs and stages", async () => {
    const candidates = [{ job_id: 5, candidate_id: 6, current_pipeline_stage_id: 7 }];
    const found = await answered(page({ ...row, id: 17, candidates })).findPerson(URL);
    expect(found).toMatchObject({
      id: "17",
      candidacies: [{ jobId: "5", candidateId: "6", stageId: "7" }],
    });
    const fields = [{ attribute_id: 3, value: 4 }];
    const values = await answered(page({ id: 17, custom_fields: fields })).getFieldValues("17", URL);
    expect([...(values.get("3") ?? [])]).toEqual(["4"]);
  });

  test.each([
    ["jobs", (it: ReturnType<typeof answered>) => it.searchJobs([])],
    ["lists", (it: ReturnType<typeof answered>) => it.searchLists("")],
    ["companies", async (it: ReturnType<typeof answered>) => (await it.searchCompanies({}, 1)).rows],
    ["members", (it: ReturnType<typeof answered>) => it.listTeamMembers()],
    ["fields", (it: ReturnType<typeof answered>) => it.listCustomFields({})],
  ])("of %s", async (_what, search) => {
    const found = await search(answered(page({ id: 17, name: "Seventeen", data_type: "text" })));
    expect(found).toMatchObject([{ id: "17" }]);
  });

  test("of stages, activities and tasks", async () => {
    const job = { success: true, data: { id: 1, name: "CFO", pipeline_stages: [{ id: 2, name: "New" }] } };
    expect((await answered(job).getJob("1")).stages).toEqual([{ id: "2", name: "New" }]);
    const activity = { id: 3, activity_content: "Met", created_at: "2026-11-26T09:00:00Z" };
    expect(await answered(page(activity)).listActivities("p-1")).toMatchObject([{ id: "3" }]);
    expect(
      await answered(page({ id: 4, content_text: "Ring" })).searchTasks({ personId: "p-1" }),
    ).toMatchObject([{ id: "4" }]);
  });

  test("but no number that cannot be sent back as it came", async () => {
    const huge = '{"success":true,"data":{"id":123456789012345678901234567890}}';
    expect((await answered(huge).createPerson(mara)).personId).toBeNull();
  });
});

describe("who cannot be read is not nobody", () => {
  test.each<[unknown, string]>([
    [page({ name: "Mara Lindqvist", linkedin_public_id: "mara-lindqvist" }), "a row without id"],
    [page({ ...row, id: null }), "a row with null for an id"],
    [page("p-1"), "a text for a row"],
    [page(null), "null for a row"],
    [page([row]), "a list in the list"],
    [{ success: true, data: row }, "an object for the list"],
    [{ success: true, data: null }, "null for the list"],
    [{ success: true, data: { items: [row] } }, "the list elsewhere"],
    [[row], "the list alone"],
    [{ success: true, persons: [row] }, "the list under another name"],
  ])("%j (%s)", async (body) => {
    expect(await problemOf(answered(body).findPerson(URL))).toMatchObject({ kind: "unreadable" });
  });

  test("of several rows the one with the profile is taken, one without a profile only where it is alone", async () => {
    const nobody = { ...row, id: "p-0", linkedin_public_id: null };
    expect((await answered(page(nobody, row)).findPerson(URL))?.id).toBe("p-1");
    expect((await answered(page(nobody)).findPerson(URL))?.id).toBe("p-0");
    expect(
      await answered(page({ ...row, linkedin_public_id: "someone-else" })).findPerson(URL),
    ).toBeUndefined();
  });

  test("a namesake who cannot be read leaves the answer incomplete", async () => {
    const found = await answered(page(row, { name: "Mara Lindqvist" })).searchByName("Mara", 1);
    expect(found).toMatchObject({ rows: [{ id: "p-1" }], isComplete: false });
  });

  test("an address under which somebody cannot be read is not free", async () => {
    const found = await answered(page({ name: "Mara" })).findByEmail("m@x.example");
    expect(found).toMatchObject({ rows: [], isComplete: false });
  });

  test("a company that cannot be read leaves the answer incomplete", async () => {
    const found = await answered(page({ id: "c-1", name: "North" }, { name: "South" })).searchCompanies(
      {},
      1,
    );
    expect(found).toMatchObject({ rows: [{ id: "c-1" }], isComplete: false });
  });
});

describe("a mark counts in whatever form it comes", () => {
  test.each([
    [true, true],
    ["true", true],
    ["yes", true],
    [1, true],
    ["1", true],
    [{ reason: "Client" }, true],
    [false, false],
    ["false", false],
    ["no", false],
    [0, false],
    ["", false],
    [null, false],
  ])("do_not_contact %j", async (mark, isMarked) => {
    const company = { id: "c-1", name: "North", is_client: mark, do_not_contact: mark };
    const [found] = (await answered(page(company)).searchCompanies({}, 1)).rows;
    expect([found?.doNotContact, found?.isClient]).toEqual([isMarked, isMarked]);
    const person = await answered(page({ ...row, do_not_contact: mark })).findPerson(URL);
    expect(person?.doNotContact ?? false).toBe(isMarked);
  });
});

describe("a refusal's words and field", () => {
  test.each([
    [
      422,
      { statusCode: 422, error: "Unprocessable Entity", message: ["work_email must be an email"] },
      "work_email must be an email",
      "work_email",
    ],
    [
      400,
      {
        success: false,
        error: {
          code: "X",
          message: "Validation failed",
          details: [{ field: "linkedin_url", message: "must be a URI" }],
        },
      },
      "Validation failed",
      "linkedin_url",
    ],
    [
      422,
      { success: false, error: { message: "Validation failed", fields: { work_phone: ["is invalid"] } } },
      "Validation failed",
      "work_phone",
    ],
    [
      422,
      { success: false, errors: [{ path: ["body", "current_job_title"], message: "Too long" }] },
      "Too long",
      "current_job_title",
    ],
    [422, { errors: { notes: ["is too long"] } }, "is too long", "notes"],
    [422, { message: "name must not be blank" }, "name must not be blank", undefined],
    [400, { success: false, error: "Bad input" }, "Bad input", undefined],
    [
      409,
      { success: false, error: { code: "CONFLICT", message: "Already there" } },
      "Already there",
      undefined,
    ],
  ])("%i %j", async (status, body, message, field) => {
    const problem = await problemOf(answered(body, status).createPerson(mara));
    expect(problem).toMatchObject({ kind: "invalid", status, message });
    expect(problem.field).toBe(field);
  });

  test("410 is gone as well as not found", async () => {
    expect(await problemOf(answered({ statusCode: 410, message: "Gone" }, 410).getJob("j"))).toMatchObject({
      kind: "not_found",
    });
  });
});

describe("429", () => {
  const wait = async (headers: Record<string, string>, error = {}) => {
    const body = { success: false, error: { code: "RATE_LIMIT_EXCEEDED", message: "Slow down", ...error } };
    const { retryAt } = await problemOf(answered(body, 429, headers).searchJobs([]));
    return retryAt === undefined ? undefined : retryAt - NOW;
  };
  const date = new Date(NOW).toUTCString();
  const inThirty = new Date(NOW + 30_000).toUTCString();

  test.each([
    [{}, {}, undefined],
    [{ "retry-after": "30" }, {}, 30_000],
    [{ "retry-after": inThirty, date }, {}, 30_000],
    [{ "retry-after": new Date(NOW - 60_000).toUTCString(), date }, {}, undefined],
    [{ "retry-after": "-30" }, {}, undefined],
    [{ "retry-after": "soon" }, {}, undefined],
    [{ "retry-after": "99999999999" }, {}, 3_600_000],
    [{ "retry-after": "0" }, {}, undefined],
    [{}, { retry_after_seconds: 20 }, 20_000],
    [{}, { retry_after_seconds: "20" }, 20_000],
    [{}, { retry_after_seconds: -20 }, undefined],
    [{}, { retry_after_seconds: 1e300 }, 3_600_000],
    [{ "x-ratelimit-reset": String(NOW / 1000 + 40), date }, {}, 40_000],
    [{ "x-ratelimit-reset": "NaN", date }, {}, undefined],
    [{ "x-ratelimit-reset": String(NOW + 40_000), date }, {}, 3_600_000],
  ])("with %j and %j", async (headers, error, ms) => {
    expect(await wait(headers as Record<string, string>, error)).toBe(ms);
  });
});

test("a list without a limit is cut where it is longer than any firm's", async () => {
  const rows = Array.from({ length: 20_000 }, (_, n) => ({ id: `${n}`, name: `N ${n}`, data_type: "text" }));
  const { length: members } = await answered(page(...rows)).listTeamMembers();
  const { length: fields } = await answered(page(...rows)).listCustomFields({});
  const { length: types } = await answered(page(...rows)).listActivityTypes();
  for (const count of [members, fields, types]) expect(count).toBeLessThanOrEqual(2_000);
});

test("numbers beyond all measure spoil nothing", async () => {
  const text =
    '{"success":true,"data":[{"id":"j-1","name":"CFO","candidate_count":1e999}],"meta":{"total":1e308}}';
  expect(await answered(text).searchJobs([])).toMatchObject([{ id: "j-1", candidateCount: null }]);
});
