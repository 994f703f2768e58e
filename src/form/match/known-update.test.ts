import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { KnownPerson } from "../../model/records.ts";
import { type PersonUpdate, personUpdateSchema, saveDraftSchema } from "../../model/save.ts";
import {
  differences,
  isTicked,
  type KnownSubject,
  knownPart,
  type PersonValues,
  type Ticks,
} from "./known-update.ts";

const linkedinUrl = "https://www.linkedin.com/in/ada-l";
const ada: KnownPerson = {
  id: "p1",
  name: "Ada Lovelace",
  firstName: "Ada",
  lastName: "Lovelace",
  publicId: "ada-l",
  currentJobTitle: "Analyst",
  companyName: null,
  location: " ",
  externalSourceId: null,
  emails: [{ type: "work", value: "Ada@engine.example" }],
  phones: [],
  candidacies: [],
  lastActivityAt: null,
  blank: ["companyName", "location"],
  doNotContact: null,
};
const subject = (person: Partial<KnownPerson> = {}, more: Partial<KnownSubject> = {}): KnownSubject => ({
  person: { ...ada, ...person },
  isChosen: false,
  isOwnSave: false,
  otherProfile: null,
  ...more,
});
const same: PersonValues = { linkedinUrl, name: "Ada Lovelace", firstName: "Ada", lastName: "Lovelace" };
const shown = (known: KnownSubject, values: PersonValues) =>
  differences(known, values).map(({ field, now, next }) => [field, now, next]);

test("what the form lacks, and what differs in blanks alone, is no difference", () => {
  expect(differences(subject(), { linkedinUrl })).toEqual([]);
  expect(differences(subject(), { ...same, currentJobTitle: " Analyst ", name: "Ada  Lovelace" })).toEqual(
    [],
  );
  expect(differences(subject({ location: "Z\u0075\u0308rich" }), { ...same, location: "Zürich" })).toEqual(
    [],
  );
});

test("a blank is filled unasked, a value that is there is changed only when ticked", () => {
  const values = { ...same, currentJobTitle: "Countess", companyName: "Engine", location: "London" };
  expect(shown(subject(), values)).toEqual([
    ["currentJobTitle", "Analyst", "Countess"],
    ["companyName", null, "Engine"],
    ["location", null, "London"],
  ]);
  expect(knownPart(subject(), values, {}).update).toEqual({ companyName: "Engine", location: "London" });
  expect(knownPart(subject(), values, { currentJobTitle: true, location: false }).update).toEqual({
    companyName: "Engine",
    currentJobTitle: "Countess",
  });
});

test("a changed name is one line with its parts; parts that say otherwise stand by themselves", () => {
  const values = { ...same, name: "Ada King", lastName: "King" };
  expect(shown(subject(), values)).toEqual([["name", "Ada Lovelace", "Ada King"]]);
  expect(knownPart(subject(), values, {}).update).toEqual({});
  expect(knownPart(subject(), values, { name: true }).update).toEqual({ name: "Ada King", lastName: "King" });
  expect(shown(subject(), { ...values, firstName: "Augusta" })).toEqual([
    ["name", "Ada Lovelace", "Ada King"],
    ["firstName", "Ada", "Augusta"],
    ["lastName", "Lovelace", "King"],
  ]);
});

test("e-mails and numbers join those there are, in any spelling once", () => {
  const values = {
    ...same,
    workEmail: "ada@other.example",
    personalEmail: "ada@home.example",
    emails: ["ADA@ENGINE.EXAMPLE", "ada@home.example", "a@b.example"],
    mobilePhone: "+44 1",
    phoneNumbers: ["+44-1", "2"],
  };
  expect(knownPart(subject(), values, {}).update).toEqual({
    addEmails: ["ada@other.example", "a@b.example"],
    personalEmail: "ada@home.example",
    mobilePhone: "+44 1",
    addPhones: ["2"],
  });
  expect(knownPart(subject(), values, { "addEmails:a@b.example": false }).update.addEmails).toEqual([
    "ada@other.example",
  ]);
});

test("one chosen among namesakes gets the profile; another profile there is overwritten only when ticked", () => {
  expect(knownPart(subject({ publicId: null }, { isChosen: true }), same, {}).update).toEqual({
    linkedinUrl,
  });
  const otherProfile = "https://www.linkedin.com/in/ada-2";
  const other = subject({ publicId: "ada-2" }, { isChosen: true, otherProfile });
  expect(shown(other, same)).toEqual([["linkedinUrl", "linkedin.com/in/ada-2", "linkedin.com/in/ada-l"]]);
  expect(knownPart(other, same, {})).toMatchObject({
    linkedinUrl: "https://www.linkedin.com/in/ada-2",
    update: {},
  });
  expect(knownPart(other, same, { linkedinUrl: true })).toMatchObject({ linkedinUrl: null });
});

test("a field that Stardex says nothing of is filled by the user's own words alone", () => {
  const untold = subject({ blank: ["location"] });
  const values = { ...same, companyName: "Engine", location: "London" };
  expect(knownPart(untold, values, {}).update).toEqual({ location: "London" });
  expect(knownPart(untold, values, {}, new Set(["companyName"])).update).toEqual({
    companyName: "Engine",
    location: "London",
  });
});

test("what the user typed is ticked; what the page says otherwise than Stardex is not", () => {
  const values = { ...same, currentJobTitle: "Countess", name: "Ada King", lastName: "King" };
  const typedTitle = new Set(["currentJobTitle"]);
  expect(knownPart(subject(), values, {}, typedTitle).update).toEqual({ currentJobTitle: "Countess" });
  expect(knownPart(subject(), values, { currentJobTitle: false }, typedTitle).update).toEqual({});
  expect(knownPart(subject(), values, {}, new Set(["name"])).update).toEqual({
    name: "Ada King",
    lastName: "King",
  });
});

test("another profile stays with a save that is corrected", () => {
  const otherProfile = "https://www.linkedin.com/in/ada-2";
  const own = subject({}, { isOwnSave: true, otherProfile });
  expect(knownPart(own, same, {})).toMatchObject({ linkedinUrl: otherProfile });
});

test("corrections of the form's own save are ticked", () => {
  const values = { ...same, currentJobTitle: "Countess" };
  expect(knownPart(subject({}, { isOwnSave: true }), values, {}).update).toEqual({
    currentJobTitle: "Countess",
  });
});

const text = fc.constantFrom("", " ", "Ada", "Ada Lovelace", "Analyst", "x");
const optional = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });
const filledText = fc.constantFrom("Ada", "Ada Lovelace", "King", " Analyst", "London  SE");
const email = fc.constantFrom("a@b.example", "A@B.example", "c@d.example", "e@f.example");
const phone = fc.constantFrom("+44 1", "+441", "22", "3-3");
const contact = (value: fc.Arbitrary<string>) =>
  fc.array(fc.record({ type: fc.constantFrom("work", "personal", "mobile", "other"), value }), {
    maxLength: 3,
  });
const anyPerson = fc.record({
  id: fc.constant("p1"),
  name: fc.option(text),
  firstName: fc.option(text),
  lastName: fc.option(text),
  publicId: fc.constantFrom(null, "ada-l", "ada-2"),
  currentJobTitle: fc.option(text),
  companyName: fc.option(text),
  location: fc.option(text),
  externalSourceId: fc.constant(null),
  emails: contact(email),
  phones: contact(phone),
  candidacies: fc.constant([]),
  lastActivityAt: fc.constant(null),
  blank: fc.constant([]),
  doNotContact: fc.constant(null),
}) as fc.Arbitrary<KnownPerson>;
const anyValues = fc.record({
  linkedinUrl: fc.constant(linkedinUrl),
  name: optional(filledText),
  firstName: optional(filledText),
  lastName: optional(filledText),
  currentJobTitle: optional(filledText),
  companyName: optional(filledText),
  location: optional(filledText),
  workEmail: optional(email),
  personalEmail: optional(email),
  emails: optional(fc.array(email, { maxLength: 3 })),
  workPhone: optional(phone),
  mobilePhone: optional(phone),
  phoneNumbers: optional(fc.array(phone, { maxLength: 3 })),
}) as fc.Arbitrary<PersonValues>;
const anySubject = fc.record({
  person: anyPerson,
  isChosen: fc.boolean(),
  isOwnSave: fc.constant(false),
  otherProfile: fc.constant(null),
});
/** Of what there is to tick, some ticked and some unticked by hand. */
const anyCase = fc.tuple(anySubject, anyValues).chain(([known, values]) => {
  const keys = differences(known, values).map(({ key }) => key);
  const ticks = fc.record(Object.fromEntries(keys.map((key) => [key, optional(fc.boolean())])));
  return fc.record({
    known: fc.constant(known),
    values: fc.constant(values),
    ticks: ticks.map((all) =>
      Object.fromEntries(Object.entries(all).filter(([, tick]) => tick !== undefined)),
    ) as fc.Arbitrary<Ticks>,
  });
});

/** Everything an update sends, as `field=value`. */
function sent(update: PersonUpdate): string[] {
  return Object.entries(update)
    .flatMap(([field, value]) => [value].flat().map((one) => `${field}=${one}`))
    .sort();
}

test("an update is exactly what is ticked: no blank, nothing unticked, nothing twice, and it is accepted", () => {
  fc.assert(
    fc.property(anyCase, ({ known, values, ticks }) => {
      const { update } = knownPart(known, values, ticks);
      const ticked = differences(known, values).filter((one) => isTicked(known, one, ticks));
      expect(sent(update)).toEqual(ticked.flatMap((one) => sent(one.update)).sort());
      expect(new Set(sent(update)).size).toBe(sent(update).length);
      for (const one of sent(update)) expect(one).not.toMatch(/=\s*$/);
      expect(personUpdateSchema.safeParse(update).success).toBe(true);
    }),
  );
});

test("without the user's word nothing that is there is overwritten", () => {
  fc.assert(
    fc.property(anySubject, anyValues, (known, values) => {
      const { update } = knownPart(known, values, {});
      const { person } = known;
      for (const field of [
        "name",
        "firstName",
        "lastName",
        "currentJobTitle",
        "companyName",
        "location",
      ] as const)
        if (update[field] !== undefined) expect((person[field] ?? "").trim()).toBe("");
      if (update.linkedinUrl !== undefined) expect(person.publicId).toBeNull();
      for (const [field, held, type] of [
        ["workEmail", person.emails, "work"],
        ["personalEmail", person.emails, "personal"],
        ["workPhone", person.phones, "work"],
        ["mobilePhone", person.phones, "mobile"],
      ] as const)
        if (update[field] !== undefined) expect(held.map((one) => one.type)).not.toContain(type);
    }),
  );
});

test("the part fits a draft, with every job the person is on named once", () => {
  const candidacy = {
    candidateId: "c",
    jobName: null,
    clientCompanyName: null,
    stageId: null,
    stageName: null,
    createdAt: null,
  };
  const candidacies = [
    { ...candidacy, jobId: "j1", isArchived: true },
    { ...candidacy, jobId: "j2", isArchived: false },
    { ...candidacy, jobId: "j1", isArchived: false },
  ];
  const known = knownPart(subject({ candidacies }), same, {});
  expect(known.onJobs).toEqual(["j1", "j2"]);
  const draft = { linkedinUrl, name: "Ada", role: "candidate", jobs: [], known };
  expect(saveDraftSchema.safeParse(draft).success).toBe(true);
});
