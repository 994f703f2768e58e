import { useId, useRef } from "preact/hooks";
import { isolate } from "../../i18n/isolate.ts";
import { t } from "../../i18n/words.ts";
import type { Candidacy, Job } from "../../model/records.ts";
import type { PlacedJob } from "../../model/save.ts";
import { Combobox } from "../../ui/combobox/Combobox.tsx";
import { useArmedRemoval } from "../../ui/combobox/use-armed-removal.ts";
import { FieldHead } from "../fields/FieldHead.tsx";
import type { Changes, FormAction, FormState } from "../state/form-state.ts";
import type { FormError } from "../values/form-errors.ts";
import type { FormValues } from "../values/form-values.ts";
import { ChosenJob, ChosenTitle } from "./ChosenJob.tsx";
import { JobOption } from "./JobOption.tsx";
import { pinJob, type RememberedJobs } from "./job-choice.ts";
import { findJobs, type JobSuggestion, knownGroups } from "./job-search.ts";
import { useStages } from "./job-stages.ts";
import { useMyJobs } from "./use-my-jobs.ts";
import "./job-picker.css";

interface Props extends Pick<FormValues, "jobs" | "jobName" | "jobText"> {
  /** The person's places on jobs, when Stardex has the person. */
  candidacies: Candidacy[];
  remembered: RememberedJobs;
  removedJob: FormState["removedJob"];
  isLocked: boolean;
  error: FormError | undefined;
  dispatch: (action: FormAction) => void;
  onRemembered: (jobs: RememberedJobs) => void;
}

/** In the place of an id: the row of a job that is only named. */
const NAME_ALONE = "name";

/** The jobs the person becomes a candidate on, each with its stage: the box adds one, the rows below are chosen. */
export function JobPicker(props: Props) {
  const { jobs, jobName, jobText, candidacies, remembered, removedJob, isLocked, error, dispatch } = props;
  const id = useId();
  const { stagesOf, load } = useStages();
  const isLockedNow = useRef(isLocked);
  isLockedNow.current = isLocked;
  const mine = useMyJobs();
  const isChosen = (job: Job) => jobs.some((placed) => placed.job.id === job.id);
  const isPinned = (job: Job) => remembered.pinned.some((pinned) => pinned.id === job.id);
  const placeOn = (job: Job) => candidacies.find(({ jobId }) => jobId === job.id);
  const change = (changes: Changes) => dispatch({ type: "changed", changes });
  const removal = useArmedRemoval({
    last: jobs.at(-1)?.job.id ?? (jobName === "" ? null : NAME_ALONE),
    remove: (jobId) =>
      jobId === NAME_ALONE ? change({ jobName: "" }) : dispatch({ type: "job_removed", jobId }),
    restore: removedJob && (() => dispatch({ type: "job_restored" })),
  });

  function pick(option: JobSuggestion) {
    if ("title" in option) return change({ jobName: option.title, jobText: "" });
    const { job } = option;
    if (isChosen(job)) return change({ jobText: "" });
    change((now) => ({ jobs: [...now.jobs, { job }], jobName: "", jobText: "" }));
    void load(job.id).then((pipeline) => {
      const [, ...others] = pipeline?.stages ?? [];
      const last = others.find(({ id: stageId }) => stageId === pipeline?.lastStageId);
      // Too late for a save that is on its way.
      if (last && !isLockedNow.current) changeJob(job.id, (placed) => ({ stage: last, ...placed }));
    });
  }

  function changeJob(jobId: string, changed: (placed: PlacedJob) => PlacedJob) {
    change((now) => ({ jobs: now.jobs.map((one) => (one.job.id === jobId ? changed(one) : one)) }));
  }

  /** The button that was clicked goes with its row; the focus stays with the jobs. */
  function remove(jobId: string) {
    document.getElementById(id)?.focus();
    dispatch({ type: "job_removed", jobId });
  }

  async function togglePin(option: JobSuggestion) {
    if ("title" in option) return;
    const now = await pinJob(option.job, !isPinned(option.job));
    if (now) props.onRemembered(now);
  }

  const isAny = jobs.length > 0 || jobName !== "";
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the box is what is used; its events only pass here.
    <div class="field job-picker" onKeyDown={mine.load} onPointerDown={mine.load}>
      <FieldHead id={id} label={t("field_job")} shortcut={t("job_shortcut")} error={error} />
      <Combobox<JobSuggestion>
        id={id}
        name="jobs"
        label={t("field_job")}
        text={jobText}
        placeholder={t(isAny ? "job_placeholder_more" : "job_placeholder")}
        isLocked={isLocked}
        hasError={error !== undefined}
        describedBy={error && `${id}-hint`}
        shortcut="Alt+J"
        known={knownGroups(remembered, mine.jobs, isChosen)}
        search={(words) => findJobs(words, jobs.length === 0)}
        keyOf={(option) => ("job" in option ? option.job.id : "title")}
        // A name that no job has is sent only when the user moves to it.
        isPreselected={(option) => "job" in option}
        draw={(option, words) =>
          "job" in option ? (
            <JobOption
              job={option.job}
              words={words}
              isChosen={isChosen(option.job)}
              candidacy={placeOn(option.job)}
              isPinned={isPinned(option.job)}
              onPin={() => void togglePin(option)}
            />
          ) : (
            <span class="option-name">{t("job_use_title", option.title)}</span>
          )
        }
        onText={(text) => change({ jobText: text })}
        onPick={pick}
        onEmptyKey={removal.onKey}
        onBlur={removal.disarm}
        onShiftEnter={(option) => void togglePin(option)}
        keysHint={t("job_keys")}
      />
      <ul class="chosen-jobs" aria-label={t("job_chosen")}>
        {jobs.map((placedJob) => (
          <ChosenJob
            key={placedJob.job.id}
            placed={placedJob}
            candidacy={placeOn(placedJob.job)}
            stages={stagesOf[placedJob.job.id]}
            isLocked={isLocked}
            isArmed={removal.armed === placedJob.job.id}
            onOpenStages={() => load(placedJob.job.id)}
            onStage={(stage) => changeJob(placedJob.job.id, ({ job }) => (stage ? { job, stage } : { job }))}
            onRemove={() => remove(placedJob.job.id)}
          />
        ))}
        {jobs.length === 0 && jobName !== "" && (
          <ChosenTitle
            title={jobName}
            isLocked={isLocked}
            isArmed={removal.armed === NAME_ALONE}
            onRemove={() => change({ jobName: "" })}
          />
        )}
      </ul>
      {!isAny && removedJob === null && <p class="no-job">{t("job_none_chosen")}</p>}
      {removedJob && !isLocked && (
        <p class="no-job">
          <span>{t("job_removed", isolate(removedJob.placed.job.name))}</span>
          <button type="button" class="link-button" onClick={() => dispatch({ type: "job_restored" })}>
            {t("undo")}
          </button>
        </p>
      )}
      <p class="visually-hidden" role="status">
        {removal.armed !== null && t("job_armed")}
      </p>
    </div>
  );
}
