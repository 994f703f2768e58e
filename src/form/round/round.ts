/**
 * What goes from person to person where the form stays open, until the user changes it: job, stage, list, tags and
 * snippet, and fields that the user keeps. What was said of one person never does. Pure.
 */
import { createContext } from "preact";
import { isSelect, isTagsField } from "../../model/custom-field.ts";
import type { List } from "../../model/records.ts";
import type { PlacedJob } from "../../model/save.ts";
import { type FieldInput, type FieldInputs, fieldsOfJob, isFilled } from "../memory/field-inputs.ts";
import type { LogKind } from "../memory/touch/log-state.ts";
import type { FormState } from "../state/form-state.ts";

export interface Round {
  /** Null: none was chosen or taken out yet, so the remembered job stands in the form. */
  jobs: PlacedJob[] | null;
  list: List | null;
  fields: FieldInputs;
  /** By its name; `kind`: what was logged with it. */
  snippet: { name: string; kind: LogKind } | null;
}

export const emptyRound: Round = { jobs: null, list: null, fields: {}, snippet: null };

export interface RoundHandle {
  round: Round;
  change: (changed: (round: Round) => Round) => void;
}

/** Null where the form closes with its person. */
export const RoundContext = createContext<RoundHandle | null>(null);

/** With what the user has chosen in this form. What was there before, such as a restored edit, is this person's alone. */
export function followForm(round: Round, { chosen, values }: Pick<FormState, "chosen" | "values">): Round {
  const jobs = chosen.has("jobs") ? values.jobs : round.jobs;
  const jobId = jobs?.[0]?.job.id ?? null;
  const fields = { ...round.fields };
  for (const id of fieldIdsIn(chosen)) {
    const input = values.fields[id];
    if (!input) delete fields[id];
    else if (isTagsField(input) || id in fields) fields[id] = input;
  }
  return {
    ...round,
    jobs,
    list: chosen.has("list") ? values.list : round.list,
    // A field of one job means nothing on another.
    fields: chosen.has("jobs") ? fieldsOfJob(fields, jobId) : fields,
  };
}

/** With the field's value for the people to come; null: for this person alone. */
export function keepField(round: Round, id: string, input: FieldInput | null): Round {
  const { [id]: _before, ...others } = round.fields;
  return { ...round, fields: input ? { ...others, [id]: input } : others };
}

/**
 * The round's fields in the form of the next person. Of somebody Stardex has only what is added to what is there: a
 * value of the person's own is not written over.
 */
export function carriedFields(fields: FieldInputs, isKnown: boolean): FieldInputs {
  const carried = Object.entries(fields)
    .filter(([, { kind }]) => kind === "multi" || !isKnown)
    // What was typed and not picked was looked for with somebody else in view.
    .map(([id, input]) => [id, isSelect(input.kind) ? { ...input, text: "" } : input] as const)
    .filter(([, input]) => isFilled(input));
  return Object.fromEntries(carried.map(([id, input]) => [id, { ...input, isCarried: true }]));
}

const FIELD = "field ";

/** What a choice in the form is called, for each field of its own. */
export function chosenField(id: string): string {
  return `${FIELD}${id}`;
}

function fieldIdsIn(chosen: ReadonlySet<string>): string[] {
  return [...chosen].filter((one) => one.startsWith(FIELD)).map((one) => one.slice(FIELD.length));
}
