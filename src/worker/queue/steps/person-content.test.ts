import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isSameContact } from "../../../model/contact-values.ts";
import type { SaveDraft } from "../../../model/save.ts";
import type { ContactRow } from "../../../stardex/types.ts";
import { personBody, personPatch, secondCreationBody } from "./person-content.ts";

const ada: SaveDraft = {
  linkedinUrl: "https://www.linkedin.com/in/ada",
  name: " Ada Lovelace ",
  role: "candidate",
  jobs: [],
};
const base = { name: "Ada Lovelace", linkedin_url: ada.linkedinUrl, enrich_record: true };
const onJob = (id: string) => ({
  job: { id, name: "CFO", clientCompanyName: null, location: null, candidateCount: null },
});

describe("a new person", () => {
  test("is sent with what has a value, under Stardex' names", () => {
    const draft: SaveDraft = {
      ...ada,
      firstName: "Ada",
      lastName: "Lovelace",
      currentJobTitle: "CTO",
      companyName: "Engines",
      location: "London",
      workEmail: "ada@engines.test",
      personalEmail: "ada@home.test",
      emails: ["a@l.test"],
      workPhone: "+44 1",
      mobilePhone: "+44 2",
      phoneNumbers: ["+44 3"],
      externalSourceId: "x-9",
      note: "Met in Basel.",
      client: { id: "c-1", name: "Acme" },
    };
    expect(personBody(draft)).toEqual({
      ...base,
      first_name: "Ada",
      last_name: "Lovelace",
      current_job_title: "CTO",
      company_name: "Engines",
      linkedin_location: "London",
      work_email: "ada@engines.test",
      personal_email: "ada@home.test",
      emails: ["a@l.test"],
      work_phone: "+44 1",
      mobile_phone: "+44 2",
      phone_numbers: ["+44 3"],
      external_source_id: "x-9",
      notes: "Met in Basel.",
      client_id: "c-1",
    });
  });

  test("is sent without what has none: absent is not empty", () => {
    expect(personBody({ ...ada, companyName: "  ", note: "", emails: [], phoneNumbers: [] })).toEqual(base);
  });

  test("goes on the first of the jobs; a title alone is a hint, never beside a job", () => {
    expect(personBody({ ...ada, jobs: [onJob("j-1"), onJob("j-2")], jobName: "CEO" })).toEqual({
      ...base,
      job_id: "j-1",
    });
    expect(personBody({ ...ada, jobName: "CEO" })).toEqual({ ...base, job_name: "CEO" });
  });

  test("is a contact of a company by its id, or by its name when Stardex does not know it", () => {
    expect(personBody({ ...ada, client: { id: null, name: "Velmar" } })).toEqual({
      ...base,
      client_name: "Velmar",
    });
  });
});

test("a known person as a client contact keeps the name in Stardex, and nothing else is named", () => {
  const known = { personId: "p-1", name: "A. Lovelace", linkedinUrl: null, onJobs: [], update: {} };
  const draft: SaveDraft = { ...ada, companyName: "New", known, client: { id: "c-1", name: "Acme" } };
  const body = { linkedin_url: ada.linkedinUrl, enrich_record: true, client_id: "c-1" };
  expect(secondCreationBody(draft, undefined)).toEqual({ ...body, name: "A. Lovelace" });
  expect(secondCreationBody({ ...draft, known: { ...known, name: null } }, undefined)).toEqual({
    ...body,
    name: "Ada Lovelace",
  });
});

test("a known person as a contact has the profile Stardex keeps, and the name just given", () => {
  const linkedinUrl = "https://www.linkedin.com/in/ada-1815";
  const known = { personId: "p-1", name: "Ada", linkedinUrl, onJobs: [], update: { name: "Ada King" } };
  expect(secondCreationBody({ ...ada, known, client: { id: "c-1", name: "Acme" } }, undefined)).toEqual({
    name: "Ada King",
    linkedin_url: linkedinUrl,
    enrich_record: true,
    client_id: "c-1",
  });
});

const held = (emailRows: ContactRow[] | null, phoneRows: ContactRow[] | null = []) => ({
  emailRows,
  phoneRows,
});

describe("an update", () => {
  test("replaces no list of which a row could not be read", () => {
    const failure = { problem: { kind: "contacts_unreadable", field: "emails" } };
    expect(() => personPatch({ addEmails: ["c@d.test"] }, undefined, held(null))).toThrow(
      expect.objectContaining(failure),
    );
    const update = { workEmail: "w@d.test", addPhones: ["1"] };
    expect(personPatch(update, undefined, held(null))).toMatchObject({
      work_email: "w@d.test",
      phone_numbers: [{ contact_data_type: "other", value: "1" }],
    });
  });

  test("names what is to change and nothing else", () => {
    expect(personPatch({}, undefined, null)).toEqual({ enrich_record: true });
    const update = {
      name: "Ada King",
      firstName: "Ada",
      lastName: "King",
      currentJobTitle: "CEO",
      companyName: "Mills",
      location: "Ockham",
      linkedinUrl: ada.linkedinUrl,
      workEmail: "w@x.test",
      personalEmail: "p@x.test",
      workPhone: "1",
      mobilePhone: "2",
    };
    expect(personPatch(update, "j-1", held([]))).toEqual({
      enrich_record: true,
      name: "Ada King",
      first_name: "Ada",
      last_name: "King",
      current_job_title: "CEO",
      company_name: "Mills",
      linkedin_location: "Ockham",
      linkedin_url: ada.linkedinUrl,
      work_email: "w@x.test",
      personal_email: "p@x.test",
      work_phone: "1",
      mobile_phone: "2",
      job_id: "j-1",
    });
  });

  test("adds to the lists that are there, each value once, in whatever spelling", () => {
    const now = held(
      [{ contact_data_type: "work", value: "Ada@Engines.test", is_primary: true }],
      [{ contact_data_type: "mobile", value: "+44 (20) 1234" }],
    );
    const update = {
      addEmails: ["ada@engines.test", "ada@home.test"],
      addPhones: ["+44 20 12-34", "+44 20 9999"],
    };
    expect(personPatch(update, undefined, now)).toEqual({
      enrich_record: true,
      emails: [
        { contact_data_type: "work", value: "Ada@Engines.test", is_primary: true },
        { contact_data_type: "other", value: "ada@home.test" },
      ],
      phone_numbers: [
        { contact_data_type: "mobile", value: "+44 (20) 1234" },
        { contact_data_type: "other", value: "+44 20 9999" },
      ],
    });
  });

  test("does not name a list it adds nothing to", () => {
    const now = held([{ contact_data_type: "work", value: "a@b.test" }]);
    expect(personPatch({ addEmails: ["A@B.test"], addPhones: [] }, undefined, now)).toEqual({
      enrich_record: true,
    });
  });

  test("puts a field of its own into the list that is sent, which replaces all", () => {
    const now = held([{ contact_data_type: "assistant", value: "a@b.test" }]);
    const update = { workEmail: "w@d.test", mobilePhone: " 2 ", addEmails: ["c@d.test"] };
    expect(personPatch(update, undefined, now)).toEqual({
      enrich_record: true,
      emails: [
        { contact_data_type: "assistant", value: "a@b.test" },
        { contact_data_type: "work", value: "w@d.test" },
        { contact_data_type: "other", value: "c@d.test" },
      ],
      mobile_phone: "2",
    });
  });

  test("never drops what a colleague put there, and holds no value twice", () => {
    const value = fc.oneof(
      fc.constantFrom("a@b.test", "A@B.test", "c@d.test"),
      fc.emailAddress().map((one) => one.toUpperCase()),
    );
    const emails = fc.array(fc.record({ contact_data_type: fc.constantFrom("work", "other"), value }));
    fc.assert(
      fc.property(emails, fc.array(value), (emails, addEmails) => {
        const sent = personPatch({ addEmails }, undefined, held(emails)).emails ?? emails;
        expect(sent.slice(0, emails.length)).toEqual(emails);
        const values = sent.map((one) => String(one.value));
        for (const added of addEmails) expect(values.some((one) => isSameContact(one, added))).toBe(true);
        const news = values.slice(emails.length).map((one) => one.toLowerCase());
        expect(new Set(news).size).toBe(news.length);
      }),
    );
  });
});
