import { useId, useRef, useState } from "preact/hooks";
import { plural } from "../../i18n/plurals.ts";
import { t } from "../../i18n/words.ts";
import type { Candidacy, Job } from "../../model/records.ts";
import type { PlacedJob } from "../../model/save.ts";
import { send } from "../../protocol/send.ts";
import { Combobox } from "../../ui/Combobox.tsx";
import { CheckIcon, PinIcon } from "../../ui/icons.tsx";
import type { Found, OptionGroup } from "../../ui/offer.ts";
import { FieldHead } from "../fields/FieldHead.tsx";
import type { FormError, FormValues } from "../form-values.ts";
import { ChosenJob, ChosenTitle } from "./ChosenJob.tsx";
import { pinJob, type RememberedJobs } from "./job-choice.ts";
import { useStages } from "./job-stages.ts";
import "./job-picker.css";

type Choice = Pick<FormValues, "jobs" | "jobName">;

interface Props extends Choice {
  /** Her places on jobs, when Stardex has her. */
  candidacies: Candidacy[];
  remembered: RememberedJobs;
  isLocked: boolean;
  error: FormError | undefined;
  onChange: (change: (now: Choice) => Partial<Choice>) => void;
  onRemembered: (jobs: RememberedJobs) => void;
}

/** A job, or a title no job has: sent as a hint. */
type Option = { job: Job } | { title: string };

/** The jobs she becomes a candidate on, each with its stage: the box adds one, the rows below are chosen. */
export function JobPicker({
  jobs,
  jobName,
  candidacies,
  remembered,
  isLocked,
  error,
  onChange,
  onRemembered,
}: Props) {
  const id = useId();
  const [text, setText] = useState("");
  const { stagesOf, load } = useStages();
  const isLockedNow = useRef(isLocked);
  isLockedNow.current = isLocked;
  const isChosen = (job: Job) => jobs.some((placed) => placed.job.id === job.id);
  const isPinned = (job: Job) => remembered.pinned.some((pinned) => pinned.id === job.id);

  function pick(option: Option) {
    if ("title" in option) return onChange(() => ({ jobName: option.title }));
    const { job } = option;
    if (isChosen(job)) return;
    onChange((now) => ({ jobs: [...now.jobs, { job }], jobName: "" }));
    void load(job.id).then((pipeline) => {
      const [, ...others] = pipeline?.stages ?? [];
      const last = others.find(({ id: stageId }) => stageId === pipeline?.lastStageId);
      // Too late for a save that is on its way.
      if (last && !isLockedNow.current) changeJob(job.id, (placed) => ({ stage: last, ...placed }));
    });
  }

  function changeJob(jobId: string, changed: (placed: PlacedJob) => PlacedJob) {
    onChange((now) => ({ jobs: now.jobs.map((one) => (one.job.id === jobId ? changed(one) : one)) }));
  }

  /** The button that was pressed goes with its row; the focus stays with the jobs. */
  function remove(jobId: string) {
    document.getElementById(id)?.focus();
    onChange((now) => ({ jobs: now.jobs.filter(({ job }) => job.id !== jobId) }));
  }

  function removeLast() {
    onChange((now) => (now.jobs.length === 0 ? { jobName: "" } : { jobs: now.jobs.slice(0, -1) }));
  }

  async function togglePin(option: Option) {
    if ("title" in option) return;
    const now = await pinJob(option.job, !isPinned(option.job));
    if (now) onRemembered(now);
  }

  async function search(words: string): Promise<Found<Option>> {
    const found = await foundJobs(words);
    const canHint = words !== "" && jobs.length === 0 && found.options.length === 0;
    return canHint ? { ...found, options: [{ title: words }] } : found;
  }

  const isAny = jobs.length > 0 || jobName !== "";
  return (
    <div class="field job-picker">
      <FieldHead id={id} label={t("field_job")} error={error} />
      <Combobox<Option>
        id={id}
        name="jobs"
        label={t("field_job")}
        text={text}
        placeholder={t(isAny ? "job_placeholder_more" : "job_placeholder")}
        isLocked={isLocked}
        hasError={error !== undefined}
        describedBy={error && `${id}-hint`}
        known={knownGroups(remembered, isChosen)}
        search={search}
        keyOf={(option) => ("job" in option ? option.job.id : "title")}
        draw={(option) =>
          "job" in option ? (
            <JobOption
              job={option.job}
              isChosen={isChosen(option.job)}
              isPinned={isPinned(option.job)}
              onPin={() => void togglePin(option)}
            />
          ) : (
            <span class="option-name">{t("job_use_title", option.title)}</span>
          )
        }
        onText={setText}
        onPick={pick}
        onClose={() => setText("")}
        onEmptyDelete={removeLast}
        onShiftEnter={(option) => void togglePin(option)}
        keysHint={t("job_keys")}
      />
      <ul class="chosen-jobs" aria-label={t("job_chosen")}>
        {jobs.map((placedJob) => (
          <ChosenJob
            key={placedJob.job.id}
            placed={placedJob}
            candidacy={candidacies.find(({ jobId }) => jobId === placedJob.job.id)}
            stages={stagesOf[placedJob.job.id]}
            isLocked={isLocked}
            onOpenStages={() => load(placedJob.job.id)}
            onStage={(stage) => changeJob(placedJob.job.id, ({ job }) => (stage ? { job, stage } : { job }))}
            onRemove={() => remove(placedJob.job.id)}
          />
        ))}
        {jobs.length === 0 && jobName !== "" && (
          <ChosenTitle title={jobName} isLocked={isLocked} onRemove={removeLast} />
        )}
      </ul>
    </div>
  );
}

async function foundJobs(text: string): Promise<Found<Option>> {
  try {
    const answer = await send("jobs.search", { text });
    if (!answer.ok) return { options: [], problem: answer.problem };
    const options = answer.jobs.map((job) => ({ job }));
    return { options, problem: null, ...(options.length === 0 && { note: t("job_none") }) };
  } catch {
    return { options: [], problem: { kind: "offline" } };
  }
}

/** What is chosen already needs no offer. */
function knownGroups(
  { pinned, recent }: RememberedJobs,
  isChosen: (job: Job) => boolean,
): OptionGroup<Option>[] {
  const others = recent.filter((job) => !pinned.some((one) => one.id === job.id));
  const groups = [
    { heading: t("job_pinned"), jobs: pinned },
    { heading: t("job_recent"), jobs: others },
  ];
  return groups
    .map(({ heading, jobs }) => ({
      heading,
      options: jobs.filter((job) => !isChosen(job)).map((job) => ({ job })),
    }))
    .filter(({ options }) => options.length > 0);
}

function JobOption(props: { job: Job; isChosen: boolean; isPinned: boolean; onPin: () => void }) {
  const { job, isChosen, isPinned } = props;
  const count = job.candidateCount === null ? null : plural("job_candidates", job.candidateCount);
  return (
    <div class="job-option">
      <div class="option-words" title={fullName(job)}>
        <span class="option-name">
          {job.name}
          {isPinned && <span class="visually-hidden">, {t("job_is_pinned")}</span>}
          {isChosen && (
            <>
              <span class="visually-hidden">, {t("job_is_chosen")}</span> <CheckIcon size={14} />
            </>
          )}
        </span>
        <span class="option-detail">
          {[job.clientCompanyName, job.location, count].filter(Boolean).join(" · ")}
        </span>
      </div>
      {/* By mouse; an option can hold no control, so by keyboard it is Shift+Enter. */}
      <span
        class="pin"
        aria-hidden="true"
        data-pinned={isPinned}
        title={t(isPinned ? "job_unpin" : "job_pin")}
        onClick={(event) => {
          event.stopPropagation();
          props.onPin();
        }}
      >
        <PinIcon isOn={isPinned} />
      </span>
    </div>
  );
}

function fullName(job: Job): string {
  return [job.name, job.clientCompanyName, job.location].filter(Boolean).join(" · ");
}
