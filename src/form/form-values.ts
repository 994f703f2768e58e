/** What stands in the form, where each value came from, and the draft of a save made of it. */
import * as z from "zod/mini";
import type { WordKey } from "../i18n/words.ts";
import type { Field, PhoneKind, ProfileReading, Role } from "../linkedin/reading.ts";
import { cleanName, splitName } from "../linkedin/text/name.ts";
import type { List } from "../model/records.ts";
import { type PersonRole, type PlacedJob, type SaveDraft, saveDraftSchema } from "../model/save.ts";
import type { PersonValues } from "./match/known-update.ts";

/** The fields of every save, in the order they stand in. */
export const MAIN_FIELDS = [
  { name: "name", label: "field_name" },
  { name: "currentJobTitle", label: "field_job_title" },
  { name: "companyName", label: "field_company" },
  { name: "location", label: "field_location" },
] as const satisfies readonly { name: string; label: WordKey }[];
export type MainName = (typeof MAIN_FIELDS)[number]["name"];

/** The texts behind "More", in the order they stand in. */
const MORE_NAMES = [
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

export type TextName = MainName | MoreName | "jobName";
export const TEXT_NAMES: readonly TextName[] = [
  ...MAIN_FIELDS.map(({ name }) => name),
  "jobName",
  ...MORE_NAMES,
];

/** `emails` and `phoneNumbers` hold several values, set off by commas; `taskDue` is YYYY-MM-DD or "". */
export interface FormValues extends Record<TextName, string> {
  role: PersonRole;
  jobs: PlacedJob[];
  client: SaveDraft["client"] | null;
  list: List | null;
}
export type FormKey = keyof FormValues;

/** `typed`: there was no reading to judge it by. */
export type Standing = "sure" | "guess" | "guess_headline" | "not_found" | "typed";

export interface InitialForm {
  linkedinUrl: string;
  values: FormValues;
  /** A field that is not here was typed. */
  standing: Partial<Record<TextName, Standing>>;
  /** The name as LinkedIn shows it, where that is not the clean one. */
  shownName: string | null;
  /** The current roles on the page; offered when there are several. */
  roles: Role[];
}

const blank: FormValues = {
  ...(Object.fromEntries(TEXT_NAMES.map((name) => [name, ""])) as Record<TextName, string>),
  role: "candidate",
  jobs: [],
  client: null,
  list: null,
};

export function formFromProfile(profile: ProfileReading): InitialForm {
  const shown = profile.name?.value ?? "";
  const clean = cleanName(shown);
  return {
    linkedinUrl: profile.linkedinUrl,
    values: {
      ...blank,
      name: clean,
      ...nameParts(clean),
      currentJobTitle: profile.currentJobTitle?.value ?? "",
      companyName: profile.companyName?.value ?? "",
      location: profile.location?.value ?? "",
      emails: profile.emails.join(SEPARATOR),
      ...phoneValues(profile.phones),
    },
    standing: {
      name: standing(profile.name),
      currentJobTitle: standing(profile.currentJobTitle),
      companyName: standing(profile.companyName),
      location: standing(profile.location),
    },
    shownName: shown === clean ? null : shown,
    roles: profile.currentRoles,
  };
}

/** A layout nobody knows yet: the address is sure, the rest is hers to type. */
export function emptyForm(linkedinUrl: string): InitialForm {
  return { linkedinUrl, values: blank, standing: {}, shownName: null, roles: [] };
}

/** The form of a draft, to be gone on with. */
export function formOfDraft(draft: SaveDraft): FormValues {
  return {
    name: draft.name,
    currentJobTitle: draft.currentJobTitle ?? "",
    companyName: draft.companyName ?? "",
    location: draft.location ?? "",
    jobName: draft.jobName ?? "",
    note: draft.note ?? "",
    taskText: draft.task?.text ?? "",
    taskDue: draft.task?.dueDate ?? "",
    workEmail: draft.workEmail ?? "",
    personalEmail: draft.personalEmail ?? "",
    emails: (draft.emails ?? []).join(SEPARATOR),
    workPhone: draft.workPhone ?? "",
    mobilePhone: draft.mobilePhone ?? "",
    phoneNumbers: (draft.phoneNumbers ?? []).join(SEPARATOR),
    firstName: draft.firstName ?? "",
    lastName: draft.lastName ?? "",
    externalSourceId: draft.externalSourceId ?? "",
    role: draft.role,
    jobs: draft.jobs,
    client: draft.client ?? null,
    list: draft.list ?? null,
  };
}

/** First and last name of a display name; both "" where the split is not certain. */
export function nameParts(name: string): Pick<FormValues, "firstName" | "lastName"> {
  return splitName(cleanName(name)) ?? { firstName: "", lastName: "" };
}

export function isMore(key: FormKey): boolean {
  return key === "list" || MORE_NAMES.some((name) => name === key);
}

export const isCandidate = ({ role }: Pick<FormValues, "role">) => role !== "client_contact";
export const isContact = ({ role }: Pick<FormValues, "role">) => role !== "candidate";

function standing(field: Field | null): Standing {
  if (field === null) return "not_found";
  if (field.sure) return "sure";
  return field.source === "headline" ? "guess_headline" : "guess";
}

/** Stardex has one mobile and one work number; every other one goes to the further numbers. */
function phoneValues(phones: ProfileReading["phones"]) {
  const first = (kind: PhoneKind) => phones.find((phone) => phone.kind === kind);
  const [mobile, work] = [first("mobile"), first("work")];
  const others = phones.filter((phone) => phone !== mobile && phone !== work);
  return {
    mobilePhone: mobile?.value ?? "",
    workPhone: work?.value ?? "",
    phoneNumbers: others.map(({ value }) => value).join(SEPARATOR),
  };
}

const SEPARATOR = ", ";

/** Several values of one line, as typed or pasted, each once. */
function several(text: string): string[] {
  const parts = text.split(/[,;\n]/).map((part) => part.trim());
  return [...new Set(parts.filter(Boolean))];
}

/** Where the further values of a line go. */
const FURTHER: Partial<Record<TextName, "emails" | "phoneNumbers">> = {
  workEmail: "emails",
  personalEmail: "emails",
  emails: "emails",
  workPhone: "phoneNumbers",
  mobilePhone: "phoneNumbers",
  phoneNumbers: "phoneNumbers",
};

/**
 * What a paste of several values into one field changes: a line break would be lost in it, and a field
 * for one address takes one. Null: the browser's own paste will do.
 */
export function pasted(name: TextName, text: string, values: FormValues): Partial<FormValues> | null {
  const parts = several(text);
  const further = FURTHER[name];
  if (!further || parts.length < 2) return null;
  const takesFirst = name !== further && values[name].trim() === "";
  const rest = takesFirst ? parts.slice(1) : parts;
  return {
    ...(takesFirst && { [name]: parts[0] }),
    [further]: several([values[further], ...rest].join("\n")).join(SEPARATOR),
  };
}

/** Words, and what fills their placeholders. */
export type FormError = readonly [words: WordKey, ...values: number[]];
export type FormErrors = Partial<Record<FormKey, FormError>>;

/** Far beyond any real value: a page pasted by mistake is told before Stardex refuses it. */
const LONGEST_LINE = 500;
const LONGEST_NOTE = 20_000;

const isEmail = (text: string) => z.email().safeParse(text).success;

/** What is wrong at which field. */
export function errorsOf(values: FormValues): FormErrors {
  const errors: FormErrors = {};
  for (const name of TEXT_NAMES) {
    const limit = name === "note" ? LONGEST_NOTE : LONGEST_LINE;
    const isLong =
      FURTHER[name] === name ? several(values[name]).some(isOver(limit)) : isOver(limit)(values[name]);
    if (isLong) errors[name === "jobName" ? "jobs" : name] = ["error_too_long", limit];
  }
  if (values.name.trim() === "") errors.name = ["error_name_blank"];
  if (isContact(values) && values.client === null) errors.client = ["error_client_blank"];
  if (values.taskDue !== "" && values.taskText.trim() === "") errors.taskText = ["error_task_blank"];
  for (const name of ["workEmail", "personalEmail"] as const) {
    const text = values[name].trim();
    if (text !== "" && !isEmail(text)) errors[name] = ["error_email"];
  }
  if (!several(values.emails).every(isEmail)) errors.emails = ["error_emails"];
  return errors;
}

/** The first field with an error, from the top of the form. */
export function firstOf(errors: FormErrors): FormKey | undefined {
  const order: FormKey[] = [...MAIN_FIELDS.map(({ name }) => name), "jobs", "client", ...MORE_NAMES];
  return order.find((key) => errors[key]);
}

const isOver = (limit: number) => (text: string) => text.trim().length > limit;

/** The API's name of a refused field -> the form's. */
const KEY_OF_FIELD: Record<string, FormKey> = {
  name: "name",
  first_name: "firstName",
  last_name: "lastName",
  current_job_title: "currentJobTitle",
  company_name: "companyName",
  linkedin_location: "location",
  emails: "emails",
  work_email: "workEmail",
  personal_email: "personalEmail",
  work_phone: "workPhone",
  mobile_phone: "mobilePhone",
  phone_numbers: "phoneNumbers",
  external_source_id: "externalSourceId",
  notes: "note",
  activity_content: "note",
  job_id: "jobs",
  job_name: "jobs",
  stage_id: "jobs",
  client_id: "client",
  client_name: "client",
  content_text: "taskText",
  due_date: "taskDue",
};

/** The field a refusal of Stardex is about, where it says one that the form has. */
export function refusedKey(apiField: string | undefined): FormKey | undefined {
  return apiField === undefined ? undefined : KEY_OF_FIELD[apiField];
}

/** What the form says of her, to be held against what Stardex has; what is no address is left out. */
export function personValues(linkedinUrl: string, values: FormValues): PersonValues {
  const { emails, phoneNumbers } = values;
  const texts = PERSON_TEXTS.map((name) => [name, values[name].trim()] as const);
  const isGood = ([name, value]: (typeof texts)[number]) =>
    value !== "" && (FURTHER[name] !== "emails" || isEmail(value));
  return {
    linkedinUrl,
    ...Object.fromEntries(texts.filter(isGood)),
    emails: several(emails).filter(isEmail),
    phoneNumbers: several(phoneNumbers),
  };
}

const PERSON_TEXTS = [
  "name",
  "firstName",
  "lastName",
  "currentJobTitle",
  "companyName",
  "location",
  "workEmail",
  "personalEmail",
  "workPhone",
  "mobilePhone",
] as const;

/** The draft these values make, or what is wrong at which field. */
export function toDraft(
  linkedinUrl: string,
  values: FormValues,
): { draft: SaveDraft; errors?: never } | { draft?: never; errors: FormErrors } {
  const errors = errorsOf(values);
  if (Object.keys(errors).length > 0) return { errors };
  const { role, jobs, jobName, client, list, taskText, taskDue, emails, phoneNumbers, ...texts } = values;
  const filled = Object.entries(texts).filter(([, value]) => value.trim() !== "");
  const onJobs = isCandidate(values) ? jobs : [];
  const hint = isCandidate(values) && jobs.length === 0 ? jobName.trim() : "";
  return {
    draft: saveDraftSchema.parse({
      linkedinUrl,
      ...Object.fromEntries(filled),
      ...(several(emails).length > 0 && { emails: several(emails) }),
      ...(several(phoneNumbers).length > 0 && { phoneNumbers: several(phoneNumbers) }),
      role,
      jobs: onJobs,
      ...(hint && { jobName: hint }),
      ...(isContact(values) && client && { client }),
      ...(list && { list }),
      ...(taskText.trim() && { task: { text: taskText, ...(taskDue && { dueDate: taskDue }) } }),
    }),
  };
}
