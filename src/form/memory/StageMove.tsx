import { useEffect, useId, useRef, useState } from "preact/hooks";
import { t } from "../../i18n/words.ts";
import type { Candidacy, Stage } from "../../model/records.ts";
import { send } from "../../protocol/send.ts";
import { dayWords } from "./activity-words.ts";
import { type AcceptTouch, UNDO_SECONDS } from "./touch-draft.ts";

interface Props {
  candidacy: Candidacy;
  isLocked: boolean;
  accept: AcceptTouch;
}

type Move = { stage: Stage; saveId: string; isSent: boolean };

/** The stage on one job; a press on it offers the others, and one more moves the person there. */
export function StageMove({ candidacy, isLocked, accept }: Props) {
  const id = useId();
  const toggle = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [move, setMove] = useState<Move | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const current = move?.stage.name ?? candidacy.stageName ?? t("stage_unknown");
  const job = candidacy.jobName ?? candidacy.jobId;

  useEffect(() => {
    if (!move || move.isSent) return;
    const timer = setTimeout(() => setMove({ ...move, isSent: true }), UNDO_SECONDS * 1000);
    return () => clearTimeout(timer);
  }, [move]);

  async function moveTo(stage: Stage) {
    setOpen(false);
    toggle.current?.focus();
    const accepted = await accept(
      {
        move: {
          jobId: candidacy.jobId,
          jobName: candidacy.jobName,
          candidateId: candidacy.candidateId || null,
          stage,
        },
      },
      { graceSeconds: UNDO_SECONDS },
    );
    setFailure(accepted.failure ?? null);
    if (accepted.id !== undefined) setMove({ stage, saveId: accepted.id, isSent: false });
  }

  async function undo({ saveId }: Move) {
    const { ok } = await send("save.undo", { id: saveId }).catch(() => ({ ok: false }));
    if (ok) setMove(null);
    else setFailure(t("stage_undo_late"));
    toggle.current?.focus();
  }

  return (
    <div class="stage-move">
      <button
        ref={toggle}
        type="button"
        class="link-button match-stage"
        aria-expanded={isOpen}
        aria-controls={id}
        aria-label={t("stage_change", job, current)}
        disabled={isLocked}
        onClick={() => setOpen(!isOpen)}
      >
        {current}
      </button>
      <span role="status">
        {move && !move.isSent && (
          <button type="button" class="link-button" onClick={() => void undo(move)}>
            {t("undo")}
          </button>
        )}
        {failure !== null && <span class="bad">{failure}</span>}
      </span>
      <div id={id} class="stage-options" hidden={!isOpen}>
        {isOpen && <StageOptions candidacy={candidacy} current={current} onPick={(s) => void moveTo(s)} />}
      </div>
    </div>
  );
}

interface OptionsProps {
  candidacy: Candidacy;
  current: string;
  onPick: (stage: Stage) => void;
}

function StageOptions({ candidacy: { jobId }, current, onPick }: OptionsProps) {
  const [stages, setStages] = useState<Stage[] | "asking" | "failed">("asking");
  useEffect(() => {
    send("jobs.stages", { jobId }).then(
      (answer) => setStages(answer.ok ? answer.stages : "failed"),
      () => setStages("failed"),
    );
  }, [jobId]);
  if (stages === "asking") return <p class="quiet">{t("stage_asking")}</p>;
  if (stages === "failed" || stages.length === 0) return <p class="quiet">{t("stage_failed")}</p>;
  return stages.map((stage) => (
    <button
      key={stage.id}
      type="button"
      class="chip"
      aria-pressed={stage.name === current}
      disabled={stage.name === current}
      onClick={() => onPick(stage)}
    >
      {stage.name}
    </button>
  ));
}

/** "since 12 Mar", where Stardex tells. */
export function sinceWords(since: string | null, now: Date): string | null {
  return since === null ? null : t("stage_since", dayWords(since, now));
}
