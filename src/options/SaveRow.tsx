import { useEffect, useRef, useState } from "preact/hooks";
import { recordUrl } from "../record-link.ts";
import type { SaveDraft, SaveRecord } from "../save.ts";
import { CopyButton } from "../ui/CopyButton.tsx";
import { problemNextStep, problemTitle } from "../ui/problem-words.ts";
import { exactTime, relativeTime } from "../ui/time.ts";
import { t, type WordKey } from "../ui/words.ts";
import { AskFirst } from "./AskFirst.tsx";
import { SaveEditor } from "./SaveEditor.tsx";
import { StateIcon } from "./StateIcon.tsx";
import { saveAsText } from "./save-edit.ts";
import { discardQuestion, placeWords, stateWords } from "./save-state-words.ts";

export interface SaveActions {
  retry: (save: SaveRecord, draft?: SaveDraft) => void;
  settle: (save: SaveRecord) => void;
  discard: (save: SaveRecord) => void;
}

interface Props {
  save: SaveRecord;
  /** Epoch ms. */
  now: number;
  /** Template of a record's address; empty when it is not known. */
  recordLink: string;
  actions: SaveActions;
}

/** One save: who, what became of it and what can be done about it. */
export function SaveRow({ save, now, recordLink, actions }: Props) {
  const [isEditing, setEditing] = useState(false);
  const [wasCancelled, setCancelled] = useState(false);
  const row = useRef<HTMLLIElement>(null);
  const { draft, state } = save;
  const work = [draft.currentJobTitle, draft.companyName].filter(Boolean).join(" · ");

  // The editor takes the focus with it.
  useEffect(() => {
    if (wasCancelled && !isEditing) row.current?.querySelector<HTMLElement>("[data-edit]")?.focus();
  }, [wasCancelled, isEditing]);

  function edit(isOn: boolean) {
    setEditing(isOn);
    setCancelled(!isOn);
  }

  return (
    <li ref={row} class={`save ${state}`} data-state={state}>
      <span class="save-icon">
        <StateIcon save={save} />
      </span>
      <div class="save-body">
        <div class="save-head">
          <h3>
            <a class="save-name" href={draft.linkedinUrl} target="_blank" rel="noopener noreferrer">
              {draft.name}
            </a>
          </h3>
          <time dateTime={new Date(save.createdAt).toISOString()} title={exactTime(save.createdAt)}>
            {relativeTime(save.createdAt, now)}
          </time>
        </div>
        {work && <p class="quiet">{work}</p>}
        <p class="save-line">
          <strong>{stateWords(save)}</strong>
          {placeWords(save).map((words) => (
            <span key={words}>{words}</span>
          ))}
        </p>
        <Problem save={save} now={now} />
        {isEditing ? (
          <SaveEditor
            save={save}
            onCancel={() => edit(false)}
            onSend={(corrected) => {
              setEditing(false);
              actions.retry(save, seen(corrected));
            }}
          />
        ) : (
          <Actions save={save} recordLink={recordLink} actions={actions} onEdit={() => edit(true)} />
        )}
      </div>
    </li>
  );
}

/** Why it is not through yet, Stardex' own words when it gave some, and the next step. */
function Problem({ save, now }: { save: SaveRecord; now: number }) {
  const { problem, state, unanswered, nextAttemptAt } = save;
  if (state === "saved" || state === "sending") return null;
  if (state === "needs_you" && unanswered) return <p class="save-problem">{t("unanswered_next")}</p>;
  if (problem === null) return null;
  const isWaiting = state !== "needs_you";
  const next = problem.kind === "unauthorised" ? t("waiting_for_key") : nextTry(nextAttemptAt, now);
  return (
    <div class="save-problem">
      <p>
        {problemTitle(problem)}. {isWaiting ? next : problemNextStep(problem)}
      </p>
      {problem.message !== undefined && <p class="said">{t("stardex_says", problem.message)}</p>}
    </div>
  );
}

/** Less than a minute is not worth a word. */
function nextTry(at: number, now: number): string {
  return at - now >= 60_000 ? t("save_next_try", relativeTime(at, now)) : "";
}

/** One click was not sure of her: the form, on her profile, can say more than this list. */
const HELD_BACK: Record<string, WordKey | undefined> = {
  possible_match: "save_as_new",
  do_not_contact: "save_anyway",
};

interface ActionProps extends Pick<Props, "save" | "recordLink" | "actions"> {
  onEdit: () => void;
}

function Actions({ save, recordLink, actions, onEdit }: ActionProps) {
  const { draft, state, unanswered, problem } = save;
  const isUnsent = state !== "saved" && state !== "sending";
  const heldBack = state === "needs_you" && !unanswered ? HELD_BACK[problem?.kind ?? ""] : undefined;
  const named = (label: string) => t("save_of", label, draft.name);
  const button = (label: string, onClick: () => void, look = "link-button") => (
    <button
      type="button"
      class={look}
      data-edit={onClick === onEdit || undefined}
      aria-label={named(label)}
      onClick={onClick}
    >
      {label}
    </button>
  );
  const main = "button small";
  return (
    <div class="save-actions">
      {state === "saved" && <RecordLink save={save} recordLink={recordLink} />}
      {state === "needs_you" && unanswered && button(t("save_is_there"), () => actions.settle(save), main)}
      {state === "needs_you" && !unanswered && !heldBack && button(t("save_edit"), onEdit, main)}
      {state === "needs_you" &&
        (heldBack
          ? button(t(heldBack), () => actions.retry(save, seen(draft)), main)
          : button(t(unanswered ? "save_send_again" : "try_now"), () => actions.retry(save), main))}
      {isUnsent && state !== "needs_you" && button(t("save_try_now"), () => actions.retry(save))}
      {isUnsent && (state !== "needs_you" || unanswered) && button(t("save_edit"), onEdit)}
      <CopyButton
        look="link-button"
        spoken={named(t("save_copy"))}
        text={saveAsText(save)}
        label={t("save_copy")}
        done={t("save_copied")}
      />
      {isUnsent && (
        <AskFirst
          look="link-button"
          label={t("save_discard_short")}
          name={named(t("save_discard_short"))}
          question={discardQuestion(save)}
          onConfirm={() => actions.discard(save)}
        />
      )}
      {state === "saved" && button(t("save_remove"), () => actions.discard(save))}
    </div>
  );
}

/** Her user has looked at it: it is a one-click save no more. */
function seen({ isOneClick: _left, ...draft }: SaveDraft): SaveDraft {
  return draft;
}

function RecordLink({ save, recordLink }: Pick<Props, "save" | "recordLink">) {
  const personId = save.outcome?.personId;
  const url = personId ? recordUrl(recordLink, personId) : null;
  if (url === null) return null;
  return (
    <a class="link-button" href={url} target="_blank" rel="noopener noreferrer">
      {t("save_open_record")}
    </a>
  );
}
