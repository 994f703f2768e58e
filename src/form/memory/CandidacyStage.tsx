import { useState } from "preact/hooks";
import { dayWords } from "../../i18n/activity-words.ts";
import { t } from "../../i18n/words.ts";
import type { Candidacy } from "../../model/records.ts";
import { send } from "../../protocol/send.ts";
import { useSettings } from "../../ui/use-settings.ts";
import { StageMove } from "./StageMove.tsx";
import type { TouchHandle } from "./touch/use-touch.ts";
import { useAsked } from "./use-asked.ts";

interface Props {
  candidacy: Candidacy;
  touch: TouchHandle;
  isLocked: boolean;
}

/** The stage on one job and since when, with the way to move it; only its name where that is turned off. */
export function CandidacyStage({ candidacy, touch, isLocked }: Props) {
  const isOn = useSettings()?.values.teamMemory === true;
  const [hasMoved, setMoved] = useState(false);
  const since = useSince(candidacy, isOn && !hasMoved);
  if (!isOn)
    return candidacy.stageName === null ? null : <span class="match-stage">{candidacy.stageName}</span>;
  return (
    <div class="candidacy-stage">
      <StageMove
        jobId={candidacy.jobId}
        jobName={candidacy.jobName}
        candidateId={candidacy.candidateId || null}
        stageName={candidacy.stageName}
        isLocked={isLocked}
        accept={touch.accept}
        onMoved={setMoved}
      />
      {since !== null && <span class="quiet">{t("stage_since", dayWords(since, new Date()))}</span>}
    </div>
  );
}

/** Null where Stardex does not tell, or was not asked: the stage alone says enough. */
function useSince({ candidateId, stageSince }: Candidacy, isWanted: boolean): string | null {
  const isAsked = isWanted && stageSince === undefined && candidateId !== null;
  const asked = useAsked<{ since: string | null }>(isAsked ? candidateId : null, () =>
    send("memory.stage_since", { candidateId: candidateId ?? "" }),
  );
  if (!isWanted) return null;
  return stageSince ?? (asked.phase === "answered" ? asked.found.since : null);
}
