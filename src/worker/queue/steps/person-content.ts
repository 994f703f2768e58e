/** What a save sends of its person, in the API's own field names. */
import { isSameContact } from "../../../model/contact-values.ts";
import type { PersonUpdate, SaveDraft } from "../../../model/save.ts";
import { type PersonField, personFieldNames } from "../../../stardex/field-names.ts";
import type { PersonBody, PersonPatch } from "../../../stardex/person-body.ts";
import { StardexError } from "../../../stardex/stardex-error.ts";
import type { ContactRow, Person } from "../../../stardex/types.ts";

const PLAIN_FIELDS = [
  "firstName",
  "lastName",
  "currentJobTitle",
  "companyName",
  "location",
] as const satisfies PersonField[];

const EMAIL_FIELDS = ["workEmail", "personalEmail"] as const;
const PHONE_FIELDS = ["workPhone", "mobilePhone"] as const;

/** A new person, with the first job. `enrich_record` is always true: the product's promise. */
export function personBody(draft: SaveDraft): PersonBody {
  const [first] = draft.jobs;
  return {
    name: draft.name.trim(),
    linkedin_url: draft.linkedinUrl,
    enrich_record: true,
    ...fieldsIn(draft, [...PLAIN_FIELDS, ...EMAIL_FIELDS, ...PHONE_FIELDS, "externalSourceId"]),
    ...(draft.emails?.length && { emails: draft.emails }),
    ...(draft.phoneNumbers?.length && { phone_numbers: draft.phoneNumbers }),
    ...filled("notes", draft.note),
    ...(first ? { job_id: first.job.id } : filled("job_name", draft.jobName)),
    ...clientPart(draft.client),
  };
}

/**
 * A known person as a client contact, on a job by its title, with an external id. No update knows of these, so it
 * is a second creation, which matches on the URL; it names nothing else but what Stardex has, so whatever it does
 * to fields changes none.
 */
export function secondCreationBody(draft: SaveDraft, jobName: string | undefined): PersonBody {
  return {
    name: (draft.known?.update.name ?? draft.known?.name)?.trim() || draft.name.trim(),
    linkedin_url: draft.known?.linkedinUrl ?? draft.linkedinUrl,
    enrich_record: true,
    ...clientPart(draft.client),
    ...filled("external_source_id", draft.known?.update.externalSourceId),
    ...filled("job_name", jobName),
  };
}

/**
 * `now` is the record as it is, read right before: its lists are replaced as a whole, so they are merged
 * here. Throws `contacts_unreadable` where a list would lose a row that could not be read.
 */
export function personPatch(
  update: PersonUpdate,
  jobId: string | undefined,
  now: Pick<Person, "emailRows" | "phoneRows"> | null,
): PersonPatch {
  const emailFields = fieldsIn(update, EMAIL_FIELDS);
  const phoneFields = fieldsIn(update, PHONE_FIELDS);
  const emails = mergeRows(now?.emailRows, emailFields, update.addEmails, "emails");
  const phones = mergeRows(now?.phoneRows, phoneFields, update.addPhones, "phone_numbers");
  return {
    enrich_record: true,
    ...fieldsIn(update, ["name", ...PLAIN_FIELDS, "linkedinUrl"]),
    ...(emails ? { emails } : emailFields),
    ...(phones ? { phone_numbers: phones } : phoneFields),
    ...filled("job_id", jobId),
  };
}

function clientPart(client: SaveDraft["client"]): { client_id?: string; client_name?: string } {
  if (!client) return {};
  return client.id === null ? { client_name: client.name } : { client_id: client.id };
}

/**
 * The whole list, or undefined when there is nothing to add to it. What has a field of its own goes with
 * the list then: beside one that replaces all, the field's value might be lost.
 */
function mergeRows(
  held: ContactRow[] | null | undefined,
  fields: Record<string, string>,
  added: string[] | undefined,
  list: string,
): ContactRow[] | undefined {
  if (!added?.length) return undefined;
  if (!held) throw new StardexError({ kind: "contacts_unreadable", field: list });
  if (!added.some((value) => isMissing(held, value))) return undefined;
  const all = [...held];
  const typed = Object.entries(fields).map(([field, value]) => rowOf(kindOf(field), value));
  for (const row of [...typed, ...added.map((value) => rowOf("other", value))])
    if (isMissing(all, String(row.value))) all.push(row);
  return all;
}

function rowOf(type: string, value: string): ContactRow {
  return { contact_data_type: type, value };
}

/** `work_email` -> Stardex's name of the kind, `work`. */
const kindOf = (field: string) => field.replace(/_.*/, "");

const isMissing = (held: ContactRow[], value: string) =>
  !held.some((row) => isSameContact(String(row.value), value));

/** The fields that have a value, under the API's names. */
function fieldsIn<K extends PersonField>(
  values: { [P in K]?: unknown },
  fields: readonly K[],
): { [P in (typeof personFieldNames)[K]]?: string } {
  const entries = fields.map((field) => {
    const value = values[field];
    return [personFieldNames[field], typeof value === "string" ? value.trim() : ""] as const;
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== "")) as {
    [P in (typeof personFieldNames)[K]]?: string;
  };
}

function filled<K extends string>(name: K, value: string | undefined): { [P in K]?: string } {
  const trimmed = value?.trim();
  return (trimmed ? { [name]: trimmed } : {}) as { [P in K]?: string };
}
