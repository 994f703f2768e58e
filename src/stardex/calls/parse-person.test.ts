import * as fc from "fast-check";
import { expect, test } from "vitest";
import { parsePerson } from "./parse-person.ts";

const onJob = (job_id: string, created_at: unknown, more: object = {}) => ({ job_id, created_at, ...more });

test("a whole person is read, and what we do not know is let pass", () => {
  const row = {
    id: "p-1",
    name: "Ada Lovelace",
    first_name: "Ada",
    last_name: "Lovelace",
    linkedin_public_id: "ada",
    current_job_title: "CTO",
    current_company_name: "Engines",
    current_company_id: "c-1",
    linkedin_location: "London",
    external_source_id: "x-9",
    emails: [{ contact_data_type: "work", value: "ada@engines.test" }],
    phones: [{ contact_data_type: "mobile", value: "+44 20" }],
    candidates: [
      onJob("j-1", "2030-01-01T00:00:00Z", {
        candidate_id: "k-1",
        job_name: "CFO",
        job_client_company_name: "Acme",
        current_pipeline_stage_id: "s-1",
        current_pipeline_stage_name: "Longlist",
        is_archived: true,
      }),
    ],
    last_activity_at: "2030-01-02T00:00:00Z",
    work_experience: [{}],
  };
  expect(parsePerson(row)).toEqual({
    id: "p-1",
    name: "Ada Lovelace",
    firstName: "Ada",
    lastName: "Lovelace",
    publicId: "ada",
    currentJobTitle: "CTO",
    companyName: "Engines",
    location: "London",
    externalSourceId: "x-9",
    emails: [{ type: "work", value: "ada@engines.test" }],
    phones: [{ type: "mobile", value: "+44 20" }],
    candidacies: [
      {
        candidateId: "k-1",
        jobId: "j-1",
        jobName: "CFO",
        clientCompanyName: "Acme",
        stageId: "s-1",
        stageName: "Longlist",
        isArchived: true,
        createdAt: "2030-01-01T00:00:00Z",
      },
    ],
    areCandidaciesTold: true,
    lastActivityAt: "2030-01-02T00:00:00Z",
    blank: [],
    doNotContact: null,
    emailRows: row.emails,
    phoneRows: row.phones,
  });
});

test("a bare id is a person, no id is none", () => {
  expect(parsePerson({ id: "p-1" })).toMatchObject({ id: "p-1", name: null, emails: [], candidacies: [] });
  for (const row of [{ name: "Ada" }, { id: [7] }, null, [], "p-1"]) expect(parsePerson(row)).toBeUndefined();
});

test("only what is stated to be empty is blank: what an answer leaves out is not known", () => {
  const row = {
    id: "p",
    first_name: "",
    current_job_title: null,
    current_company_name: null,
    company_name: "A",
  };
  expect(parsePerson(row)?.blank).toEqual(["firstName", "currentJobTitle"]);
  expect(parsePerson({ id: "p" })?.blank).toEqual([]);
});

test("rows are sent back as they came, or not at all where one could not be read", () => {
  const rows = [{ contact_data_type: "work", value: "a@b.test", is_primary: true }, { value: "c@d.test" }];
  expect(parsePerson({ id: "p", emails: rows, phones: [] })).toMatchObject({
    emailRows: rows,
    phoneRows: [],
  });
  const damaged = ["old@b.test", { email: "c@d.test" }, ...rows];
  expect(parsePerson({ id: "p", emails: damaged })).toMatchObject({ emailRows: null, phoneRows: null });
});

test("the company has one of two names", () => {
  expect(parsePerson({ id: "p", company_name: "Engines" })?.companyName).toBe("Engines");
  expect(parsePerson({ id: "p", current_company_name: "New", company_name: "Old" })?.companyName).toBe("New");
});

test("the newest candidacy comes first, one without a date last; a damaged one spoils no other", () => {
  const candidates = [
    onJob("undated", null),
    onJob("old", "2029-01-01T00:00:00Z"),
    { candidate_id: "without a job" },
    onJob("new", "2030-01-01T00:00:00Z", { is_archived: "perhaps", candidate_id: [4] }),
  ];
  const candidacies = parsePerson({ id: "p", candidates })?.candidacies;
  expect(candidacies?.map(({ jobId }) => jobId)).toEqual(["new", "old", "undated"]);
  expect(candidacies?.[0]).toMatchObject({ isArchived: false, candidateId: null });
});

test("an address without a kind is some other, one without a value is none", () => {
  const emails = [{ value: "a@b.test" }, { contact_data_type: "work" }, "c@d.test", null];
  expect(parsePerson({ id: "p", emails, phones: "none" })).toMatchObject({
    emails: [{ type: "other", value: "a@b.test" }],
    phones: [],
  });
});

test("whatever a row holds, it is read or it is none", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom("emails", "candidates", "name"), fc.jsonValue()), (row) => {
      expect(parsePerson({ ...row, id: "p-1" })?.id).toBe("p-1");
    }),
  );
});
