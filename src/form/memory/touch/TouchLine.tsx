import { useContext, useRef, useState } from "preact/hooks";
import { activityLine } from "../../../i18n/activity-words.ts";
import { t } from "../../../i18n/words.ts";
import type { Activity } from "../../../model/activity.ts";
import type { PlaceholderValues, Snippet } from "../../../model/snippets.ts";
import type { TeamMember } from "../../../model/team-member.ts";
import { RoundContext } from "../../round/round.ts";
import type { FormError } from "../../values/form-errors.ts";
import { LogTouch } from "./LogTouch.tsx";
import { firstLog, isLogFilled, type LogState } from "./log-state.ts";
import { TouchState } from "./TouchState.tsx";
import type { AcceptTouch } from "./touch-draft.ts";

interface Props {
  personName: string;
  /** Null when the answer that is there does not tell. */
  last: Activity | null;
  values: PlaceholderValues;
  snippets: readonly Snippet[];
  me: TeamMember | null;
  isLocked: boolean;
  accept: AcceptTouch;
  /** What is being logged; null while nothing is. */
  log: LogState | null;
  error: FormError | undefined;
  onLog: (log: LogState | null) => void;
}

/** The one line a known person's form has more: the last touch, and the way to log the next. */
export function TouchLine({ last, isLocked, log, onLog, ...rest }: Props) {
  /** One that comes back with what was kept leaves the focus where it is. */
  const [isOpened, setOpened] = useState(false);
  const round = useContext(RoundContext);
  const [saveId, setSaveId] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const words = last && activityLine(last, new Date());

  function close() {
    onLog(null);
    button.current?.focus();
  }

  return (
    <>
      <div class="match-line touch-line">
        <p role="status" dir="auto">
          {saveId === null ? <span title={words ?? ""}>{words}</span> : <TouchState saveId={saveId} />}
        </p>
        <button
          ref={button}
          type="button"
          class="link-button"
          aria-expanded={log !== null}
          disabled={isLocked}
          onClick={() => {
            setOpened(true);
            if (log === null) onLog(firstLog(rest.snippets, rest.values, round?.round.snippet ?? null));
            else if (!isLogFilled(log)) onLog(null);
          }}
        >
          {t("touch_log")}
        </button>
      </div>
      {log !== null && (
        <LogTouch
          {...rest}
          state={log}
          isFirst={isOpened}
          onChange={onLog}
          onLogged={(id) => {
            setSaveId(id);
            close();
          }}
          onCancel={close}
        />
      )}
    </>
  );
}
