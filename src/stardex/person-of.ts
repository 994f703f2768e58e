import type { Candidacy, ContactValue, KnownPerson } from "../model/records.ts";
import { candidateRowSchema, contactRowSchema, personRowSchema } from "./schemas.ts";

/** The person of an answer's row, or undefined when it has no id: nothing can be done with one. */
export function personOf(row: unknown): KnownPerson | undefined {
  const { success, data } = personRowSchema.safeParse(row);
  if (!success) return undefined;
  return {
    id: data.id,
    name: data.name ?? null,
    firstName: data.first_name ?? null,
    lastName: data.last_name ?? null,
    publicId: data.linkedin_public_id ?? null,
    currentJobTitle: data.current_job_title ?? null,
    companyName: data.current_company_name ?? data.company_name ?? null,
    location: data.linkedin_location ?? null,
    externalSourceId: data.external_source_id ?? null,
    emails: (data.emails ?? []).flatMap(contactOf),
    phones: (data.phones ?? []).flatMap(contactOf),
    candidacies: (data.candidates ?? []).flatMap(candidacyOf).sort(newestFirst),
    lastActivityAt: data.last_activity_at ?? null,
  };
}

function contactOf(row: unknown): ContactValue[] {
  const { success, data } = contactRowSchema.safeParse(row);
  return success ? [{ type: data.contact_data_type ?? "other", value: data.value }] : [];
}

function candidacyOf(row: unknown): Candidacy[] {
  const { success, data } = candidateRowSchema.safeParse(row);
  if (!success) return [];
  return [
    {
      candidateId: data.candidate_id ?? "",
      jobId: data.job_id,
      jobName: data.job_name ?? null,
      clientCompanyName: data.job_client_company_name ?? null,
      stageId: data.current_pipeline_stage_id ?? null,
      stageName: data.current_pipeline_stage_name ?? null,
      isArchived: data.is_archived === true,
      createdAt: data.created_at ?? null,
    },
  ];
}

function newestFirst(a: Candidacy, b: Candidacy): number {
  return (b.createdAt ?? "").localeCompare(a.createdAt ?? "");
}
