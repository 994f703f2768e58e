import { expect, test } from "vitest";
import type { SaveDraft } from "../../model/save.ts";
import { someDraft, someSave } from "../../testing/saves.ts";
import {
  editedDraft,
  editValues,
  fieldsToEdit,
  partsOf,
  refusedField,
  saveAsText,
  withoutPart,
} from "./save-edit.ts";

const job = (id: string, name: string) => ({
  job: { id, name, clientCompanyName: null, location: null, candidateCount: null },
});
const full: SaveDraft = {
  ...someDraft,
  emails: ["a@x.example", "b@x.example"],
  note: "Met in Malmö",
  jobs: [job("j1", "Plant Manager"), job("j2", "Buyer")],
  list: { id: "l1", name: "Nordics" },
  task: { text: "Call her" },
};
const known: SaveDraft = {
  ...full,
  known: {
    personId: "p1",
    name: "Mara L.",
    linkedinUrl: null,
    onJobs: [],
    update: { companyName: "Brightwater", addEmails: ["a@x.example"] },
  },
};

test("words that are not touched give the same draft", () => {
  for (const draft of [full, known]) expect(editedDraft(draft, editValues(draft))).toEqual({ draft });
});

test("corrected, emptied and further words are in the draft that is sent", () => {
  const values = {
    ...editValues(full),
    companyName: " Northlight ",
    currentJobTitle: "",
    emails: "c@x.example;",
  };
  const { currentJobTitle: _none, ...rest } = full;
  expect(editedDraft(full, values)).toEqual({
    draft: { ...rest, companyName: "Northlight", emails: ["c@x.example"] },
  });
});

test("of a known person the changes are edited, and only those", () => {
  expect(fieldsToEdit(known)).toEqual(["companyName", "emails", "note"]);
  const values = { ...editValues(known), companyName: "Northlight", emails: "", note: "Later" };
  expect(editedDraft(known, values)).toEqual({
    draft: {
      ...known,
      note: "Later",
      known: { ...known.known, update: { companyName: "Northlight" } },
    },
  });
});

test("what cannot be sent is named by its field", () => {
  expect(editedDraft(full, { ...editValues(full), name: " ", emails: "a@x.example, nobody" })).toEqual({
    wrong: ["name", "emails"],
  });
  expect(editedDraft(known, { ...editValues(known), emails: "nobody" })).toEqual({ wrong: ["emails"] });
});

test("what goes with the person can be left out, one by one", () => {
  expect(partsOf(full).map(({ name }) => name)).toEqual(["Plant Manager", "Buyer", "Nordics", "Call her"]);
  const left = partsOf(full)
    .filter(({ name }) => name !== "Buyer")
    .reduce(withoutPart, full);
  expect(partsOf(left).map(({ name }) => name)).toEqual(["Buyer"]);
  expect(editedDraft(left, editValues(left))).toEqual({ draft: left });
});

test("the refused field is found by the API's name for it", () => {
  expect(refusedField({ kind: "invalid", field: "company_name" })).toBe("companyName");
  expect(refusedField({ kind: "invalid", field: "job_id" })).toBeUndefined();
  expect(refusedField(null)).toBeUndefined();
});

test("as text a save is what a colleague needs, empty lines left out", () => {
  expect(saveAsText(someSave({ draft: { ...someDraft, note: "Met in Malmö" } }))).toBe(
    "Mara Lindqvist\nHead of Supply Chain, Brightwater Foods\n" +
      "https://www.linkedin.com/in/mara-lindqvist-5b81\nMet in Malmö",
  );
});
