import { useRef } from "preact/hooks";
import { t } from "../../i18n/words.ts";
import type { Candidacy, Stage } from "../../model/records.ts";
import type { PlacedJob } from "../../model/save.ts";
import { CheckIcon, RemoveIcon } from "../../ui/icons.tsx";
import { candidacyWords } from "./candidacy-words.ts";

interface Props {
  placed: PlacedJob;
  /** The person's place on it, when there is one already. */
  candidacy: Candidacy | undefined;
  /** Undefined until asked for, null when that failed. */
  stages: Stage[] | null | undefined;
  isLocked: boolean;
  /** The next Backspace takes it out. */
  isArmed: boolean;
  onOpenStages: () => Promise<unknown>;
  /** Undefined for the first one, where Stardex puts the person by itself. */
  onStage: (stage: Stage | undefined) => void;
  onRemove: () => void;
}

/** A job the person goes on: its name and client, the stage, and a way out. */
export function ChosenJob(props: Props) {
  const { placed, candidacy, stages, isLocked, isArmed, onOpenStages, onStage, onRemove } = props;
  const { job, stage } = placed;
  return (
    <li class="chosen-job" data-armed={isArmed}>
      <div class="chosen-words" title={[job.name, job.clientCompanyName].filter(Boolean).join(" · ")}>
        <span class="chosen-name" dir="auto">
          {job.name}
        </span>
        <span class="chosen-client" dir="auto">
          {job.clientCompanyName}
        </span>
      </div>
      {candidacy ? (
        <AlreadyOn candidacy={candidacy} />
      ) : (
        <StageSelect
          label={t("job_stage", job.name)}
          stage={stage}
          stages={stages}
          isLocked={isLocked}
          onOpen={onOpenStages}
          onStage={onStage}
        />
      )}
      <RemoveButton label={t("job_remove", job.name)} isLocked={isLocked} onRemove={onRemove} />
    </li>
  );
}

/** A second entry on one job is never made; where the person stands on it is moved in Stardex. */
function AlreadyOn({ candidacy }: { candidacy: Candidacy }) {
  const words = candidacyWords(candidacy);
  return (
    <span class="already-on" title={words}>
      <CheckIcon size={14} /> <span>{words}</span>
    </span>
  );
}

interface TitleProps {
  title: string;
  isLocked: boolean;
  isArmed: boolean;
  onRemove: () => void;
}

/** A title that may fit a job in Stardex. */
export function ChosenTitle({ title, isLocked, isArmed, onRemove }: TitleProps) {
  return (
    <li class="chosen-job" data-armed={isArmed}>
      <div class="chosen-words">
        <span class="chosen-name" dir="auto">
          {title}
        </span>
        <span class="chosen-client">{t("job_title_hint")}</span>
      </div>
      <RemoveButton label={t("job_remove", title)} isLocked={isLocked} onRemove={onRemove} />
    </li>
  );
}

function RemoveButton(props: { label: string; isLocked: boolean; onRemove: () => void }) {
  return (
    <button
      type="button"
      class="remove"
      aria-label={props.label}
      disabled={props.isLocked}
      onClick={props.onRemove}
    >
      <RemoveIcon />
    </button>
  );
}

interface StageProps {
  label: string;
  stage: Stage | undefined;
  stages: Stage[] | null | undefined;
  isLocked: boolean;
  onOpen: () => Promise<unknown>;
  onStage: (stage: Stage | undefined) => void;
}

/** Opening keys of a closed select; the rest of the keys leave it or do nothing. */
const OPENING = new Set(["ArrowDown", "ArrowUp", "Enter", " "]);

/** The job's stages; asked for when it is opened, since most people start at the first. */
function StageSelect({ label, stage, stages, isLocked, onOpen, onStage }: StageProps) {
  const select = useRef<HTMLSelectElement>(null);
  const [first, ...others] = stages ?? [];

  function openOnceLoaded(event: Event) {
    if (stages || isLocked) return;
    event.preventDefault();
    select.current?.focus();
    void onOpen().then(() => {
      try {
        select.current?.showPicker();
      } catch {
        // It opens at the next click: the browser saw this one too long ago, or cannot.
      }
    });
  }

  return (
    <span class="stage-box" title={stage?.name ?? first?.name ?? ""}>
      <select
        ref={select}
        class="stage"
        aria-label={label}
        disabled={isLocked}
        value={stage?.id ?? ""}
        onMouseDown={openOnceLoaded}
        onKeyDown={(event) => {
          if (OPENING.has(event.key) && !event.ctrlKey && !event.metaKey) openOnceLoaded(event);
        }}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          onStage(others.find(({ id }) => id === chosen));
        }}
      >
        <option value="">{first?.name ?? t("stage_first")}</option>
        {stages === null && <option disabled>{t("stage_failed")}</option>}
        {/* The stage of a draft, before its job's stages are known. */}
        {stage && !others.some(({ id }) => id === stage.id) && <option value={stage.id}>{stage.name}</option>}
        {others.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </span>
  );
}
