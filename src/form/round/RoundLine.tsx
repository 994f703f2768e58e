import { useContext, useId } from "preact/hooks";
import { t } from "../../i18n/words.ts";
import type { FieldInput } from "../memory/field-inputs.ts";
import { emptyRound, type Round, RoundContext } from "./round.ts";

interface Props {
  isLocked?: boolean;
  /** Takes the round out of the form, too. */
  onClear?: (round: Round) => void;
}

/** What stays for the people to come, and one click that takes it away; nothing while nothing does. */
export function RoundLine({ isLocked = false, onClear }: Props) {
  const handle = useContext(RoundContext);
  const id = useId();
  const words = handle ? roundWords(handle.round) : [];
  if (!handle || words.length === 0) return null;
  const { round, change } = handle;

  function clear() {
    onClear?.(round);
    // Where a job was chosen, the remembered one does not come back in its place.
    change(() => ({ ...emptyRound, jobs: round.jobs && [] }));
  }

  return (
    <div class="round-line">
      <p id={id} dir="auto">
        {t("round_stays", words.join(" · "))}
      </p>
      {!isLocked && (
        <button type="button" class="link-button" aria-describedby={id} onClick={clear}>
          {t("round_clear")}
        </button>
      )}
    </div>
  );
}

function roundWords({ jobs, list, fields, snippet }: Round): string[] {
  return [
    ...(jobs ?? []).map(({ job, stage }) => (stage ? `${job.name} (${stage.name})` : job.name)),
    ...(list ? [list.name] : []),
    ...Object.values(fields).map(fieldWords),
    ...(snippet ? [snippet.name] : []),
  ];
}

function fieldWords({ name, text, options }: FieldInput): string {
  return `${name}: ${options.map((option) => option.name).join(", ") || text.trim()}`;
}
