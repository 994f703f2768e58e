import { currentStep, type SaveRecord, type Step } from "../model/save.ts";
import { t } from "./words.ts";

/** The step a save is at, in a recruiter's words. Undefined for the look-up, which is no part of the save to the user. */
export function stepWords(record: SaveRecord): string | undefined {
  const step = currentStep(record);
  if (!step || step.kind === "check") return undefined;
  return STEP_WORDS[step.kind](record, step);
}

const STEP_WORDS: Record<Exclude<Step["kind"], "check">, (record: SaveRecord, step: Step) => string> = {
  person: () => t("step_person"),
  client: () => t("step_client"),
  job: (record, step) => t("step_job", jobNameOf(record, step)),
  stage: (record, step) => t("step_stage", jobNameOf(record, step)),
  note: () => t("step_note"),
  list: () => t("step_list"),
  task: () => t("step_task"),
  fields: () => t("step_fields"),
  activity: () => t("step_activity"),
  move: ({ draft }) => t("step_stage", draft.touch?.move?.jobName ?? ""),
};

function jobNameOf({ draft }: SaveRecord, step: Step): string {
  const jobId = "jobId" in step ? step.jobId : null;
  return draft.jobs.find(({ job }) => job.id === jobId)?.job.name ?? "";
}
