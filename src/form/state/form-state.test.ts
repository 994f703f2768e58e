import { describe, expect, test } from "vitest";
import type { PlacedJob, SaveDraft } from "../../model/save.ts";
import { someDraft, someSave } from "../../testing/saves.ts";
import type { FormValues } from "../values/form-values.ts";
import { emptyForm, type InitialForm } from "../values/initial-form.ts";
import { formReducer } from "./form-reducer.ts";
import {
  editsOf,
  type FormAction,
  type FormState,
  firstState,
  type Identity,
  isWaitingForPage,
  standingOf,
  typedFields,
} from "./form-state.ts";

const blank = emptyForm(someDraft.linkedinUrl);
/** A name that is certain, a title the headline hints at, no company, and a location. */
const page: InitialForm = {
  ...blank,
  values: { ...blank.values, name: "Mara Lindqvist", currentJobTitle: "Head of Supply", location: "Oslo" },
  standing: {
    name: "sure",
    currentJobTitle: "guess_headline",
    companyName: "not_loaded",
    location: "sure",
  },
};
const job = (id: string): PlacedJob => ({
  job: { id, name: `Job ${id}`, clientCompanyName: null, location: null, candidateCount: null },
});

const reduce = (state: FormState, ...actions: FormAction[]) => actions.reduce(formReducer, state);
const changed = (changes: Partial<FormValues>): FormAction => ({ type: "changed", changes });
const recalled = (more: Partial<Extract<FormAction, { type: "recalled" }>> = {}): FormAction => ({
  type: "recalled",
  pending: null,
  preselected: [],
  ...more,
});
const kept = (values: Partial<FormValues>, identity: Identity = null): FormAction => ({
  type: "edits_recalled",
  kept: { values, identity },
});
const start = firstState(page);

describe("what is in the form when it opens", () => {
  test.each([
    ["the worker answers last", false],
    ["storage answers last", true],
  ])(
    "over the reading a save that waits, over that what was kept, over that what was just typed: %s",
    (_, isSwapped) => {
      const pending = someSave({ draft: { ...someDraft, companyName: "Brightwater", location: "Bergen" } });
      const answers = [
        kept({ note: "Kept", location: "Turku" }),
        recalled({ pending, preselected: [job("a")] }),
      ];
      const state = reduce(
        start,
        changed({ note: "Typed at once" }),
        ...(isSwapped ? answers.reverse() : answers),
      );
      expect(state.values).toMatchObject({
        name: "Mara Lindqvist",
        companyName: "Brightwater",
        location: "Turku",
        note: "Typed at once",
        jobs: [],
      });
      expect([...state.edited].sort()).toEqual(["location", "note"]);
      expect(state.isRestored).toBe(true);
    },
  );

  test("a correction is what the user said last", () => {
    const correction: SaveDraft = { ...someDraft, currentJobTitle: "Corrected" };
    const state = reduce(start, recalled({ pending: someSave({ state: "in_doubt", correction }) }));
    expect(state.values.currentJobTitle).toBe("Corrected");
  });

  test("the guess that one click held back is still in the form, as a guess", () => {
    const { currentJobTitle: _held, ...draft } = someDraft;
    const pending = someSave({ draft: { ...draft, isOneClick: true }, state: "needs_you" });
    const state = reduce(start, recalled({ pending }));
    expect(state.values.currentJobTitle).toBe("Head of Supply");
    expect(standingOf(state, "currentJobTitle")).toBe("guess_headline");
  });

  test("the title that one click held back is offered where the page no longer says it", () => {
    const { currentJobTitle: _held, ...draft } = someDraft;
    const pending = someSave({ draft: { ...draft, isOneClick: true, titleGuess: "Head of Supply" } });
    const state = reduce(firstState(blank), recalled({ pending }));
    expect(state.values.currentJobTitle).toBe("");
    expect(state.initial.suggestions).toMatchObject([{ title: "Head of Supply" }]);
    expect(standingOf(state, "currentJobTitle")).toBe("not_shown");
  });

  test("a field that a save holds empty carries no mark of the page", () => {
    const { currentJobTitle: _emptied, ...draft } = someDraft;
    const state = reduce(start, recalled({ pending: someSave({ draft }) }));
    expect(state.values.currentJobTitle).toBe("");
    expect(standingOf(state, "currentJobTitle")).toBe("typed");
  });

  test("who the user said the person is comes back with the edits", () => {
    const state = reduce(start, kept({}, { personId: "p1" }));
    expect(state.identity).toEqual({ personId: "p1" });
    expect(state.isRestored).toBe(true);
    expect(editsOf(state)).toEqual({ values: {}, identity: { personId: "p1" } });
  });
});

describe("reading the page again", () => {
  const later: InitialForm = {
    ...page,
    values: { ...page.values, currentJobTitle: "Head of Supply Chain", companyName: "Brightwater" },
    standing: { ...page.standing, currentJobTitle: "sure", companyName: "sure" },
  };

  test("fills what was missing or a guess, and says which", () => {
    expect(isWaitingForPage(start)).toBe(true);
    const state = reduce(start, { type: "read_again", initial: later });
    expect(state.values).toMatchObject({
      currentJobTitle: "Head of Supply Chain",
      companyName: "Brightwater",
    });
    expect([...state.justFilled].sort()).toEqual(["companyName", "currentJobTitle"]);
    expect(state.edited.size).toBe(0);
    expect(isWaitingForPage(state)).toBe(false);
  });

  test("leaves alone what the user touched, emptied fields too", () => {
    const state = reduce(start, changed({ currentJobTitle: "" }), { type: "read_again", initial: later });
    expect(state.values.currentJobTitle).toBe("");
    expect([...state.justFilled]).toEqual(["companyName"]);
  });

  test("a value that was certain does not change, whatever the page says later", () => {
    const other = { ...later, values: { ...later.values, name: "Somebody", location: "" } };
    const state = reduce(start, { type: "read_again", initial: other });
    expect(state.values).toMatchObject({ name: "Mara Lindqvist", location: "Oslo" });
    expect(reduce(state, { type: "back_to_page" }).values).toMatchObject({ name: "Mara Lindqvist" });
  });

  test("another person's page is not taken", () => {
    const other = { ...later, linkedinUrl: "https://www.linkedin.com/in/somebody" };
    expect(reduce(start, { type: "read_again", initial: other })).toBe(start);
  });
});

describe("edits", () => {
  test("first and last name follow the name until they are typed", () => {
    const renamed = reduce(start, changed({ name: "Maria Lindkvist" }));
    expect(renamed.values).toMatchObject({ firstName: "Maria", lastName: "Lindkvist" });
    const own = reduce(renamed, changed({ lastName: "" }), changed({ name: "Maria Berg" }));
    expect(own.values).toMatchObject({ name: "Maria Berg", lastName: "" });
  });

  test("an edit takes the field's error away; that of a box with its text", () => {
    const wrong = reduce(start, {
      type: "found_wrong",
      errors: { name: ["error_name_blank"], jobs: ["error_job_not_picked", "cfo"] },
    });
    expect(reduce(wrong, changed({ jobText: "cfo n" })).errors).toEqual({ name: ["error_name_blank"] });
  });

  test("what is proposed is no edit and gives way to one", () => {
    const client = { id: "c", name: "Nordvale" };
    const proposed = reduce(start, { type: "proposed", changes: { client } });
    expect(proposed.values.client).toEqual(client);
    expect(proposed.edited.size).toBe(0);
    const typed = reduce(start, changed({ client: null }), { type: "proposed", changes: { client } });
    expect(typed.values.client).toBeNull();
  });

  test("a field that is left tells its error, an empty one does not", () => {
    const state = reduce(start, changed({ workEmail: "nobody" }), { type: "left", field: "workEmail" });
    expect(state.errors).toEqual({ workEmail: ["error_email"] });
    expect(reduce(start, changed({ name: "" }), { type: "left", field: "name" }).errors).toEqual({});
  });

  test("back to the page leaves nothing of what was typed or decided", () => {
    const state = reduce(
      start,
      kept({}),
      recalled({ preselected: [job("a")] }),
      changed({ name: "Other", jobs: [], note: "x" }),
      { type: "identified", identity: "new" },
      { type: "back_to_page" },
    );
    expect(state.values).toEqual({ ...page.values, jobs: [job("a")] });
    expect(editsOf(state)).toEqual({ values: {}, identity: null });
    expect(state.isRecalled).toBe(true);
  });
});

describe("jobs", () => {
  const chosen = reduce(start, changed({ jobs: [job("a"), job("b"), job("c")] }));

  test("one that was taken out comes back to its place", () => {
    const without = reduce(chosen, { type: "job_removed", jobId: "b" });
    expect(without.values.jobs).toEqual([job("a"), job("c")]);
    expect(reduce(without, { type: "job_restored" }).values.jobs).toEqual([job("a"), job("b"), job("c")]);
  });

  test("there is nothing to put back after another choice", () => {
    const state = reduce(chosen, { type: "job_removed", jobId: "b" }, changed({ jobs: [job("d")] }));
    expect(reduce(state, { type: "job_restored" })).toBe(state);
  });
});

describe("a save", () => {
  const typed = reduce(start, changed({ currentJobTitle: "Chief Cartographer" }));

  test("what it holds is unsaved no more, and still the user's word", () => {
    const state = reduce(typed, { type: "submitted" });
    expect(state.edited.size).toBe(0);
    expect([...typedFields(state)]).toEqual(["currentJobTitle"]);
  });

  test("what was typed is unsaved again when it is given up", () => {
    const state = reduce(typed, { type: "submitted" }, { type: "save_given_up" });
    expect(editsOf(state).values).toEqual({ currentJobTitle: "Chief Cartographer" });
  });

  test("a stored save's own words are the user's, so that they are ticked", () => {
    const pending = someSave({ draft: { ...someDraft, currentJobTitle: "Typed before" } });
    const state = reduce(start, recalled({ pending }));
    expect(typedFields(state).has("currentJobTitle")).toBe(true);
    expect(typedFields(state).has("name")).toBe(false);
  });

  test("what was accepted of one company says nothing of another", () => {
    const state = reduce(
      start,
      { type: "doubt_accepted", doubt: "possible_match" },
      { type: "doubt_accepted", doubt: "do_not_contact" },
      { type: "doubt_accepted", doubt: "do_not_contact" },
    );
    expect(state.accepted).toEqual(["possible_match", "do_not_contact"]);
    expect(reduce(state, changed({ companyName: "Other" })).accepted).toEqual(["possible_match"]);
  });

  test("taken up again it sends nothing twice that went beside the person", () => {
    const task = { taskText: "Call", taskDue: "2027-01-01" };
    const list = { id: "l", name: "Bench" };
    const state = reduce(start, changed({ note: "Met", list, ...task, companyName: "Brightwater" }), {
      type: "reopened",
    });
    expect(state.values).toMatchObject({ note: "", list: null, taskText: "", taskDue: "" });
    expect(state.values.companyName).toBe("Brightwater");
  });
});
