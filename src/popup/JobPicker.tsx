import { useId, useState } from "preact/hooks";
import type { Job } from "../save.ts";
import { problemTitle } from "../ui/problem-words.ts";
import { t } from "../ui/words.ts";
import { useJobOffer } from "./job-search.ts";
import "./job-picker.css";

interface Props {
  job: Job | null;
  recent: Job[];
  isLocked: boolean;
  onPick: (job: Job | null) => void;
}

/** The job she becomes a candidate on. An editable combobox with a list (WAI-ARIA APG), one job at a time. */
export function JobPicker({ job, recent, isLocked, onPick }: Props) {
  const id = useId();
  const [text, setText] = useState("");
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const { jobs, isSearching, problem } = useJobOffer(text, isOpen, recent);
  const activeJob = isOpen ? jobs[Math.min(active, jobs.length - 1)] : undefined;

  function close() {
    setOpen(false);
    setText("");
    setActive(0);
  }

  function pick(picked: Job | null) {
    onPick(picked);
    close();
  }

  function move(step: number) {
    setOpen(true);
    if (jobs.length > 0) setActive((jobs.length + active + step) % jobs.length);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.isComposing) return;
    if (event.key === "ArrowDown") move(isOpen ? 1 : 0);
    else if (event.key === "ArrowUp") move(-1);
    else if (event.key === "Enter" && activeJob) pick(activeJob);
    // Esc closes the list first; without a list it closes the popup, as everywhere.
    else if (event.key === "Escape" && isOpen) close();
    else if ((event.key === "Backspace" || event.key === "Delete") && text === "" && job) pick(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div class="field job-picker">
      <div class="field-head">
        <label for={id}>{t("field_job")}</label>
        {job && !isLocked && (
          <button type="button" class="link-button" onClick={() => pick(null)}>
            {t("job_remove")}
          </button>
        )}
      </div>
      <input
        id={id}
        class="control"
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={activeJob && `${id}-${activeJob.id}`}
        autoComplete="off"
        spellcheck={false}
        readOnly={isLocked}
        placeholder={t("job_placeholder")}
        value={isOpen ? text : (job?.name ?? "")}
        title={job ? fullName(job) : ""}
        onClick={() => !isLocked && setOpen(true)}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setActive(0);
          setOpen(true);
        }}
        onKeyDown={onKeyDown}
        onBlur={close}
      />
      <p class="hint">{job && !isOpen && job.clientCompanyName}</p>
      <div class="offer" hidden={!isOpen}>
        <div id={`${id}-list`} role="listbox" aria-label={t("field_job")}>
          {jobs.map((offered) => (
            <div
              key={offered.id}
              id={`${id}-${offered.id}`}
              role="option"
              tabIndex={-1}
              aria-selected={offered === activeJob}
              class="option"
              // The box keeps the focus, so the click arrives before the list closes.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => pick(offered)}
              onKeyDown={() => undefined}
            >
              <span class="option-name">{offered.name}</span>
              <span class="option-detail">{detail(offered)}</span>
            </div>
          ))}
        </div>
        <p class="offer-note" role="status">
          {offerNote(isSearching, problem && problemTitle(problem), jobs.length)}
        </p>
      </div>
    </div>
  );
}

function offerNote(isSearching: boolean, problem: string | null, found: number): string {
  if (isSearching) return t("job_searching");
  if (problem !== null) return t("job_search_failed", problem);
  return found === 0 ? t("job_none") : "";
}

function detail(job: Job): string {
  const count = job.candidateCount === null ? null : t("job_candidates", job.candidateCount);
  return [job.clientCompanyName, job.location, count].filter(Boolean).join(" · ");
}

function fullName(job: Job): string {
  return [job.name, job.clientCompanyName].filter(Boolean).join(" · ");
}
