/** Correcting a stored save: its draft as fields of text, and back. */

import type { Problem } from "../../model/problem.ts";
import { type SaveDraft, type SaveRecord, saveDraftSchema, shownDraft } from "../../model/save.ts";
import { savedFieldOf } from "../../stardex/field-names.ts";

const editFields = [
  "name",
  "currentJobTitle",
  "companyName",
  "location",
  "workEmail",
  "personalEmail",
  "emails",
  "mobilePhone",
  "workPhone",
  "phoneNumbers",
  "note",
] as const;
export type EditField = (typeof editFields)[number];
export type EditValues = Record<EditField, string>;

/** Of a known person only the changes are sent, and the lists are added to. */
const updateNames = { emails: "addEmails", phoneNumbers: "addPhones" } as const;
const lists = ["emails", "phoneNumbers"] as const;

const nameInUpdate = (field: EditField) =>
  field === "emails" || field === "phoneNumbers" ? updateNames[field] : field;
export const isList = (field: EditField) => lists.some((one) => one === field);

/** Where the words of a field are sent from. */
function holderOf(draft: SaveDraft, field: EditField): Record<string, unknown> {
  return draft.known && field !== "note" ? draft.known.update : draft;
}

function nameOf(draft: SaveDraft, field: EditField): string {
  return draft.known ? nameInUpdate(field) : field;
}

/** The fields that can be sent: all of a new person's, a known one's changes, and the note. */
export function fieldsToEdit(draft: SaveDraft): EditField[] {
  if (!draft.known) return [...editFields];
  const { update } = draft.known;
  return editFields.filter((field) => field === "note" || nameInUpdate(field) in update);
}

/** Those worth showing at once: the filled ones, and the one that Stardex refused. The others can be added. */
export function fieldsToShow(draft: SaveDraft, refused: EditField | undefined): EditField[] {
  const values = editValues(draft);
  return fieldsToEdit(draft).filter((field) => field === "name" || field === refused || values[field] !== "");
}

export function editValues(draft: SaveDraft): EditValues {
  const words = (field: EditField) => {
    const value = holderOf(draft, field)[nameOf(draft, field)];
    return Array.isArray(value) ? value.join(", ") : String(value ?? "");
  };
  return Object.fromEntries(editFields.map((field) => [field, words(field)])) as EditValues;
}

/** The draft with these words in it, or the fields that cannot be sent so. */
export function editedDraft(
  draft: SaveDraft,
  values: EditValues,
): { draft: SaveDraft } | { wrong: EditField[] } {
  const edited = structuredClone(draft);
  for (const field of fieldsToEdit(draft)) {
    const holder = holderOf(edited, field);
    const name = nameOf(edited, field);
    const words = values[field].trim();
    if (words === "") delete holder[name];
    else holder[name] = isList(field) ? words.split(/[,;\n]/).flatMap((one) => one.trim() || []) : words;
  }
  const result = saveDraftSchema.safeParse(edited);
  if (result.success) return { draft: result.data };
  const named = new Set(result.error.issues.map(({ path }) => path.find((step) => isFieldName(draft, step))));
  return { wrong: editFields.filter((field) => named.has(nameOf(draft, field))) };
}

function isFieldName(draft: SaveDraft, step: PropertyKey): boolean {
  return editFields.some((field) => nameOf(draft, field) === step);
}

/** The field Stardex refused, when it named one that can be corrected here. */
export function refusedField(problem: Problem | null): EditField | undefined {
  const field = problem?.field === undefined ? undefined : savedFieldOf(problem.field);
  const isPartOfName = field === "firstName" || field === "lastName";
  return editFields.find((one) => one === (isPartOfName ? "name" : field));
}

/** What else goes with the person, each of which can be left out. */
export type Part = { kind: "job"; id: string; name: string } | { kind: PartKind; name: string };
type PartKind = "client" | "list" | "task";

export function partsOf({ jobs, client, list, task }: SaveDraft): Part[] {
  return [
    ...jobs.map(({ job }) => ({ kind: "job" as const, id: job.id, name: job.name })),
    ...(client ? [{ kind: "client" as const, name: client.name }] : []),
    ...(list ? [{ kind: "list" as const, name: list.name }] : []),
    ...(task ? [{ kind: "task" as const, name: task.text }] : []),
  ];
}

export function withoutPart(draft: SaveDraft, part: Part): SaveDraft {
  if (part.kind === "job") return { ...draft, jobs: draft.jobs.filter(({ job }) => job.id !== part.id) };
  const { [part.kind]: _left, ...rest } = draft;
  return rest;
}

/** A save as text, for the clipboard. */
export function saveAsText(save: SaveRecord): string {
  const draft = shownDraft(save);
  const { name, currentJobTitle, companyName, location, linkedinUrl, note } = draft;
  const contacts = [draft.workEmail, draft.personalEmail, ...(draft.emails ?? [])];
  const phones = [draft.mobilePhone, draft.workPhone, ...(draft.phoneNumbers ?? [])];
  const lines = [
    name,
    [currentJobTitle, companyName].filter(Boolean).join(", "),
    location,
    linkedinUrl,
    ...contacts,
    ...phones,
    ...partsOf(draft).map((part) => part.name),
    note,
    draft.touch?.activity?.text,
  ];
  return lines.filter(Boolean).join("\n");
}
