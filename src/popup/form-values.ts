/** What stands in the form, where each value came from, and the draft of a save made of it. */
import { cleanName, splitName } from "../linkedin/name.ts";
import type { Field, ProfileReading, Role } from "../linkedin/reading.ts";
import { type Job, type SaveDraft, saveDraftSchema } from "../save.ts";
import type { WordKey } from "../ui/words.ts";

export type FieldName = "name" | "currentJobTitle" | "companyName" | "location";
export type FormValues = Record<FieldName, string>;

export const FIELDS: readonly { name: FieldName; label: WordKey }[] = [
  { name: "name", label: "field_name" },
  { name: "currentJobTitle", label: "field_job_title" },
  { name: "companyName", label: "field_company" },
  { name: "location", label: "field_location" },
];

/** `typed`: there was no reading to judge it by. */
export type Standing = "sure" | "guess" | "guess_headline" | "not_found" | "typed";

export interface InitialForm {
  linkedinUrl: string;
  values: FormValues;
  standing: Record<FieldName, Standing>;
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
  return {
    linkedinUrl,
    values: { name: "", currentJobTitle: "", companyName: "", location: "" },
    standing: { name: "typed", currentJobTitle: "typed", companyName: "typed", location: "typed" },
    shownName: null,
    roles: [],
  };
}

function standing(field: Field | null): Standing {
  if (field === null) return "not_found";
  if (field.sure) return "sure";
  return field.source === "headline" ? "guess_headline" : "guess";
}

export type FormErrors = Partial<Record<FieldName, WordKey>>;

/** The draft these values make, or what is wrong at which field. */
export function toDraft(
  linkedinUrl: string,
  values: FormValues,
  job: Job | null,
): { draft: SaveDraft; errors?: never } | { draft?: never; errors: FormErrors } {
  const trimmed = Object.entries(values).map(([name, value]) => [name, value.trim()] as const);
  const filled = Object.fromEntries(trimmed.filter(([, value]) => value !== ""));
  const split = splitName(values.name.trim());
  const parsed = saveDraftSchema.safeParse({ linkedinUrl, ...filled, ...split, ...(job && { job }) });
  if (parsed.success) return { draft: parsed.data };
  const errors: FormErrors = {};
  for (const issue of parsed.error.issues) {
    const field = FIELDS.find(({ name }) => name === issue.path[0]);
    if (field) errors[field.name] = issue.code === "too_big" ? "error_too_long" : "error_name_blank";
  }
  return { errors };
}
