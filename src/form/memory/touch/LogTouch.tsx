import { useContext, useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { t } from "../../../i18n/words.ts";
import type { PlaceholderValues, Snippet } from "../../../model/snippets.ts";
import type { TeamMember } from "../../../model/team-member.ts";
import { RoundContext } from "../../round/round.ts";
import type { FormError } from "../../values/form-errors.ts";
import {
  emptyLog,
  insertSnippet,
  isLogFilled,
  type LogError,
  type LogKind,
  type LogState,
  logErrors,
  touchParts,
} from "./log-state.ts";
import { errorWords, firstLine, missingWords } from "./log-words.ts";
import { ReminderChoice, ReminderOwner } from "./ReminderChoice.tsx";
import { SnippetChoice } from "./SnippetChoice.tsx";
import { TypeChoice } from "./TypeChoice.tsx";
import type { AcceptTouch } from "./touch-draft.ts";
import "../memory.css";

interface Props {
  personName: string;
  values: PlaceholderValues;
  snippets: readonly Snippet[];
  /** Who the user is; null until that was said. */
  me: TeamMember | null;
  state: LogState;
  /** Takes the focus as it opens. */
  isFirst: boolean;
  /** The form is to be saved, and this is not logged. */
  error?: FormError | undefined;
  accept: AcceptTouch;
  onChange: (state: LogState) => void;
  /** Accepted with this id in the queue. */
  onLogged: (saveId: string) => void;
  onCancel: () => void;
}

/** What was done with the person, and when to come back to it. */
export function LogTouch(props: Props) {
  const { personName, me, state, error, accept, onLogged, onCancel } = props;
  const id = useId();
  const round = useContext(RoundContext);
  const [errors, setErrors] = useState<LogError[]>([]);
  const [failure, setFailure] = useState<string | null>(null);
  const [isSending, setSending] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const type = useRef<HTMLSelectElement>(null);
  const said = [
    ...(error ? [t(...error)] : []),
    ...errors.map(errorWords),
    ...(failure === null ? [] : [failure]),
  ];
  useLayoutEffect(() => {
    if (props.isFirst) type.current?.focus();
  }, []);

  function change(part: Partial<LogState>) {
    props.onChange({ ...state, ...part });
    setErrors([]);
  }

  function choose(kind: LogKind) {
    const needsReminder = kind === "reminder_only" && state.remind === "none";
    change({ kind, ...(needsReminder && { remind: "day" }) });
    // A reminder is this person's alone.
    if (kind !== "reminder_only")
      round?.change((now) => (now.snippet ? { ...now, snippet: { ...now.snippet, kind } } : now));
  }

  function insert(snippet: Snippet) {
    const { selectionStart: start = 0, selectionEnd: end = 0 } = box.current ?? {};
    change(insertSnippet(state, snippet.text, props.values, { start, end }));
    const kind = state.kind === "reminder_only" ? emptyLog.kind : state.kind;
    round?.change((now) => ({ ...now, snippet: { name: snippet.name, kind } }));
    box.current?.focus();
  }

  async function submit() {
    if (isSending) return;
    const now = new Date();
    const wrong = logErrors(state, now);
    setErrors(wrong);
    if (wrong.length > 0) return;
    setSending(true);
    const words = { firstLine: firstLine(state.kind), followUp: t("touch_follow_up", personName) };
    const accepted = await accept(touchParts(state, words, me?.id ?? null, now));
    setSending(false);
    setFailure(accepted.failure ?? null);
    if (accepted.id !== undefined) onLogged(accepted.id);
  }

  function onKeyDown(event: KeyboardEvent) {
    const isWithControl = event.ctrlKey || event.metaKey;
    const isSubmit = event.key === "Enter" && (isWithControl || event.target instanceof HTMLInputElement);
    // With words in it Esc is the window's: it closes, and they are there again.
    const isCancel = event.key === "Escape" && !isLogFilled(state);
    if (!isSubmit && !isCancel) return;
    // The form around has its own meaning for both.
    event.preventDefault();
    event.stopPropagation();
    if (isSubmit) void submit();
    else onCancel();
  }

  return (
    <section class="log-touch" aria-label={t("touch_log")} onKeyDown={onKeyDown}>
      <div class="log-pair">
        <TypeChoice id={id} kind={state.kind} box={type} onChange={choose} />
        <ReminderChoice id={id} state={state} onChange={change} />
      </div>
      <div>
        <div class="log-head">
          <label class="label" for={`${id}-text`}>
            {t("touch_text")}
          </label>
          <SnippetChoice snippets={props.snippets} onPick={insert} />
        </div>
        <textarea
          ref={box}
          id={`${id}-text`}
          name="log"
          class="control"
          rows={3}
          dir="auto"
          value={state.text}
          placeholder={t("touch_optional")}
          aria-invalid={error !== undefined}
          aria-describedby={`${id}-said`}
          onInput={(event) => change({ text: event.currentTarget.value })}
        />
      </div>
      <ReminderOwner state={state} me={me} />
      <div id={`${id}-said`} role="status" class="log-said">
        {state.missing.length > 0 && <p class="warn">{missingWords(state.missing)}</p>}
        {said.map((words) => (
          <p key={words} class="bad">
            {words}
          </p>
        ))}
      </div>
      <div class="log-buttons">
        <button type="button" class="button primary" aria-disabled={isSending} onClick={() => void submit()}>
          {t(state.kind === "reminder_only" ? "touch_remind" : "touch_submit")}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {t("cancel")}
        </button>
      </div>
    </section>
  );
}
