import { useEffect, useRef } from "preact/hooks";
import { t } from "../../i18n/words.ts";
import type { FormPart } from "../../settings/settings-schema.ts";
import { MoreIcon } from "../../ui/icons.tsx";
import { ProfileLine } from "../ProfileLine.tsx";
import type { FormAction, FormState } from "../state/form-state.ts";
import { showsMore } from "../values/form-parts.ts";
import type { More } from "./more-state.ts";

interface Props {
  more: More;
  shown: ReadonlySet<FormPart>;
  state: FormState;
  workspace: string | null;
  isKnown: boolean;
  linkedinUrl: string;
  isLocked: boolean;
  isDraftLost: boolean;
  dispatch: (action: FormAction) => void;
}

/** All the rest of a save, folded; beside the fold whose profile it is. */
export function MoreSection({
  more,
  shown,
  state,
  workspace,
  isKnown,
  linkedinUrl,
  isLocked,
  isDraftLost,
  dispatch,
}: Props) {
  const section = useRef<HTMLDivElement>(null);
  const line = useRef<HTMLDivElement>(null);
  const isThere = more.isOpened && more.Fields !== null;

  useEffect(() => {
    if (!isThere) return;
    // Opened for a field with an error, that one takes the focus; opened by hand, it is to type in.
    if (section.current?.querySelector("[aria-invalid=true]")) return;
    line.current?.scrollIntoView?.();
    section.current?.querySelector<HTMLElement>("textarea, input")?.focus({ preventScroll: true });
  }, [isThere]);

  return (
    <>
      <div class="more-line" ref={line}>
        {showsMore(shown) && (
          <button
            type="button"
            class="link-button more-button"
            aria-expanded={more.isOpen}
            aria-controls="more"
            onClick={more.toggle}
          >
            <MoreIcon />
            {t("more")}
          </button>
        )}
        <ProfileLine
          linkedinUrl={linkedinUrl}
          isRestored={state.isRestored && !isLocked}
          isDraftLost={isDraftLost}
          onBackToPage={() => dispatch({ type: "back_to_page" })}
        />
      </div>
      <div id="more" class="more" hidden={!more.isOpen} ref={section}>
        {more.isOpen && more.Fields && (
          <more.Fields
            shown={shown}
            workspace={workspace}
            isKnown={isKnown}
            values={state.values}
            errors={state.errors}
            isLocked={isLocked}
            onChange={(changes) => dispatch({ type: "changed", changes })}
            onLeave={(field) => dispatch({ type: "left", field })}
          />
        )}
      </div>
    </>
  );
}
