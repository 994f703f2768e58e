/** The fields of the form: their names, their order, and the shape of what stands in them. */
import type { WordKey } from "../../i18n/words.ts";
import type { List } from "../../model/records.ts";
import type { PersonRole, PlacedJob, SaveDraft } from "../../model/save.ts";
import { type FieldInputs, fieldsOfJob } from "../memory/field-inputs.ts";
import type { LogState } from "../memory/touch/log-state.ts";

/** The fields of every save, in the order they stand in. */
export const MAIN_FIELDS = [
  { name: "name", label: "field_name", placeholder: "placeholder_name" },
  { name: "currentJobTitle", label: "field_job_title", placeholder: "placeholder_job_title" },
  { name: "companyName", label: "field_company", placeholder: "placeholder_company" },
  { name: "location", label: "field_location", placeholder: "placeholder_location" },
] as const satisfies readonly { name: string; label: WordKey; placeholder: WordKey }[];
export type MainName = (typeof MAIN_FIELDS)[number]["name"];
export const MAIN_NAMES: readonly MainName[] = MAIN_FIELDS.map(({ name }) => name);

/** The texts behind "More", in the order they stand in. */
export const MORE_NAMES = [
  "note",
  "taskText",
  "taskDue",
  "workEmail",
  "personalEmail",
  "emails",
  "workPhone",
  "mobilePhone",
  "phoneNumbers",
  "firstName",
  "lastName",
  "externalSourceId",
] as const;
export type MoreName = (typeof MORE_NAMES)[number];

/** What is typed into a box and not picked from its list yet: kept and shown, never sent. */
const BOX_TEXTS = ["jobText", "listText"] as const;

export type TextName = MainName | MoreName | "jobName" | (typeof BOX_TEXTS)[number];
export const TEXT_NAMES: readonly TextName[] = [...MAIN_NAMES, "jobName", ...BOX_TEXTS, ...MORE_NAMES];

/** `emails` and `phoneNumbers` hold several values, set off by commas; `taskDue` is YYYY-MM-DD or "". */
export interface FormValues extends Record<TextName, string> {
  role: PersonRole;
  jobs: PlacedJob[];
  client: SaveDraft["client"] | null;
  list: List | null;
  /** The firm's own fields, by id. */
  fields: FieldInputs;
  /** What was done with a known person, while it is being written down; it is logged by itself, beside the save. */
  log: LogState | null;
}
export type FormKey = keyof FormValues;

export const blankValues: FormValues = {
  ...(Object.fromEntries(TEXT_NAMES.map((name) => [name, ""])) as Record<TextName, string>),
  role: "candidate",
  jobs: [],
  client: null,
  list: null,
  fields: {},
  log: null,
};

export function isMore(key: FormKey): boolean {
  return key === "list" || key === "fields" || key === "listText" || MORE_NAMES.some((name) => name === key);
}

export const isCandidate = ({ role }: Pick<FormValues, "role">) => role !== "client_contact";
export const isContact = ({ role }: Pick<FormValues, "role">) => role !== "candidate";

/** The firm's own fields that go with the save: those of another job do not. */
export function sentFields(values: Pick<FormValues, "role" | "jobs" | "fields">): FieldInputs {
  return fieldsOfJob(values.fields, isCandidate(values) ? (values.jobs[0]?.job.id ?? null) : null);
}
