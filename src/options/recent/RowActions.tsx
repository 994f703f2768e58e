import { StageMove } from "../../form/memory/StageMove.tsx";
import { touchAcceptor } from "../../form/memory/touch/touch-draft.ts";
import { discardQuestion } from "../../i18n/save-words.ts";
import { t } from "../../i18n/words.ts";
import type { SaveRecord } from "../../model/save.ts";
import { recordUrl } from "../../settings/record-link.ts";
import { AskFirst } from "../../ui/AskFirst.tsx";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { useSettings } from "../../ui/use-settings.ts";
import { saveAsText } from "../edit/save-edit.ts";
import type { SaveActions } from "./SaveRow.tsx";
import { type Choice, choicesOf } from "./save-choices.ts";
import { seenByUser } from "./save-facts.ts";

interface Props {
  save: SaveRecord;
  recordLink: string;
  actions: SaveActions;
  onEdit: () => void;
}

/** What can be done about a save: always in sight when it needs the user, else on hover and focus. */
export function RowActions({ save, recordLink, actions, onEdit }: Props) {
  const { draft, state } = save;
  const { main, more } = choicesOf(save);
  const named = (label: string) => t("save_of", label, draft.name);
  const act: Record<Choice["kind"], () => void> = {
    edit: onEdit,
    retry: () => actions.retry(save),
    settle: () => actions.settle(save),
    insist: () => actions.retry(save, seenByUser(draft)),
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
    <div class={`save-actions ${main.length > 0 ? "in-sight" : ""}`}>
      {main.map(button("button small"))}
      {state === "saved" && <RecordLink save={save} recordLink={recordLink} />}
      {state === "saved" && <StageMoves save={save} />}
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

/** The jobs this save put the person on, or found the person on. */
function StageMoves({ save: { draft, outcome, workspace } }: Pick<Props, "save">) {
  const isOn = useSettings()?.values.teamMemory === true;
  if (draft.touch || !isOn) return null;
  const { linkedinUrl, name } = draft;
  const personId = outcome?.personId ?? draft.known?.personId ?? null;
  const accept = touchAcceptor({ linkedinUrl, personId, name }, workspace);
  return draft.jobs.map(({ job, stage }) => (
    <StageMove
      key={job.id}
      jobId={job.id}
      jobName={job.name}
      candidateId={outcome?.candidateIds[job.id] ?? null}
      stageName={stage?.name ?? null}
      isLocked={false}
      accept={accept}
    />
  ));
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
