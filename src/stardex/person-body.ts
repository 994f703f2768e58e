import type { ContactValue, KnownPerson } from "../model/records.ts";
import type { PersonUpdate, SaveDraft } from "../model/save.ts";

/** The body of POST /v1/persons; absent is not empty, so a field without a value is not there. */
export interface PersonBody {
  name: string;
  linkedin_url: string;
  enrich_record: true;
  first_name?: string;
  last_name?: string;
  current_job_title?: string;
  company_name?: string;
  linkedin_location?: string;
  work_email?: string;
  personal_email?: string;
  emails?: string[];
  work_phone?: string;
  mobile_phone?: string;
  phone_numbers?: string[];
  external_source_id?: string;
  notes?: string;
  job_id?: string;
  job_name?: string;
  client_id?: string;
  client_name?: string;
}

interface ContactRow {
  contact_data_type: string;
  value: string;
}

/** The body of PATCH /v1/persons/{id}: what is named is overwritten, the two lists as a whole. */
export interface PersonPatch {
  enrich_record?: true;
  name?: string;
  first_name?: string;
  last_name?: string;
  current_job_title?: string;
  company_name?: string;
  linkedin_location?: string;
  linkedin_url?: string;
  work_email?: string;
  personal_email?: string;
  work_phone?: string;
  mobile_phone?: string;
  emails?: ContactRow[];
  phone_numbers?: ContactRow[];
  job_id?: string;
}

/** A new person, with her first job. `enrich_record` is always true: the product's promise. */
export function personBody(draft: SaveDraft): PersonBody {
  const [first] = draft.jobs;
  return {
    name: draft.name.trim(),
    linkedin_url: draft.linkedinUrl,
    enrich_record: true,
    ...filled("first_name", draft.firstName),
    ...filled("last_name", draft.lastName),
    ...filled("current_job_title", draft.currentJobTitle),
    ...filled("company_name", draft.companyName),
    ...filled("linkedin_location", draft.location),
    ...filled("work_email", draft.workEmail),
    ...filled("personal_email", draft.personalEmail),
    ...(draft.emails?.length && { emails: draft.emails }),
    ...filled("work_phone", draft.workPhone),
    ...filled("mobile_phone", draft.mobilePhone),
    ...(draft.phoneNumbers?.length && { phone_numbers: draft.phoneNumbers }),
    ...filled("external_source_id", draft.externalSourceId),
    ...filled("notes", draft.note),
    ...(first ? { job_id: first.job.id } : filled("job_name", draft.jobName)),
    ...clientPart(draft.client),
  };
}

/**
 * A known person as a client contact. No update knows of clients, so it is a second creation, which
 * matches on the URL; it names nothing but what Stardex has, so whatever it does to fields changes none.
 */
export function clientContactBody(draft: SaveDraft): PersonBody {
  return {
    name: (draft.known?.update.name ?? draft.known?.name)?.trim() || draft.name.trim(),
    linkedin_url: draft.known?.linkedinUrl ?? draft.linkedinUrl,
    enrich_record: true,
    ...clientPart(draft.client),
  };
}

/** `now` is the record as it is, read right before: its lists are replaced as a whole, so they are merged here. */
export function personPatch(
  update: PersonUpdate,
  jobId: string | undefined,
  now: KnownPerson | null,
): PersonPatch {
  const emailFields = { work_email: update.workEmail, personal_email: update.personalEmail };
  const phoneFields = { work_phone: update.workPhone, mobile_phone: update.mobilePhone };
  const emails = merged(now?.emails ?? [], emailFields, update.addEmails);
  const phones = merged(now?.phones ?? [], phoneFields, update.addPhones);
  return {
    enrich_record: true,
    ...filled("name", update.name),
    ...filled("first_name", update.firstName),
    ...filled("last_name", update.lastName),
    ...filled("current_job_title", update.currentJobTitle),
    ...filled("company_name", update.companyName),
    ...filled("linkedin_location", update.location),
    ...filled("linkedin_url", update.linkedinUrl),
    ...(emails ? { emails } : given(emailFields)),
    ...(phones ? { phone_numbers: phones } : given(phoneFields)),
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
function merged(
  held: ContactValue[],
  fields: Record<string, string | undefined>,
  added: string[] = [],
): ContactRow[] | undefined {
  if (!added.some((value) => isMissing(held, value))) return undefined;
  const typed = Object.entries(given(fields)).map(([field, value]) => ({ type: kindOf(field), value }));
  const all = [...held];
  for (const one of [...typed, ...added.map((value) => ({ type: "other", value }))])
    if (isMissing(all, one.value)) all.push(one);
  return all.map(({ type, value }) => ({ contact_data_type: type, value }));
}

/** `work_email` -> Stardex' name of the kind, `work`. */
const kindOf = (field: string) => field.replace(/_.*/, "");

const isMissing = (held: ContactValue[], value: string) =>
  !held.some((one) => isSameContact(one.value, value));

/** The fields that have a value. */
function given(fields: Record<string, string | undefined>): Record<string, string> {
  const trimmed = Object.entries(fields).map(([field, value]) => [field, value?.trim() ?? ""] as const);
  return Object.fromEntries(trimmed.filter(([, value]) => value !== ""));
}

/** E-mail addresses in any case; numbers whatever stands between their digits. */
export function isSameContact(a: string, b: string): boolean {
  const plain = (text: string) =>
    text.includes("@") ? text.trim().toLowerCase() : text.replace(/[^\d+]/g, "") || text.trim();
  return plain(a) === plain(b);
}

function filled<K extends string>(name: K, value: string | undefined): { [P in K]?: string } {
  const trimmed = value?.trim();
  return (trimmed ? { [name]: trimmed } : {}) as { [P in K]?: string };
}
