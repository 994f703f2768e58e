import { useContext, useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { activityTypeWords } from "../../../i18n/activity-words.ts";
import { language } from "../../../i18n/language.ts";
import { t } from "../../../i18n/words.ts";
import { type ActivityType, type TouchType, touchTypes } from "../../../model/activity.ts";
import type { PlaceholderValues, Snippet } from "../../../model/snippets.ts";
import type { TeamMember } from "../../../model/team-member.ts";
import { send } from "../../../protocol/send.ts";
import { RoundContext, type RoundHandle } from "../../round/round.ts";
import { dueDates } from "../../values/due-date.ts";
import { useAsked } from "../use-asked.ts";
import {
  emptyLog,
  insertSnippet,
  type LogError,
  type LogKind,
  type LogState,
  logErrors,
  reminderDay,
  touchParts,
} from "./log-state.ts";
import type { AcceptTouch } from "./touch-draft.ts";
import "../memory.css";

interface Props {
  personName: string;
  values: PlaceholderValues;
  snippets: readonly Snippet[];
  /** Who the user is; null until that was said. */
  me: TeamMember | null;
  /** What stands in the text at first, e.g. what was selected on a page. */
  text?: string;
  /** Of the standard types, the one that stands there at first. */
  firstType?: TouchType;
  accept: AcceptTouch;
  /** Accepted with this id in the queue. */
  onLogged: (saveId: string) => void;
  onCancel: () => void;
}

const REMIND = ["none", "day", "three_days", "week", "date"] as const;
const ONLY_REMINDER = "reminder_only";

/** What was done with the person, and when to come back to it. */
export function LogTouch(props: Props) {
  const { personName, me, accept, onLogged, onCancel } = props;
  const id = useId();
  const round = useContext(RoundContext);
  const [state, setState] = useState<LogState>(() => firstLog(props, round));
  const [errors, setErrors] = useState<LogError[]>([]);
  const [failure, setFailure] = useState<string | null>(null);
  const [isSending, setSending] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const type = useRef<HTMLSelectElement>(null);
  const asked = useAsked<{ types: ActivityType[] }>("types", () => send("memory.activity_types", {}));
  const teamTypes = asked.phase === "answered" ? asked.found.types : [];
  useLayoutEffect(() => type.current?.focus(), []);

  function change(part: Partial<LogState>) {
    setState({ ...state, ...part });
    setErrors([]);
  }

  function choose(value: string) {
    const kind = kindOf(value, teamTypes);
    const needsReminder = kind === ONLY_REMINDER && state.remind === "none";
    change({ kind, ...(needsReminder && { remind: "day" }) });
    // A reminder is this person's alone.
    if (kind !== ONLY_REMINDER)
      round?.change((now) => (now.snippet ? { ...now, snippet: { ...now.snippet, kind } } : now));
  }

  function insert(snippet: Snippet) {
    const { selectionStart: start = 0, selectionEnd: end = 0 } = box.current ?? {};
    change(insertSnippet(state, snippet.text, props.values, { start, end }));
    const kind = state.kind === ONLY_REMINDER ? emptyLog.kind : state.kind;
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
    if (!isSubmit && event.key !== "Escape") return;
    // The form around has its own meaning for both.
    event.preventDefault();
    event.stopPropagation();
    if (isSubmit) void submit();
    else onCancel();
  }

  return (
    <section class="log-touch" aria-label={t("touch_log")} onKeyDown={onKeyDown}>
      <div class="log-pair">
        <div>
          <label class="label" for={`${id}-type`}>
            {t("touch_type")}
          </label>
          <select
            ref={type}
            id={`${id}-type`}
            class="control"
            value={kindKey(state.kind)}
            onChange={(event) => choose(event.currentTarget.value)}
          >
            {touchTypes.map((key) => (
              <option key={key} value={key}>
                {t(`touch_${key}`)}
              </option>
            ))}
            {teamTypes.map(({ key, name }) => (
              <option key={key} value={key}>
                {name === key ? activityTypeWords(key) : name}
              </option>
            ))}
            <option value={ONLY_REMINDER}>{t("touch_reminder_only")}</option>
          </select>
        </div>
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
          class="control"
          rows={3}
          dir="auto"
          value={state.text}
          placeholder={t("touch_optional")}
          aria-describedby={`${id}-said`}
          onInput={(event) => change({ text: event.currentTarget.value })}
        />
      </div>
      <ReminderOwner state={state} me={me} />
      <div id={`${id}-said`} role="status" class="log-said">
        {state.missing.length > 0 && (
          <p class="warn">
            {t("touch_missing", list(state.missing.map((name) => t(`placeholder_${name}`))))}
          </p>
        )}
        {errors.map((error) => (
          <p key={error.kind} class="bad">
            {errorWords(error)}
          </p>
        ))}
        {failure !== null && <p class="bad">{failure}</p>}
      </div>
      <div class="log-buttons">
        <button type="button" class="button primary" aria-disabled={isSending} onClick={() => void submit()}>
          {t(state.kind === ONLY_REMINDER ? "touch_remind" : "touch_submit")}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {t("cancel")}
        </button>
      </div>
    </section>
  );
}

/** With the snippet that stays from person to person, filled in for this one. */
function firstLog({ text = "", firstType, snippets, values }: Props, round: RoundHandle | null): LogState {
  const chosen = round?.round.snippet;
  const snippet = snippets.find(({ name }) => name === chosen?.name);
  const kind = { key: firstType ?? "linkedin_message", name: null };
  if (!chosen || !snippet) return { ...emptyLog, text, kind };
  const blank = { ...emptyLog, text, kind: chosen.kind };
  return insertSnippet(blank, snippet.text, values, { start: text.length, end: text.length });
}

function SnippetChoice({
  snippets,
  onPick,
}: {
  snippets: readonly Snippet[];
  onPick: (snippet: Snippet) => void;
}) {
  if (snippets.length === 0) return null;
  return (
    <select
      class="snippet-choice"
      aria-label={t("touch_snippet")}
      value=""
      onChange={(event) => {
        const snippet = snippets[Number(event.currentTarget.value)];
        event.currentTarget.value = "";
        if (snippet) onPick(snippet);
      }}
    >
      <option value="">{t("touch_snippet")}</option>
      {snippets.map(({ name }, place) => (
        <option key={name} value={place}>
          {name}
        </option>
      ))}
    </select>
  );
}

interface ReminderProps {
  id: string;
  state: LogState;
  onChange: (part: Partial<LogState>) => void;
}

function ReminderChoice({ id, state, onChange }: ReminderProps) {
  const { first, last } = dueDates(new Date());
  const options = state.kind === ONLY_REMINDER ? REMIND.filter((one) => one !== "none") : REMIND;
  return (
    <div>
      <label class="label" for={`${id}-remind`}>
        {t("touch_remind")}
      </label>
      <select
        id={`${id}-remind`}
        class="control"
        value={state.remind}
        onChange={(event) => {
          const remind = REMIND.find((one) => one === event.currentTarget.value);
          if (remind) onChange({ remind });
        }}
      >
        {options.map((one) => (
          <option key={one} value={one}>
            {t(`remind_${one}`)}
          </option>
        ))}
      </select>
      {state.remind === "date" && (
        <input
          class="control"
          type="date"
          aria-label={t("remind_date")}
          min={first}
          max={last}
          value={state.date}
          onInput={(event) => onChange({ date: event.currentTarget.value })}
        />
      )}
    </div>
  );
}

/** When it is due and whose it is, once there is a reminder. */
function ReminderOwner({ state, me }: { state: LogState; me: TeamMember | null }) {
  const day = reminderDay(state, new Date());
  if (!day) return null;
  const owner = me ? t("touch_for", me.name) : t("touch_for_nobody");
  return <p class="quiet">{`${t("touch_remind")}: ${weekdayWords(day)} · ${owner}`}</p>;
}

function kindOf(value: string, teamTypes: readonly ActivityType[]): LogKind {
  if (value === ONLY_REMINDER) return ONLY_REMINDER;
  return { key: value, name: teamTypes.find(({ key }) => key === value)?.name ?? null };
}

function kindKey(kind: LogKind): string {
  return kind === ONLY_REMINDER ? kind : kind.key;
}

/** Stardex keeps no activity without a text. */
function firstLine(kind: LogKind): string {
  if (kind === ONLY_REMINDER) return "";
  const own = touchTypes.find((key) => key === kind.key);
  return own ? t(`touch_${own}`) : (kind.name ?? activityTypeWords(kind.key));
}

function errorWords(error: LogError): string {
  return error.kind === "no_date" ? t("touch_no_date") : t("touch_unknown_placeholder", list(error.names));
}

function list(words: string[]): string {
  return new Intl.ListFormat(language(), { type: "conjunction" }).format(words);
}

/** Local noon: a day alone would be midnight in UTC, and the day before in America. */
function weekdayWords(day: string): string {
  return new Intl.DateTimeFormat(language(), { weekday: "short", day: "numeric", month: "short" }).format(
    new Date(`${day}T12:00:00`),
  );
}
