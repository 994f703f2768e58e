/**
 * All that the form knows by itself: what the page said, what was kept from before, and what the user has typed, chosen
 * and decided since. No call, no storage: `use-person-form.ts` brings those.
 */
import type { Doubt, PlacedJob, SaveRecord } from "../../model/save.ts";
import type { Ticks } from "../match/known-update.ts";
import { isLogFilled } from "../memory/touch/log-state.ts";
import type { Round } from "../round/round.ts";
import type { FormErrors } from "../values/form-errors.ts";
import { type FormKey, type FormValues, MAIN_NAMES } from "../values/form-values.ts";
import { type InitialForm, nameParts } from "../values/initial-form.ts";

/** Who the user says the person is: the record of this id, nobody Stardex has, or not said yet. */
export type Identity = { personId: string } | "new" | null;

export interface FormState {
  /** The last reading of the page. */
  initial: InitialForm;
  values: FormValues;
  /** What the user has typed or chosen, and no save holds yet. */
  edited: ReadonlySet<FormKey>;
  /** What the user has chosen in this form since it is open: not what was kept of an earlier one. */
  chosen: ReadonlySet<string>;
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
  /** A save of the person stands in the form; null until the worker has said. */
  holdsSave: boolean | null;
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
  /** What stays from person to person, under what was edited here. */
  | { type: "round_laid"; round: Pick<Round, "list" | "fields">; isKnown: boolean }
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
    chosen: new Set(),
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
    holdsSave: null,
  };
}

/** All that the user typed or chose, whether a save holds it already or not. */
export function typedFields({ edited, submitted }: FormState): ReadonlySet<FormKey> {
  return new Set([...submitted, ...edited]);
}

export function isNameTyped({ edited }: FormState): boolean {
  return edited.has("firstName") || edited.has("lastName");
}

/** The page gave no value, or only a hint, and that still stands in the form. */
export function isUnsure(state: FormState, name: (typeof MAIN_NAMES)[number]): boolean {
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

/** First and last name follow the name that is typed until they are typed themselves. */
export function withNameParts(state: FormState): FormState {
  const follow = state.edited.has("name") && !isNameTyped(state);
  return follow ? { ...state, values: { ...state.values, ...nameParts(state.values.name) } } : state;
}

/** The values of what the user edited; an activity that is only opened, or logged by now, is none. */
export function typed({ values, edited }: FormState): Partial<FormValues> {
  const names = [...edited].filter((name) => name !== "log" || isLogFilled(values.log));
  return Object.fromEntries(names.map((name) => [name, values[name]]));
}

/** What is to be kept of a form that is not saved. */
export function editsOf(state: FormState): KeptEdits {
  return { values: typed(state), identity: state.identity };
}

/** Nothing that would be missed. */
export function isUntouched({ values, identity }: KeptEdits): boolean {
  return Object.keys(values).length === 0 && identity === null;
}
