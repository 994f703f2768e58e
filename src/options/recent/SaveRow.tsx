import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { problemNextStep, problemTitle } from "../../i18n/problem-words.ts";
import { stepWords } from "../../i18n/step-words.ts";
import { exactTime, relativeTime } from "../../i18n/time.ts";
import { t } from "../../i18n/words.ts";
import { isUnanswered, type SaveDraft, type SaveRecord } from "../../model/save.ts";
import { recordUrl } from "../../settings/record-link.ts";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { AskFirst } from "../AskFirst.tsx";
import { SaveEditor } from "./SaveEditor.tsx";
import { StateIcon } from "./StateIcon.tsx";
import { type Choice, choicesOf } from "./save-choices.ts";
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
  useLayoutEffect(() => {
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
  const { problem, state } = save;
  if (state === "saved" || state === "sending") return null;
  if (state === "needs_you" && isUnanswered(save))
    return <p class="save-problem">{t("unanswered_next", stepWords(save) ?? t("step_person"))}</p>;
  if (problem === null) return null;
  const isWaiting = state !== "needs_you";
  const isForKey = problem.kind === "unauthorised";
  const next = isForKey || !isWaiting ? t("waiting_for_key") : nextTry(save.nextAttemptAt, now);
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

interface ActionProps extends Pick<Props, "save" | "recordLink" | "actions"> {
  onEdit: () => void;
}

function Actions({ save, recordLink, actions, onEdit }: ActionProps) {
  const { draft, state } = save;
  const { main, more } = choicesOf(save);
  const named = (label: string) => t("save_of", label, draft.name);
  const act: Record<Choice["kind"], () => void> = {
    edit: onEdit,
    retry: () => actions.retry(save),
    settle: () => actions.settle(save),
    insist: () => actions.retry(save, seen(draft)),
  };
  const button = (look: string) => (choice: Choice) => (
    <button
      key={choice.words}
      type="button"
      class={look}
      data-edit={choice.kind === "edit" || undefined}
      aria-label={named(t(choice.words))}
      onClick={act[choice.kind]}
    >
      {t(choice.words)}
    </button>
  );
  return (
    <div class="save-actions">
      {main.map(button("button small"))}
      {state === "saved" && <RecordLink save={save} recordLink={recordLink} />}
      {more.map(button("link-button"))}
      <CopyButton
        look="link-button"
        spoken={named(t("save_copy"))}
        text={saveAsText(save)}
        label={t("save_copy")}
        done={t("save_copied")}
      />
      <Leave save={save} name={named} onDiscard={() => actions.discard(save)} />
    </div>
  );
}

interface LeaveProps {
  save: SaveRecord;
  /** For a screen reader: which save a button belongs to. */
  name: (label: string) => string;
  onDiscard: () => void;
}

/** What is in Stardex only leaves this list; what is not is lost, so that is asked first. */
function Leave({ save, name, onDiscard }: LeaveProps) {
  if (save.state === "sending") return null;
  if (save.state === "saved") {
    return (
      <button type="button" class="link-button" aria-label={name(t("save_remove"))} onClick={onDiscard}>
        {t("save_remove")}
      </button>
    );
  }
  return (
    <AskFirst
      look="link-button"
      label={t("save_discard_short")}
      name={name(t("save_discard_short"))}
      question={discardQuestion(save)}
      onConfirm={onDiscard}
    />
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
