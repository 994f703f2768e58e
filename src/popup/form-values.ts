/** What stands in the form, where each value came from, and the draft of a save made of it. */
import { cleanName, splitName } from "../linkedin/name.ts";
import type { Field, PhoneKind, ProfileReading, Role } from "../linkedin/reading.ts";
import { type Job, type SaveDraft, saveDraftSchema } from "../save.ts";
import type { WordKey } from "../ui/words.ts";

export const FIELD_NAMES = [
  "name",
  "currentJobTitle",
  "companyName",
  "location",
  "emails",
  "mobilePhone",
  "workPhone",
  "phoneNumbers",
] as const;
export type FieldName = (typeof FIELD_NAMES)[number];
export type FormValues = Record<FieldName, string>;

/** Contact fields are there when they hold something: LinkedIn shows contact data only in an opened overlay. */
export const FIELDS: readonly { name: FieldName; label: WordKey; isContact: boolean }[] = [
  { name: "name", label: "field_name", isContact: false },
  { name: "currentJobTitle", label: "field_job_title", isContact: false },
  { name: "companyName", label: "field_company", isContact: false },
  { name: "location", label: "field_location", isContact: false },
  { name: "emails", label: "field_emails", isContact: true },
  { name: "mobilePhone", label: "field_mobile_phone", isContact: true },
  { name: "workPhone", label: "field_work_phone", isContact: true },
  { name: "phoneNumbers", label: "field_phone_numbers", isContact: true },
];

/** `typed`: there was no reading to judge it by. */
export type Standing = "sure" | "guess" | "guess_headline" | "not_found" | "typed";

export interface InitialForm {
  linkedinUrl: string;
  values: FormValues;
  /** A field that is not here was typed. */
  standing: Partial<Record<FieldName, Standing>>;
  /** The name as LinkedIn shows it, where that is not the clean one. */
  shownName: string | null;
  /** The current roles on the page; offered when there are several. */
  roles: Role[];
}

export function formFromProfile(profile: ProfileReading): InitialForm {
  const shown = profile.name?.value ?? "";
  const clean = cleanName(shown);
  return {
    linkedinUrl: profile.linkedinUrl,
    values: {
      name: clean,
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
  const blank = Object.fromEntries(FIELD_NAMES.map((name) => [name, ""]));
  return { linkedinUrl, values: blank as FormValues, standing: {}, shownName: null, roles: [] };
}

/** The form of a draft, to be gone on with. */
export function formOfDraft(draft: SaveDraft): FormValues {
  return {
    name: draft.name,
    currentJobTitle: draft.currentJobTitle ?? "",
    companyName: draft.companyName ?? "",
    location: draft.location ?? "",
    emails: (draft.emails ?? []).join(SEPARATOR),
    mobilePhone: draft.mobilePhone ?? "",
    workPhone: draft.workPhone ?? "",
    phoneNumbers: (draft.phoneNumbers ?? []).join(SEPARATOR),
  };
}

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

/** Several values of one line, as typed or pasted. */
function several(text: string): string[] {
  return text
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter(Boolean);
}

export type FormErrors = Partial<Record<FieldName, WordKey>>;

/** The draft these values make, or what is wrong at which field. */
export function toDraft(
  linkedinUrl: string,
  values: FormValues,
  job: Job | null,
): { draft: SaveDraft; errors?: never } | { draft?: never; errors: FormErrors } {
  const { emails, phoneNumbers, ...texts } = values;
  const trimmed = Object.entries(texts).map(([name, value]) => [name, value.trim()] as const);
  const parsed = saveDraftSchema.safeParse({
    linkedinUrl,
    ...Object.fromEntries(trimmed.filter(([, value]) => value !== "")),
    ...splitName(values.name.trim()),
    ...(several(emails).length > 0 && { emails: several(emails) }),
    ...(several(phoneNumbers).length > 0 && { phoneNumbers: several(phoneNumbers) }),
    ...(job && { job }),
  });
  if (parsed.success) return { draft: parsed.data };
  const errors: FormErrors = {};
  for (const issue of parsed.error.issues) {
    if (issue.path[0] === "emails") errors.emails = "error_email";
    else errors.name = "error_name_blank";
  }
  return { errors };
}
