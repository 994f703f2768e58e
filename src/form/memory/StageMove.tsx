import { useEffect, useId, useRef, useState } from "preact/hooks";
import { t } from "../../i18n/words.ts";
import type { Stage } from "../../model/records.ts";
import { send } from "../../protocol/send.ts";
import { type AcceptTouch, UNDO_SECONDS } from "./touch/touch-draft.ts";
import "./memory.css";

interface Props {
  jobId: string;
  jobName: string | null;
  /** Null when it is not known: then Stardex is asked for it before the move. */
  candidateId: string | null;
  stageName: string | null;
  isLocked: boolean;
  accept: AcceptTouch;
  /** False: the move was taken back. */
  onMoved?: (hasMoved: boolean) => void;
}

type Move = { stage: Stage; saveId: string; canUndo: boolean };

/** The stage on one job: a click shows the others, and a click on one of them moves the person there. */
export function StageMove({ jobId, jobName, candidateId, stageName, isLocked, accept, onMoved }: Props) {
  const id = useId();
  const toggle = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [move, setMove] = useState<Move | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const current = move?.stage.name ?? stageName;

  useEffect(() => {
    if (!move?.canUndo) return;
    const timer = setTimeout(() => setMove({ ...move, canUndo: false }), UNDO_SECONDS * 1000);
    return () => clearTimeout(timer);
  }, [move]);

  async function moveTo(stage: Stage) {
    setOpen(false);
    toggle.current?.focus();
    const accepted = await accept(
      { move: { jobId, jobName, candidateId, stage } },
      { graceSeconds: UNDO_SECONDS },
    );
    setFailure(accepted.failure ?? null);
    if (accepted.id === undefined) return;
    setMove({ stage, saveId: accepted.id, canUndo: true });
    onMoved?.(true);
  }

  async function undo({ saveId }: Move) {
    const { ok } = await send("save.undo", { id: saveId }).catch(() => ({ ok: false }));
    toggle.current?.focus();
    if (!ok) return setFailure(t("stage_undo_late"));
    setMove(null);
    onMoved?.(false);
  }

  return (
    <>
      <button
        ref={toggle}
        type="button"
        class="link-button"
        aria-expanded={isOpen}
        aria-controls={id}
        aria-label={
          current === null
            ? [t("stage_move"), jobName].filter(Boolean).join(": ")
            : t("stage_change", jobName ?? "", current)
        }
        disabled={isLocked}
        onClick={() => setOpen(!isOpen)}
      >
        {current ?? t("stage_move")}
      </button>
      <span role="status">
        {move?.canUndo && (
          <button type="button" class="link-button" onClick={() => void undo(move)}>
            {t("undo")}
          </button>
        )}
        {failure !== null && <span class="bad">{failure}</span>}
      </span>
      <div id={id} class="stage-options" hidden={!isOpen}>
        {isOpen && <StageOptions jobId={jobId} current={current} onPick={(stage) => void moveTo(stage)} />}
      </div>
    </>
  );
}

interface OptionsProps {
  jobId: string;
  current: string | null;
  onPick: (stage: Stage) => void;
}

function StageOptions({ jobId, current, onPick }: OptionsProps) {
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
      class="stage-chip"
      aria-pressed={stage.name === current}
      disabled={stage.name === current}
      onClick={() => onPick(stage)}
    >
      {stage.name}
    </button>
  ));
}
