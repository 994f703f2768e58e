import { describe, expect, test } from "vitest";
import { dueWrites } from "../../model/custom-field.ts";
import { job } from "../../testing/records.ts";
import { type FieldInput, type FieldInputs, fieldWrites, inputsOfWrites } from "../memory/field-inputs.ts";
import { formReducer } from "../state/form-reducer.ts";
import { type FormAction, type FormState, firstState } from "../state/form-state.ts";
import type { FormValues } from "../values/form-values.ts";
import { emptyForm } from "../values/initial-form.ts";
import { carriedFields, emptyRound, followForm, keepField, type Round } from "./round.ts";

const tag = (name: string): FieldInput => ({
  name: "Tags",
  kind: "multi",
  text: "",
  options: [{ id: name, name }],
});
const years = (text: string, more: Partial<FieldInput> = {}): FieldInput => ({
  name: "Years in post",
  kind: "integer",
  text,
  options: [],
  ...more,
});

const blank = firstState(emptyForm("https://www.linkedin.com/in/ada"));
const reduce = (state: FormState, ...actions: FormAction[]) => actions.reduce(formReducer, state);
const changed = (changes: Partial<FormValues>): FormAction => ({ type: "changed", changes });
const kept = (values: Partial<FormValues>): FormAction => ({
  type: "edits_recalled",
  kept: { values, identity: null },
});
const laid = (round: Partial<Round>, isKnown = false): FormAction => ({
  type: "round_laid",
  round: { ...emptyRound, ...round },
  isKnown,
});

describe("what goes into the round", () => {
  test("is what the user chose in this form, not what was restored in it", () => {
    const restored = reduce(
      blank,
      kept({ jobs: [{ job: job("old") }], list: { id: "l", name: "Old" }, fields: { t: tag("Old") } }),
    );
    expect(followForm(emptyRound, restored)).toEqual(emptyRound);
    const more = reduce(restored, changed({ fields: { ...restored.values.fields, u: tag("New") } }));
    expect(followForm(emptyRound, more)).toEqual({ ...emptyRound, fields: { u: tag("New") } });
  });

  test("is no other field than tags, unless the user keeps it; then it follows", () => {
    const form = reduce(blank, changed({ fields: { y: years("5") } }));
    expect(followForm(emptyRound, form).fields).toEqual({});
    const round = keepField(emptyRound, "y", years("5"));
    const later = reduce(form, changed({ fields: { y: years("6") } }));
    expect(followForm(round, later).fields).toEqual({ y: years("6") });
    expect(followForm(round, reduce(later, changed({ fields: {} }))).fields).toEqual({});
  });

  test("is nothing of the last job once there is another", () => {
    const round = { ...emptyRound, fields: { r: years("1", { jobId: "a" }), y: years("5") } };
    const form = reduce(blank, changed({ jobs: [{ job: job("b") }] }));
    expect(followForm(round, form).fields).toEqual({ y: years("5") });
  });
});

describe("the round in the next form", () => {
  const round = { list: { id: "l", name: "Bench" }, fields: { t: tag("Shipping"), y: years("5") } };

  test("lies under what was edited for this person, field by field", () => {
    const own: FieldInputs = { y: years("9") };
    for (const actions of [
      [kept({ fields: own, list: null }), laid(round)],
      [laid(round), kept({ fields: own, list: null })],
    ]) {
      const { values } = reduce(blank, ...actions);
      expect(values.list).toBeNull();
      expect(values.fields).toEqual({ t: { ...tag("Shipping"), isCarried: true }, y: years("9") });
    }
  });

  test("of somebody Stardex has, only what adds to what is there", () => {
    const unknown = reduce(blank, laid(round));
    expect(Object.keys(unknown.values.fields)).toEqual(["t", "y"]);
    expect(Object.keys(reduce(unknown, laid(round, true)).values.fields)).toEqual(["t"]);
  });

  test("is no edit of this person’s, and none is restored from it", () => {
    const state = reduce(blank, laid(round));
    expect(state.edited.size).toBe(0);
    expect(followForm(emptyRound, state)).toEqual(emptyRound);
    const { fields } = state.values;
    expect(reduce(blank, kept({ fields: { ...fields, z: years("1") } })).values.fields).toEqual({
      z: years("1"),
    });
  });

  test("is not sent a second time when the saved person is taken up again", () => {
    const state = reduce(blank, laid(round), { type: "submitted" }, { type: "reopened" });
    expect(state.values).toMatchObject({ list: null, fields: {} });
    expect(state.holdsSave).toBe(true);
  });
});

test("a carried value is written for a new person alone, one of the user’s own for both; tags always", () => {
  const writes = fieldWrites({
    t: { ...tag("Shipping"), isCarried: true },
    y: years("5", { isCarried: true }),
    z: years("6"),
  });
  expect(dueWrites(writes, false).map(({ fieldId }) => fieldId)).toEqual(["t", "y", "z"]);
  expect(dueWrites(writes, true).map(({ fieldId }) => fieldId)).toEqual(["t", "z"]);
  expect(fieldWrites(inputsOfWrites(writes))).toEqual(writes);
});

test("words that were typed for one person and not picked are not carried to the next", () => {
  const typed = { ...tag("Shipping"), text: "nucl" };
  expect(carriedFields({ t: typed, u: { ...typed, options: [] } }, false)).toEqual({
    t: { ...typed, text: "", isCarried: true },
  });
});
