import * as z from "zod/mini";
import { flag, id, idOrNone, rows, rowsIn, text } from "../schemas.ts";
import type { BlankField, Candidacy, ContactRow, ContactValue, Person } from "../types.ts";
import { parseActivities } from "./activities.ts";

/**
 * A person, of GET /v1/persons/{id} or a search. Creation calls the employer `company_name`, the others
 * `current_company_name`. Location, last activity and do-not-contact are in no sample of either: taken
 * where they are there.
 */
const personRow = z.lazy(() =>
  z.looseObject({
    id,
    name: text,
    first_name: text,
    last_name: text,
    linkedin_public_id: text,
    current_job_title: text,
    current_company_name: text,
    company_name: text,
    linkedin_location: text,
    external_source_id: text,
    emails: rows,
    phones: rows,
    candidates: rows,
    last_activity_at: text,
    do_not_contact: flag,
    activities: z.catch(z.optional(z.array(z.unknown())), undefined),
  }),
);

const contactRow = z.lazy(() =>
  z.looseObject({ contact_data_type: text, value: z.union([z.string(), z.number()]) }),
);

const candidateRow = z.lazy(() =>
  z.looseObject({
    job_id: id,
    candidate_id: idOrNone,
    job_name: text,
    job_client_company_name: text,
    current_pipeline_stage_id: idOrNone,
    current_pipeline_stage_name: text,
    is_archived: flag,
    created_at: text,
    current_pipeline_stage_date: text,
  }),
);

/** Our name -> the keys an answer may have it under. */
const BLANKABLE: [BlankField, string[]][] = [
  ["firstName", ["first_name"]],
  ["lastName", ["last_name"]],
  ["currentJobTitle", ["current_job_title"]],
  ["companyName", ["current_company_name", "company_name"]],
  ["location", ["linkedin_location"]],
  ["externalSourceId", ["external_source_id"]],
];

/** The person of an answer's row, or undefined when it has no id: nothing can be done with one. */
export function parsePerson(row: unknown): Person | undefined {
  const { success, data } = personRow.safeParse(row);
  if (!success) return undefined;
  return {
    id: data.id,
    name: data.name || null,
    firstName: data.first_name || null,
    lastName: data.last_name || null,
    publicId: data.linkedin_public_id || null,
    currentJobTitle: data.current_job_title || null,
    companyName: data.current_company_name || data.company_name || null,
    location: data.linkedin_location || null,
    externalSourceId: data.external_source_id || null,
    emails: (data.emails ?? []).flatMap(contactOf),
    phones: (data.phones ?? []).flatMap(contactOf),
    candidacies: rowsIn(candidateRow, data.candidates ?? [])
      .map(candidacyOf)
      .sort(newestFirst),
    areCandidaciesTold: areAllRead((row as Record<string, unknown>).candidates),
    lastActivityAt: data.last_activity_at || null,
    blank: blankFields(row as Record<string, unknown>),
    doNotContact: data.do_not_contact ?? null,
    ...(data.activities && { activities: parseActivities(data.activities) }),
    emailRows: rowsToSendBack((row as Record<string, unknown>).emails),
    phoneRows: rowsToSendBack((row as Record<string, unknown>).phones),
  };
}

/** Stated to be empty: a key that is there, and null or "". */
function blankFields(row: Record<string, unknown>): BlankField[] {
  return BLANKABLE.flatMap(([field, keys]) => {
    const told = keys.filter((key) => key in row);
    return told.length > 0 && told.every((key) => row[key] === null || row[key] === "") ? [field] : [];
  });
}

function areAllRead(candidates: unknown): boolean {
  return Array.isArray(candidates) && candidates.every((row) => candidateRow.safeParse(row).success);
}

function rowsToSendBack(value: unknown): ContactRow[] | null {
  if (!Array.isArray(value)) return null;
  return value.every((row) => contactRow.safeParse(row).success) ? (value as ContactRow[]) : null;
}

function contactOf(row: unknown): ContactValue[] {
  const { success, data } = contactRow.safeParse(row);
  return success ? [{ type: data.contact_data_type ?? "other", value: String(data.value) }] : [];
}

function candidacyOf(row: z.infer<typeof candidateRow>): Candidacy {
  return {
    candidateId: row.candidate_id ?? null,
    jobId: row.job_id,
    jobName: row.job_name ?? null,
    clientCompanyName: row.job_client_company_name ?? null,
    stageId: row.current_pipeline_stage_id ?? null,
    stageName: row.current_pipeline_stage_name ?? null,
    isArchived: row.is_archived === true,
    createdAt: row.created_at ?? null,
    ...(row.current_pipeline_stage_date && { stageSince: row.current_pipeline_stage_date }),
  };
}

function newestFirst(a: Candidacy, b: Candidacy): number {
  return (b.createdAt ?? "").localeCompare(a.createdAt ?? "");
}
