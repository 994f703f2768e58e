import type { ContactValue, KnownPerson } from "../records.ts";
import type { PersonUpdate, SaveDraft } from "../save.ts";

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
    name: draft.known?.name?.trim() || draft.name.trim(),
    linkedin_url: draft.linkedinUrl,
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
  const emails = merged(now?.emails ?? [], update.addEmails ?? []);
  const phones = merged(now?.phones ?? [], update.addPhones ?? []);
  return {
    enrich_record: true,
    ...filled("name", update.name),
    ...filled("first_name", update.firstName),
    ...filled("last_name", update.lastName),
    ...filled("current_job_title", update.currentJobTitle),
    ...filled("company_name", update.companyName),
    ...filled("linkedin_location", update.location),
    ...filled("linkedin_url", update.linkedinUrl),
    ...filled("work_email", update.workEmail),
    ...filled("personal_email", update.personalEmail),
    ...filled("work_phone", update.workPhone),
    ...filled("mobile_phone", update.mobilePhone),
    ...(emails && { emails }),
    ...(phones && { phone_numbers: phones }),
    ...filled("job_id", jobId),
  };
}

function clientPart(client: SaveDraft["client"]): { client_id?: string; client_name?: string } {
  if (!client) return {};
  return client.id === null ? { client_name: client.name } : { client_id: client.id };
}

/** Undefined when there is nothing to add. */
function merged(held: ContactValue[], added: string[]): ContactRow[] | undefined {
  const isIn = (values: string[], value: string) => values.some((one) => isSameContact(one, value));
  const kept = held.map(({ value }) => value);
  const missing = added.filter((value, n) => !isIn(kept, value) && !isIn(added.slice(0, n), value));
  if (missing.length === 0) return undefined;
  return [
    ...held.map(({ type, value }) => ({ contact_data_type: type, value })),
    ...missing.map((value) => ({ contact_data_type: "other", value })),
  ];
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
