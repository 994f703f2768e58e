/** What each action makes of the form's state. */
import { ownFields } from "../memory/field-inputs.ts";
import { carriedFields, chosenField } from "../round/round.ts";
import { errorsOf } from "../values/form-errors.ts";
import { blankValues, type FormKey, type FormValues } from "../values/form-values.ts";
import {
  type Changes,
  type FormAction,
  type FormState,
  firstState,
  typed,
  withNameParts,
} from "./form-state.ts";
import { readAgain } from "./read-again.ts";
import { recall, recallEdits } from "./recall-form.ts";

export function formReducer(state: FormState, action: FormAction): FormState {
  switch (action.type) {
    case "edits_recalled":
      return recallEdits(state, action.kept);
    case "recalled":
      return recall(state, action);
    case "read_again":
      return readAgain(state, action.initial);
    case "changed":
      return change(state, action.changes);
    case "proposed":
      return { ...state, values: { ...state.values, ...action.changes, ...typed(state) } };
    case "round_laid":
      return layRound(state, action);
    case "job_removed":
      return removeJob(state, action.jobId);
    case "job_restored":
      return restoreJob(state);
    case "left":
      return checkField(state, action.field);
    case "found_wrong":
      return { ...state, errors: action.errors };
    case "identified":
      return { ...state, identity: action.identity, ticks: {} };
    case "ticked":
      return { ...state, ticks: { ...state.ticks, [action.key]: action.isTicked } };
    case "doubt_accepted":
      return { ...state, accepted: [...new Set([...state.accepted, action.doubt])] };
    case "submitted":
      return {
        ...state,
        edited: new Set(),
        submitted: new Set([...state.submitted, ...state.edited]),
        isRestored: false,
        holdsSave: true,
      };
    case "save_given_up":
      return {
        ...state,
        edited: new Set([...state.submitted, ...state.edited]),
        submitted: new Set(),
        holdsSave: false,
      };
    case "reopened":
      return reopen(state);
    case "back_to_page":
      return { ...firstState(state.initial), ...keptOf(state), values: untouchedValues(state) };
  }
}

function keptOf({ preselected, isRecalled, holdsSave }: FormState) {
  return { preselected, isRecalled, holdsSave };
}

function layRound(
  state: FormState,
  { round, isKnown }: Extract<FormAction, { type: "round_laid" }>,
): FormState {
  const { list, fields } = state.values;
  return {
    ...state,
    values: {
      ...state.values,
      list: state.edited.has("list") ? list : round.list,
      fields: { ...carriedFields(round.fields, isKnown), ...ownFields(fields) },
    },
  };
}

function untouchedValues({ initial, preselected }: FormState): FormValues {
  return { ...initial.values, jobs: preselected };
}

function change(state: FormState, changes: Changes): FormState {
  const changed = typeof changes === "function" ? changes(state.values) : changes;
  const names = Object.keys(changed) as FormKey[];
  const errors = { ...state.errors };
  for (const name of names) delete errors[name === "jobText" ? "jobs" : name === "listText" ? "list" : name];
  return withNameParts({
    ...state,
    values: { ...state.values, ...changed },
    edited: new Set([...state.edited, ...names]),
    chosen: new Set([...state.chosen, ...names, ...changedFields(state.values, changed)]),
    errors,
    // What was accepted of one company says nothing of another.
    accepted: names.some((name) => name === "companyName" || name === "client")
      ? state.accepted.filter((doubt) => doubt === "possible_match")
      : state.accepted,
    removedJob: "jobs" in changed ? null : state.removedJob,
  });
}

function changedFields({ fields: before }: FormValues, { fields: now }: Partial<FormValues>): string[] {
  if (!now) return [];
  const ids = [...new Set([...Object.keys(before), ...Object.keys(now)])];
  return ids.filter((id) => before[id] !== now[id]).map(chosenField);
}

function removeJob(state: FormState, jobId: string): FormState {
  const index = state.values.jobs.findIndex(({ job }) => job.id === jobId);
  const placed = state.values.jobs[index];
  if (!placed) return state;
  const jobs = state.values.jobs.filter(({ job }) => job.id !== jobId);
  return { ...change(state, { jobs }), removedJob: { placed, index } };
}

function restoreJob(state: FormState): FormState {
  if (!state.removedJob) return state;
  const { placed, index } = state.removedJob;
  return change(state, ({ jobs }) => ({ jobs: jobs.toSpliced(index, 0, placed), jobName: "" }));
}

/** Tells an error in a field that is left; one that is not filled in yet is told at Save. */
function checkField(state: FormState, field: FormKey): FormState {
  if (state.values[field] === "" || state.values[field] === null) return state;
  const error = errorsOf(state.values)[field];
  return error ? { ...state, errors: { ...state.errors, [field]: error } } : state;
}

function reopen(state: FormState): FormState {
  const { note, taskText, taskDue, list, fields, jobName } = blankValues;
  return {
    ...state,
    values: { ...state.values, note, taskText, taskDue, list, fields, jobName },
    chosen: new Set(),
    submitted: new Set(),
    identity: null,
    ticks: {},
    accepted: [],
  };
}
