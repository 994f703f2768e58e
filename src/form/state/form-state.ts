/**
 * All that the form knows by itself, in one reducer: what the page said, what was kept from before, and what the
 * user has typed, chosen and decided since. No call, no storage: `use-person-form.ts` brings those.
 */
import { type Doubt, type PlacedJob, type SaveDraft, type SaveRecord, shownDraft } from "../../model/save.ts";
import type { Ticks } from "../match/known-update.ts";
import { formOfDraft } from "../values/form-draft.ts";
import { errorsOf, type FormErrors } from "../values/form-errors.ts";
import { blankValues, type FormKey, type FormValues, MAIN_NAMES } from "../values/form-values.ts";
import { type InitialForm, nameParts } from "../values/initial-form.ts";

/** Who the user says the person is: the record of this id, nobody Stardex has, or not said yet. */
export type Identity = { personId: string } | "new" | null;

export interface FormState {
  /** The last reading of the page. */
  initial: InitialForm;
  values: FormValues;
  /** What the user has typed or chosen, and no save holds yet. */
  edited: ReadonlySet<FormKey>;
  /** The same of a save that is under way: it is unsaved again when the save is given up. */
  submitted: ReadonlySet<FormKey>;
  errors: FormErrors;
  identity: Identity;
  ticks: Ticks;
  /** What the user was told of, and saves all the same. */
  accepted: readonly Doubt[];
  /** The jobs that stand in an untouched form. */
  preselected: PlacedJob[];
  /** Fields that the last reading filled in an open form. */
  justFilled: ReadonlySet<FormKey>;
  /** The job taken out last, to be put back. */
  removedJob: { placed: PlacedJob; index: number } | null;
  isRestored: boolean;
  /** What was kept of this profile is in the form; nothing is stored before. */
  isRecalled: boolean;
}

/** What the user edits; a function where it depends on what stands there by then. */
export type Changes = Partial<FormValues> | ((now: FormValues) => Partial<FormValues>);

/** What was edited and decided before, and not saved. */
export interface KeptEdits {
  values: Partial<FormValues>;
  identity: Identity;
}

export type FormAction =
  /** What was edited before; from here on edits are stored. */
  | { type: "edits_recalled"; kept: KeptEdits }
  /** What the worker knows: a save that is not through, and the jobs that are in an untouched form. */
  | { type: "recalled"; pending: SaveRecord | null; preselected: PlacedJob[] }
  | { type: "read_again"; initial: InitialForm }
  | { type: "changed"; changes: Changes }
  /** Shown like what the page said: no edit of the user's. */
  | { type: "proposed"; changes: Partial<FormValues> }
  | { type: "job_removed"; jobId: string }
  | { type: "job_restored" }
  | { type: "left"; field: FormKey }
  | { type: "found_wrong"; errors: FormErrors }
  | { type: "identified"; identity: Identity }
  | { type: "ticked"; key: string; isTicked: boolean }
  | { type: "doubt_accepted"; doubt: Doubt }
  /** The save is in storage: its edits cannot be lost any more. */
  | { type: "submitted" }
  | { type: "save_given_up" }
  /** The saved person is taken up again: what went beside the person is not sent twice. */
  | { type: "reopened" }
  | { type: "back_to_page" };

export function firstState(initial: InitialForm): FormState {
  return {
    initial,
    values: initial.values,
    edited: new Set(),
    submitted: new Set(),
    errors: {},
    identity: null,
    ticks: {},
    accepted: [],
    preselected: [],
    justFilled: new Set(),
    removedJob: null,
    isRestored: false,
    isRecalled: false,
  };
}

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
      };
    case "save_given_up":
      return { ...state, edited: new Set([...state.submitted, ...state.edited]), submitted: new Set() };
    case "reopened":
      return reopen(state);
    case "back_to_page":
      return { ...firstState(state.initial), ...keptOf(state), values: untouchedValues(state) };
  }
}

function keptOf({ preselected, isRecalled }: FormState) {
  return { preselected, isRecalled };
}

function untouchedValues({ initial, preselected }: FormState): FormValues {
  return { ...initial.values, jobs: preselected };
}

/** What was typed meanwhile wins over what was typed before. */
function recallEdits(state: FormState, kept: KeptEdits): FormState {
  const names = Object.keys(kept.values) as FormKey[];
  return withNameParts({
    ...state,
    values: { ...state.values, ...kept.values, ...typed(state) },
    edited: new Set([...names, ...state.edited]),
    identity: state.identity ?? kept.identity,
    isRestored: names.length > 0 || kept.identity !== null,
    isRecalled: true,
  });
}

type Recalled = Extract<FormAction, { type: "recalled" }>;

/** The reading, over it a save that is not through yet, over that what was edited. */
function recall(state: FormState, { pending, preselected }: Recalled): FormState {
  return withNameParts({
    ...state,
    initial: pending ? withHeldTitle(state.initial, pending.draft) : state.initial,
    values: {
      ...state.values,
      jobs: preselected,
      ...(pending && valuesOfSave(pending)),
      ...typed(state),
    },
    submitted: pending ? differing(formOfDraft(shownDraft(pending)), state.initial.values) : state.submitted,
    accepted: [...new Set([...(pending?.draft.accepted ?? []), ...state.accepted])],
    preselected,
  });
}

/**
 * A save of one click held back what the page only hints at: that is still in the form. A correction is what the
 * user said last.
 */
function valuesOfSave(save: SaveRecord): Partial<FormValues> {
  const values = formOfDraft(shownDraft(save));
  if (!save.draft.isOneClick || shownDraft(save) !== save.draft) return values;
  const filled = Object.entries(values).filter(([, value]) => value !== "" && value !== null);
  return Object.fromEntries(filled);
}

/** The title that one click held back, where this reading of the page does not say it: to be taken, or not. */
function withHeldTitle(initial: InitialForm, { titleGuess }: SaveDraft): InitialForm {
  const isSaid = initial.values.currentJobTitle !== "" || initial.suggestions.length > 0;
  if (titleGuess === undefined || isSaid) return initial;
  const held = { title: titleGuess, source: "headline" as const, companyName: null, endedAt: null };
  return {
    ...initial,
    suggestions: [held],
    standing: { ...initial.standing, currentJobTitle: initial.standing.currentJobTitle ?? "not_shown" },
  };
}

/** What a save holds otherwise than the page: the user's own words. */
function differing(values: FormValues, page: FormValues): ReadonlySet<FormKey> {
  const names = Object.keys(values) as FormKey[];
  return new Set(names.filter((name) => JSON.stringify(values[name]) !== JSON.stringify(page[name])));
}

/** All that the user typed or chose, whether a save holds it already or not. */
export function typedFields({ edited, submitted }: FormState): ReadonlySet<FormKey> {
  return new Set([...submitted, ...edited]);
}

/** Only what is empty or a guess, and untouched: a sure value of an open form does not change by itself. */
function readAgain(state: FormState, initial: InitialForm): FormState {
  if (initial.linkedinUrl !== state.initial.linkedinUrl) return state;
  const filled = MAIN_NAMES.filter((name) => {
    const isOpen = isUnsure(state, name) && !state.edited.has(name);
    return isOpen && initial.values[name] !== "" && initial.values[name] !== state.values[name];
  });
  const taken = Object.fromEntries(filled.map((name) => [name, initial.values[name]]));
  const names = filled.includes("name") && !isNameTyped(state) ? nameParts(initial.values.name) : {};
  return {
    ...state,
    // A value that was sure and has gone from the page stays what it was.
    initial: keepSure(state.initial, initial),
    values: { ...state.values, ...taken, ...names, ...firstContacts(state, initial) },
    justFilled: new Set(filled),
  };
}

/** E-mails and numbers come with the first reading alone: behind "More", nobody would see them arrive later. */
function firstContacts({ initial: before, edited }: FormState, { values }: InitialForm): Partial<FormValues> {
  if (before.standing.name !== "not_loaded") return {};
  const names = CONTACT_NAMES.filter((name) => !edited.has(name));
  return Object.fromEntries(names.map((name) => [name, values[name]]));
}

const CONTACT_NAMES = ["emails", "workPhone", "mobilePhone", "phoneNumbers"] as const;

function keepSure(before: InitialForm, now: InitialForm): InitialForm {
  const sure = MAIN_NAMES.filter((name) => before.standing[name] === "sure");
  return {
    ...now,
    values: { ...now.values, ...Object.fromEntries(sure.map((name) => [name, before.values[name]])) },
    standing: { ...now.standing, ...Object.fromEntries(sure.map((name) => [name, "sure"])) },
  };
}

function isNameTyped({ edited }: FormState): boolean {
  return edited.has("firstName") || edited.has("lastName");
}

/** The page gave no value, or only a hint, and that still stands in the form. */
function isUnsure(state: FormState, name: (typeof MAIN_NAMES)[number]): boolean {
  const standing = standingOf(state, name);
  return standing !== "sure" && standing !== "typed";
}

/** What the page says of a value as long as it is the page's own. */
export function standingOf({ initial, values, edited }: FormState, name: (typeof MAIN_NAMES)[number]) {
  const isOfPage = !edited.has(name) && values[name] === initial.values[name];
  return (isOfPage && initial.standing[name]) || "typed";
}

/** Reading again may still fill something in. */
export function isWaitingForPage(state: FormState): boolean {
  return MAIN_NAMES.some((name) => isUnsure(state, name));
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
    errors,
    // What was accepted of one company says nothing of another.
    accepted: names.some((name) => name === "companyName" || name === "client")
      ? state.accepted.filter((doubt) => doubt === "possible_match")
      : state.accepted,
    removedJob: "jobs" in changed ? null : state.removedJob,
  });
}

/** First and last name follow the name that is typed until they are typed themselves. */
function withNameParts(state: FormState): FormState {
  const follow = state.edited.has("name") && !isNameTyped(state);
  return follow ? { ...state, values: { ...state.values, ...nameParts(state.values.name) } } : state;
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
    submitted: new Set(),
    identity: null,
    ticks: {},
    accepted: [],
  };
}

function typed({ values, edited }: FormState): Partial<FormValues> {
  return Object.fromEntries([...edited].map((name) => [name, values[name]]));
}

/** What is to be kept of a form that is not saved. */
export function editsOf(state: FormState): KeptEdits {
  return { values: typed(state), identity: state.identity };
}

/** Nothing that would be missed. */
export function isUntouched({ values, identity }: KeptEdits): boolean {
  return Object.keys(values).length === 0 && identity === null;
}
