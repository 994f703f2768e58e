import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { ProfileReading } from "../../linkedin/reading.ts";
import type { SaveDraft } from "../../model/save.ts";
import { formOfDraft, toDraft } from "./form-draft.ts";
import { errorsOf, firstOf } from "./form-errors.ts";
import type { FormValues } from "./form-values.ts";
import { emptyForm, formFromProfile } from "./initial-form.ts";
import { pasteSeveral } from "./several.ts";

const url = "https://www.linkedin.com/in/ada";
const profile: ProfileReading = {
  result: "profile",
  layout: "sdui",
  publicId: "ada",
  linkedinUrl: url,
  name: { value: "Ada Lovelace 🚀", source: "top card", sure: true },
  headline: null,
  currentJobTitle: { value: "Analyst", source: "headline", sure: false },
  companyName: null,
  location: { value: "London", source: "top card", sure: true },
  currentRoles: [],
  emails: ["ada@engine.example", "ada@home.example"],
  phones: [
    { kind: "home", value: "+1 555 0101" },
    { kind: "mobile", value: "2" },
    { kind: "mobile", value: "+1 555 0103, ext. 12" },
    { kind: "work", value: "4" },
  ],
  sites: [],
  missing: { companyName: "all_ended" },
  titleSuggestions: [],
  isTranslated: false,
  companyUrl: null,
  warnings: [],
};
const job = (id: string) => ({
  id,
  name: `Job ${id}`,
  clientCompanyName: null,
  location: null,
  candidateCount: 3,
});
const NOW = new Date(2026, 10, 26);
const ada: FormValues = { ...emptyForm(url).values, name: "Ada Lovelace" };

test("a reading fills the form: the clean name and its parts, what is a guess, contact data by kind", () => {
  const form = formFromProfile(profile);
  expect(form.values).toEqual({
    ...emptyForm(url).values,
    name: "Ada Lovelace",
    firstName: "Ada",
    lastName: "Lovelace",
    currentJobTitle: "Analyst",
    location: "London",
    emails: "ada@engine.example, ada@home.example",
    mobilePhone: "2",
    workPhone: "4",
    phoneNumbers: "+1 555 0101, +1 555 0103, ext. 12",
  });
  expect(form.standing).toEqual({
    name: "sure",
    currentJobTitle: "guess_headline",
    companyName: "all_ended",
    location: "sure",
  });
  expect(form.shownName).toBe("Ada Lovelace 🚀");
});

test("a draft leaves out what is empty", () => {
  const { draft } = toDraft(url, { ...ada, companyName: "   " });
  expect(draft).toEqual({ linkedinUrl: url, name: "Ada Lovelace", role: "candidate", jobs: [] });
});

test("only what the role is for goes with it", () => {
  const values: FormValues = {
    ...ada,
    jobs: [{ job: job("a") }],
    jobName: "Plant Manager",
    client: { id: "c", name: "Nordvale" },
  };
  expect(toDraft(url, values).draft).toMatchObject({ jobs: [{ job: { id: "a" } }] });
  expect(toDraft(url, values).draft).not.toHaveProperty("client");
  expect(toDraft(url, values).draft).not.toHaveProperty("jobName");
  expect(toDraft(url, { ...values, jobs: [] }).draft).toMatchObject({ jobs: [], jobName: "Plant Manager" });
  const contact = toDraft(url, { ...values, role: "client_contact" }).draft;
  expect(contact).toMatchObject({ jobs: [], client: { id: "c" } });
  expect(contact).not.toHaveProperty("jobName");
  expect(toDraft(url, { ...values, role: "both" }).draft).toMatchObject({
    jobs: [{ job: { id: "a" } }],
    client: { id: "c" },
  });
});

test("what is wrong is said at its field, the first from the top found first", () => {
  const errors = errorsOf(
    {
      ...ada,
      name: " \u00a0 ",
      location: "x".repeat(501),
      role: "both",
      workEmail: "nobody",
      emails: "a@b.example, nobody",
      taskDue: "2026-12-01",
      jobText: "general counsel ",
      listText: "bench",
    },
    NOW,
  );
  expect(errors).toEqual({
    name: ["error_name_blank"],
    location: ["error_too_long", 500],
    jobs: ["error_job_not_picked", "general counsel"],
    list: ["error_list_not_picked", "bench"],
    client: ["error_client_blank"],
    workEmail: ["error_email"],
    emails: ["error_emails"],
    taskText: ["error_task_blank"],
  });
  expect(firstOf(errors)).toBe("name");
  expect(firstOf({ workEmail: ["error_email"], client: ["error_client_blank"] })).toBe("client");
  expect(toDraft(url, { ...ada, personalEmail: "a@" }).errors).toEqual({ personalEmail: ["error_email"] });
});

test("many addresses may be longer together than one may be", () => {
  const emails = Array.from({ length: 40 }, (_, n) => `person.number-${n}@firm.example`);
  expect(toDraft(url, { ...ada, emails: emails.join(", ") }).draft?.emails).toEqual(emails);
});

test("several pasted values are split over the field and the further ones", () => {
  expect(pasteSeveral("emails", "a@b.example\nc@d.example; E@f.example,", ada)).toEqual({
    emails: "a@b.example, c@d.example, E@f.example",
  });
  expect(pasteSeveral("workEmail", "a@b.example, c@d.example", { ...ada, emails: "x@y.example" })).toEqual({
    workEmail: "a@b.example",
    emails: "x@y.example, c@d.example",
  });
  expect(pasteSeveral("mobilePhone", "+1 555 0101\r\n+1 555 0102", { ...ada, mobilePhone: "0800" })).toEqual({
    phoneNumbers: "+1 555 0101, +1 555 0102",
  });
  expect(pasteSeveral("workEmail", "a@b.example", ada)).toBeNull();
  expect(pasteSeveral("currentJobTitle", "CFO, Board member", ada)).toBeNull();
});

test.each([
  ["emails", "Ada <a@b.example>, C D <c@d.example>", { emails: "a@b.example, c@d.example" }],
  ["emails", '"Lovelace, Ada" <a@b.example>; <c@d.example>', { emails: "a@b.example, c@d.example" }],
  ["emails", "x@y.example, Ada <a@b.example>", { emails: "x@y.example, a@b.example" }],
  ["workEmail", "Ada Lovelace <a@b.example>", { workEmail: "a@b.example" }],
  ["workEmail", "mailto:a@b.example", { workEmail: "a@b.example" }],
] as const)("the addresses in what a mail program copies into %s: %s", (name, text, changes) => {
  expect(pasteSeveral(name, text, ada)).toEqual(changes);
});

test.each([
  ["mobilePhone", "+1 555 010 0199, ext. 12"],
  ["phoneNumbers", "+1 555 010 0199; x 12"],
  ["phoneNumbers", "+1 555 010 0199, 12345"],
  ["workEmail", "Ada Lovelace, ada@engine.example"],
  ["emails", "ada@engine.example, see profile"],
  ["emails", "Ada <ada at engine.example>, c@d.example"],
  ["workEmail", "ada@engine.example "],
] as const)("what is pasted into %s is not torn where a part is no value: %s", (name, text) => {
  expect(pasteSeveral(name, text, ada)).toBeNull();
});

test("an extension stays with its number", () => {
  const phoneNumbers = "+1 555 010 0199, ext. 12; +44 20 7946 0000";
  expect(toDraft(url, { ...ada, phoneNumbers }).draft?.phoneNumbers).toEqual([
    "+1 555 010 0199, ext. 12",
    "+44 20 7946 0000",
  ]);
});

test.each([
  ["2026-11-26", true],
  ["2031-11-26", true],
  ["2026-11-25", false],
  ["2031-11-27", false],
  // What a date box holds while its year is being typed.
  ["0027-03-01", false],
  ["2027-02-30", false],
  ["2027-13-01", false],
])("due on %s: %s", (taskDue, isFine) => {
  const errors = errorsOf({ ...ada, taskText: "Call", taskDue }, NOW);
  expect(errors).toEqual(isFine ? {} : { taskDue: ["error_due"] });
});

/** Text as a draft holds it: not blank, nothing around it. */
const line = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 60 })
  .filter((text) => text.trim() === text);
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
const phone = fc.stringMatching(/^\+?[0-9][0-9 ()-]{2,12}[0-9]$/);
const email = fc
  .tuple(fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/), fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/))
  .map(([user, host]) => `${user}@${host}.example`);
const several = <T>(one: fc.Arbitrary<T>) => fc.uniqueArray(one, { minLength: 1, maxLength: 4 });
const anyJob = fc.record({
  id: fc.uuid(),
  name: line,
  clientCompanyName: fc.option(line),
  location: fc.option(line),
  candidateCount: fc.option(fc.nat()),
});
const placedJob = fc.record(
  { job: anyJob, stage: fc.record({ id: fc.uuid(), name: line }) },
  { requiredKeys: ["job"] },
);
const person = fc.record(
  {
    linkedinUrl: fc.constant(url),
    name: line,
    firstName: line,
    lastName: line,
    currentJobTitle: line,
    companyName: line,
    location: line,
    workEmail: email,
    personalEmail: email,
    emails: several(email),
    workPhone: phone,
    mobilePhone: phone,
    phoneNumbers: several(phone),
    externalSourceId: line,
    note: fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join("\n")),
    list: fc.record({ id: fc.uuid(), name: line }),
    task: fc.record(
      {
        text: line,
        dueDate: fc
          .date({ min: inDays(1), max: inDays(1700), noInvalidDate: true })
          .map((date) => date.toISOString().slice(0, 10)),
      },
      { requiredKeys: ["text"] },
    ),
  },
  { requiredKeys: ["linkedinUrl", "name"] },
);
const client = fc.record({ id: fc.option(fc.uuid()), name: line });
const onJobs = fc.oneof(
  fc.record({ jobs: fc.array(placedJob, { maxLength: 3 }) }),
  fc.record({ jobs: fc.constant([]), jobName: line }),
);
const role = fc.oneof(
  onJobs.map((jobs) => ({ role: "candidate", ...jobs })),
  client.map((one) => ({ role: "client_contact", jobs: [], client: one })),
  fc.tuple(onJobs, client).map(([jobs, one]) => ({ role: "both", ...jobs, client: one })),
);
const anyDraft = fc.tuple(person, role).map(([who, what]) => ({ ...who, ...what }) as SaveDraft);

test("a draft comes back from its form as it was, whatever it holds", () => {
  fc.assert(
    fc.property(anyDraft, (draft) => {
      expect(toDraft(draft.linkedinUrl, formOfDraft(draft)).draft).toEqual(draft);
    }),
  );
});
