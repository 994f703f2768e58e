/** What a save came to, as far as Stardex has said so. */

import { t } from "../../i18n/words.ts";
import type { SaveRecord } from "../../model/save.ts";

export function savedTitle(record: SaveRecord): string {
  return t(isAlreadyThere(record) ? "saved_already_title" : "saved_title");
}

/** What happened, in a line or two; a job that Stardex did not put her on must not sound like one it did. */
export function savedWords(record: SaveRecord): string {
  const { draft, outcome } = record;
  return [
    personWords(record),
    ...draft.jobs.map(({ job, stage }) => jobWords(record, job.id, job.name, stage?.name)),
    ...hintWords(record),
    ...(draft.client ? [t("saved_client", draft.client.name)] : []),
    ...(outcome?.wasKnown ? [] : [t("saved_enriched")]),
  ].join(" ");
}

function isAlreadyThere({ draft, outcome, steps }: SaveRecord): boolean {
  return (
    (outcome?.wasKnown ?? false) && draft.client === undefined && steps.every(({ kind }) => kind === "check")
  );
}

function personWords({ draft, outcome }: SaveRecord): string {
  if (!outcome?.wasKnown) return t("saved_added", draft.name);
  const isUpdated = Object.values(draft.known?.update ?? {}).some(
    (value) => value !== undefined && value.length > 0,
  );
  return t(isUpdated ? "saved_updated" : "saved_known", draft.name);
}

function jobWords({ draft, outcome }: SaveRecord, jobId: string, job: string, stage?: string): string {
  if (draft.known?.onJobs.includes(jobId)) return t("saved_job_was_on", job);
  // A creation tells the candidate's id when there is one; an update never does.
  if (!outcome?.wasKnown && jobId === draft.jobs[0]?.job.id && !outcome?.candidateIds[jobId])
    return t("saved_job_unknown", job);
  return stage === undefined ? t("saved_job", job) : t("saved_job_at", job, stage);
}

function hintWords({ draft, outcome }: SaveRecord): string[] {
  if (draft.jobName === undefined || draft.jobs.length > 0) return [];
  const key = outcome?.hintedCandidateId ? "saved_hinted" : "saved_on_no_job";
  return [t(key, draft.jobName)];
}
