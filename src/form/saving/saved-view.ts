/** What a save came to, as far as Stardex has said so. */
import { isolate } from "../../i18n/isolate.ts";
import { t } from "../../i18n/words.ts";
import type { PlacedJob, SaveRecord } from "../../model/save.ts";
import { knownFirstStage } from "../jobs/job-stages.ts";

interface SavedRow {
  /** Of the job, the client or the list. */
  name: string;
  /** The job's client. */
  client: string | null;
  /** The stage, or what is to be known of it. */
  place: string;
}

export interface SavedView {
  title: string;
  person: string;
  rows: SavedRow[];
  /** To be read: what did not go as asked. */
  remarks: string[];
  isBeingEnriched: boolean;
}

export function savedView(record: SaveRecord): SavedView {
  const { draft, outcome } = record;
  return {
    title: t(isAlreadyThere(record) ? "saved_already_title" : "saved_title"),
    person: personWords(record),
    rows: [
      ...draft.jobs
        .filter((placed) => !isUnconfirmed(record, placed))
        .map((placed) => jobRow(record, placed)),
      ...(outcome?.hintedCandidateId && draft.jobName
        ? [{ name: draft.jobName, client: null, place: "" }]
        : []),
      ...(draft.client ? [{ name: draft.client.name, client: null, place: t("saved_as_contact") }] : []),
    ],
    remarks: [
      ...draft.jobs
        .filter((placed) => isUnconfirmed(record, placed))
        .map(({ job }) => t("saved_job_unknown", isolate(job.name))),
      ...hintRemarks(record),
      ...externalIdRemarks(record),
    ],
    isBeingEnriched: !outcome?.wasKnown,
  };
}

function isAlreadyThere({ draft, outcome, steps }: SaveRecord): boolean {
  return (
    (outcome?.wasKnown ?? false) && draft.client === undefined && steps.every(({ kind }) => kind === "check")
  );
}

function personWords({ draft, outcome }: SaveRecord): string {
  const name = isolate(draft.name);
  if (!outcome?.wasKnown) return t("saved_added", name);
  const isUpdated = Object.values(draft.known?.update ?? {}).some(
    (value) => value !== undefined && value.length > 0,
  );
  return t(isUpdated ? "saved_updated" : "saved_known", name);
}

/** A creation tells the candidate's id when there is one; an update never does. */
function isUnconfirmed({ draft, outcome }: SaveRecord, { job }: PlacedJob): boolean {
  const isOn = draft.known?.onJobs.includes(job.id) ?? false;
  return !isOn && !outcome?.wasKnown && job.id === draft.jobs[0]?.job.id && !outcome?.candidateIds[job.id];
}

function jobRow({ draft }: SaveRecord, { job, stage }: PlacedJob): SavedRow {
  const isOn = draft.known?.onJobs.includes(job.id) ?? false;
  const place = isOn
    ? t("job_already_on_somewhere")
    : (stage?.name ?? knownFirstStage(job.id) ?? t("stage_first"));
  return { name: job.name, client: job.clientCompanyName, place };
}

function hintRemarks({ draft, outcome }: SaveRecord): string[] {
  if (draft.jobName === undefined || draft.jobs.length > 0 || outcome?.hintedCandidateId) return [];
  return [t("saved_on_no_job", isolate(draft.jobName))];
}

/** Somebody who turned out to be there may have another one, which is the firm's. */
function externalIdRemarks({ draft, outcome }: SaveRecord): string[] {
  const isSent = !outcome?.wasKnown || draft.known?.update.externalSourceId !== undefined;
  return draft.externalSourceId === undefined || isSent ? [] : [t("saved_external_id_kept")];
}
