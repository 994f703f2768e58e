import { expect, test } from "vitest";
import type { ProfileReading } from "../linkedin/reading.ts";
import { emptyForm, formFromProfile, formOfDraft, toDraft } from "./form-values.ts";

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
    { kind: "home", value: "1" },
    { kind: "mobile", value: "2" },
    { kind: "mobile", value: "3" },
    { kind: "work", value: "4" },
  ],
  sites: [],
  warnings: [],
};

test("a reading fills the form: the clean name, what is a guess, what is missing, contact data by kind", () => {
  const form = formFromProfile(profile);
  expect(form.values).toEqual({
    name: "Ada Lovelace",
    currentJobTitle: "Analyst",
    companyName: "",
    location: "London",
    emails: "ada@engine.example, ada@home.example",
    mobilePhone: "2",
    workPhone: "4",
    phoneNumbers: "1, 3",
  });
  expect(form.standing).toEqual({
    name: "sure",
    currentJobTitle: "guess_headline",
    companyName: "not_found",
    location: "sure",
  });
  expect(form.shownName).toBe("Ada Lovelace 🚀");
});

test("a draft leaves out what is empty, and comes back as the same form", () => {
  const { values } = formFromProfile(profile);
  const { draft } = toDraft(url, { ...values, companyName: "   " }, null);
  expect(draft).not.toHaveProperty("companyName");
  expect(draft).toMatchObject({ name: "Ada Lovelace", firstName: "Ada", lastName: "Lovelace" });
  if (draft) expect(formOfDraft(draft)).toEqual(values);
});

test("several pasted values are split; one that is no address is said at its field", () => {
  const values = { ...emptyForm(url).values, name: "Ada" };
  expect(
    toDraft(url, { ...values, emails: "a@b.example; c@d.example\nE@f.example," }, null).draft?.emails,
  ).toEqual(["a@b.example", "c@d.example", "E@f.example"]);
  expect(toDraft(url, { ...values, emails: "a@b.example, nobody" }, null).errors).toEqual({
    emails: "error_email",
  });
});

test("a blank name is said at the name", () => {
  expect(toDraft(url, { ...emptyForm(url).values, name: " \u00a0 " }, null).errors).toEqual({
    name: "error_name_blank",
  });
});
