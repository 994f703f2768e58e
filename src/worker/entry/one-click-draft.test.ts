import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Field, ProfileReading } from "../../linkedin/reading.ts";
import { anyText, job } from "../../testing/records.ts";
import { draftOfLink, draftOfReading } from "./one-click-draft.ts";

const field = (value: string, sure = true): Field => ({ value, source: "top card", sure });

const mara: ProfileReading = {
  result: "profile",
  layout: "sdui",
  publicId: "mara-lindqvist",
  linkedinUrl: "https://www.linkedin.com/in/mara-lindqvist",
  name: field("Mara Lindqvist 🚀"),
  headline: field("Head of Supply Chain at Brightwater Foods"),
  currentJobTitle: field("Head of Supply Chain"),
  companyName: field("Brightwater Foods"),
  location: field("Gothenburg"),
  currentRoles: [],
  emails: [],
  phones: [],
  sites: [],
  missing: {},
  titleSuggestions: [],
  isTranslated: false,
  companyUrl: null,
  warnings: [],
};

test("what the page proves is in the draft, under the clean name, marked as saved unseen", () => {
  expect(draftOfReading(mara, [{ job: job("1") }])).toEqual({
    linkedinUrl: mara.linkedinUrl,
    name: "Mara Lindqvist",
    firstName: "Mara",
    lastName: "Lindqvist",
    currentJobTitle: "Head of Supply Chain",
    companyName: "Brightwater Foods",
    employers: [{ name: "Brightwater Foods", url: null }],
    location: "Gothenburg",
    role: "candidate",
    jobs: [{ job: job("1") }],
    isOneClick: true,
  });
});

test("a guessed employer is not the employer, and is kept for the check", () => {
  const draft = draftOfReading({ ...mara, companyName: field("Osterbeck", false) }, []);
  expect(draft).not.toHaveProperty("companyName");
  expect(draft?.employers).toEqual([{ name: "Osterbeck", url: null }]);
});

test("contact data of an opened overlay goes with the person; what is no address stays out", () => {
  const draft = draftOfReading(
    {
      ...mara,
      emails: ["mara@mail.example", "not an address"],
      phones: [
        { kind: "home", value: "1" },
        { kind: "mobile", value: "2" },
        { kind: "mobile", value: "3" },
      ],
    },
    [],
  );
  expect(draft).toMatchObject({ emails: ["mara@mail.example"], mobilePhone: "2", phoneNumbers: ["1", "3"] });
});

test.each([null, field("Mara Lindqvist", false), field("🚀"), field("  ")])(
  "no draft by the name %j",
  (name) => {
    expect(draftOfReading({ ...mara, name }, [])).toBeNull();
  },
);

test("of a link there is a name and an address", () => {
  expect(draftOfLink(mara.linkedinUrl, "Mara Lindqvist", [])).toEqual({
    linkedinUrl: mara.linkedinUrl,
    name: "Mara Lindqvist",
    firstName: "Mara",
    lastName: "Lindqvist",
    role: "candidate",
    jobs: [],
    isOneClick: true,
  });
});

test("no value the page only hints at is ever in what is sent", () => {
  const anyField = fc.option(
    fc.record({ value: anyText, source: fc.constant("top card" as const), sure: fc.boolean() }),
  );
  const fields = ["name", "currentJobTitle", "companyName", "location"] as const;
  const readings = fc.record({
    name: anyField,
    currentJobTitle: anyField,
    companyName: anyField,
    location: anyField,
  });
  fc.assert(
    fc.property(readings, (reading) => {
      const draft = draftOfReading({ ...mara, ...reading }, []);
      if (!reading.name?.sure) expect(draft).toBeNull();
      for (const one of fields) {
        const { value, sure } = reading[one] ?? { value: "", sure: false };
        if (draft && one !== "name") expect(draft[one]).toBe(sure && value.trim() ? value.trim() : undefined);
      }
    }),
  );
});
