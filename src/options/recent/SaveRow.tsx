import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { problemNextStep, problemTitle } from "../../i18n/problem-words.ts";
import { placeWords, stateWords } from "../../i18n/save-words.ts";
import { stepWords } from "../../i18n/step-words.ts";
import { clockTime, exactTime, isoTime, relativeTime } from "../../i18n/time.ts";
import { t } from "../../i18n/words.ts";
import { isUnanswered, type SaveDraft, type SaveRecord, shownDraft } from "../../model/save.ts";
import { SaveEditor } from "../edit/SaveEditor.tsx";
import { RowActions } from "./RowActions.tsx";
import { StateIcon } from "./StateIcon.tsx";
import { seenByUser } from "./save-facts.ts";

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

/** One save in two lines: who, and where; below them only what needs the user. */
export function SaveRow({ save, now, recordLink, actions }: Props) {
  const [isEditing, setEditing] = useState(false);
  const [wasCanceled, setCanceled] = useState(false);
  const row = useRef<HTMLLIElement>(null);
  const draft = shownDraft(save);
  const work = [draft.currentJobTitle, draft.companyName].filter(Boolean).join(" · ");

  // The editor takes the focus with it.
  useLayoutEffect(() => {
    if (wasCanceled && !isEditing) row.current?.querySelector<HTMLElement>("[data-edit]")?.focus();
  }, [wasCanceled, isEditing]);

  function edit(isOn: boolean) {
    setEditing(isOn);
    setCanceled(!isOn);
  }

  return (
    <li ref={row} class={`save ${save.state}`} data-state={save.state}>
      <span class="save-icon">
        <StateIcon save={save} />
      </span>
      <div class="save-lines">
        <div class="save-who">
          <h4>
            <a
              class="save-name"
              dir="auto"
              href={draft.linkedinUrl}
              target="_blank"
              rel="noopener noreferrer"
            >
              {draft.name}
            </a>
          </h4>
          {work && (
            <span class="quiet" dir="auto">
              {work}
            </span>
          )}
        </div>
        <Where save={save} />
      </div>
      <time dateTime={isoTime(save.createdAt)} title={exactTime(save.createdAt)}>
        {clockTime(save.createdAt)}
      </time>
      {save.state === "needs_you" && <Problem save={save} />}
      {save.state === "in_doubt" && save.nextAttemptAt - now >= 60_000 && (
        <p class="save-more">{t("save_next_try", relativeTime(save.nextAttemptAt, now))}</p>
      )}
      {!isEditing && (
        <RowActions save={save} recordLink={recordLink} actions={actions} onEdit={() => edit(true)} />
      )}
      {isEditing && (
        <div class="save-more">
          <SaveEditor
            save={save}
            onCancel={() => edit(false)}
            onSend={(corrected) => {
              setEditing(false);
              actions.retry(save, seenByUser(corrected));
            }}
          />
        </div>
      )}
    </li>
  );
}

/** The state, and the jobs and clients. A plain success is said by the icon, and to a screen reader. */
function Where({ save }: { save: SaveRecord }) {
  const places = placeWords(save);
  const isPlain = save.state === "saved" && places.length > 0;
  return (
    <p class="save-where">
      <strong class={isPlain ? "visually-hidden" : ""}>{stateWords(save)}</strong>
      {places.map((words) => (
        <span key={words} dir="auto">
          {words}
        </span>
      ))}
    </p>
  );
}

/** Why it is not through, Stardex' own words when it gave some, and the next step. */
function Problem({ save }: { save: SaveRecord }) {
  const { problem } = save;
  if (isUnanswered(save))
    return <p class="save-more">{t("unanswered_next", stepWords(save) ?? t("step_person"))}</p>;
  if (problem === null) return null;
  return (
    <div class="save-more">
      <p>
        {problemTitle(problem)}. {problemNextStep(problem)}
      </p>
      {problem.message !== undefined && <p class="said">{t("stardex_says", problem.message)}</p>}
    </div>
  );
}
