import { useRef, useState } from "preact/hooks";
import { activityLine } from "../../../i18n/activity-words.ts";
import { t } from "../../../i18n/words.ts";
import type { Activity } from "../../../model/activity.ts";
import type { PlaceholderValues, Snippet } from "../../../model/snippets.ts";
import type { TeamMember } from "../../../model/team-member.ts";
import { LogTouch } from "./LogTouch.tsx";
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
}

/** The one line a known person's form has more: the last touch, and the way to log the next. */
export function TouchLine({ last, isLocked, ...rest }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [saveId, setSaveId] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const words = last && activityLine(last, new Date());

  function close() {
    setOpen(false);
    button.current?.focus();
  }

  return (
    <>
      <div class="match-line touch-line">
        <p role="status" title={words ?? undefined} dir="auto">
          {saveId === null ? words : <TouchState saveId={saveId} />}
        </p>
        <button
          ref={button}
          type="button"
          class="link-button"
          aria-expanded={isOpen}
          disabled={isLocked}
          onClick={() => setOpen(!isOpen)}
        >
          {t("touch_log")}
        </button>
      </div>
      {isOpen && (
        <LogTouch
          {...rest}
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
