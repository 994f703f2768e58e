import { t, type WordKey } from "../../i18n/words.ts";
import type { Finding } from "../../model/employer-rule.ts";
import type { KnownPerson } from "../../model/records.ts";
import type { Doubt } from "../../model/save.ts";
import { labelOf } from "../match/difference-label.ts";
import type { KnownSave } from "../match/known-save.ts";
import { peopleOf } from "../match/match-state.ts";
import type { FormValues } from "../values/form-values.ts";
import { DoubtQuestion, findingOf } from "./DoubtQuestion.tsx";
import { SaveNotice } from "./SaveNotice.tsx";
import type { SaveIntent } from "./save-intent.ts";
import type { SaveHandle, SaveState } from "./save-state.ts";
import { useDoNotContactPolicy } from "./use-do-not-contact-policy.ts";
import { useIsSlow } from "./use-is-slow.ts";

interface Props {
  handle: SaveHandle;
  known: KnownSave;
  values: FormValues;
  doubt: Doubt | null;
  /** What Stardex says of the employers. */
  findings: Finding[];
  /** Counts what asked for the answer to a doubt. */
  asked: number;
  isLocked: boolean;
  /** Save was asked for before the form was complete. */
  isWaiting: boolean;
  onSaveAnyway: () => void;
  onSamePerson: (person: KnownPerson) => void;
  onDoNotSave: () => void;
  onDiscard: () => void;
  onClose: () => void;
}

/** The foot of the form, always in sight: a question to be answered, or Save with what became of it. */
export function SaveBar(props: Props) {
  const { handle, known, values, doubt, isLocked, isWaiting } = props;
  const { save } = handle;
  const doesPolicyBlock = useDoNotContactPolicy();
  // A like name is asked about: it may be another company.
  const isCertain = doubt === "do_not_contact" && !findingOf(doubt, props.findings)?.likeOf;
  const isBlocked = isCertain && doesPolicyBlock;
  const isUnderway = save.phase === "accepting" || save.phase === "underway";
  const isSlow = useIsSlow(isUnderway);
  const isKept = save.phase === "underway" && (isSlow || Boolean(save.record?.problem));

  if (doubt !== null && !isUnderway) {
    return (
      <div class="actions" data-region>
        <EnterTarget />
        <DoubtQuestion
          doubt={doubt}
          people={peopleOf(known.match.state)}
          findings={props.findings}
          isHeldBack={save.phase === "needs_user"}
          asked={props.asked}
          isLocked={isLocked}
          onSaveAnyway={isBlocked ? null : props.onSaveAnyway}
          onSamePerson={props.onSamePerson}
          onDoNotSave={props.onDoNotSave}
          onCheckAgain={handle.tryNow}
        />
      </div>
    );
  }
  const isNothing = known.intent === "nothing" && save.phase === "idle";
  const small = save.phase === "idle" && smallWords(values, known);
  return (
    <div class="actions" data-region>
      <SaveNotice
        save={save}
        isSlow={isSlow}
        onTryNow={handle.tryNow}
        onSettle={handle.settle}
        onDiscard={props.onDiscard}
      />
      {isKept ? (
        <>
          <EnterTarget />
          <button type="button" class="button primary" data-region-start onClick={props.onClose}>
            {t("done")}
          </button>
        </>
      ) : (
        <button
          type="submit"
          class="button primary"
          data-region-start
          aria-disabled={isLocked || isNothing || isWaiting}
        >
          {t(isWaiting ? "saving" : buttonWords(save, known.intent))}
          {small && (
            <small dir="auto" title={small}>
              {small}
            </small>
          )}
        </button>
      )}
    </div>
  );
}

/** Without a submit button a browser does not tell a form of Enter in its fields. */
function EnterTarget() {
  return <button type="submit" hidden />;
}

const INTENT_WORDS: Record<SaveIntent, WordKey> = {
  new: "save",
  add: "save_known_add",
  update: "save_known_update",
  update_and_add: "save_known_update_and_add",
  more: "save_known_more",
  nothing: "save_known_nothing",
};

/** What Save changes of the record and which jobs it adds, or what would make it do something. */
function smallWords(values: FormValues, { match, intent, changes }: KnownSave): string {
  if (intent === "nothing") return t(nothingWhy(values, match.subject));
  if (!match.subject) return "";
  const { candidacies } = match.subject.person;
  const added = values.jobs.filter(({ job }) => candidacies.every(({ jobId }) => jobId !== job.id));
  const isAdding = intent === "add" || intent === "update_and_add";
  return [
    ...new Set(changes.map(labelOf)),
    ...(isAdding
      ? added.map(({ job }) => [job.name, job.clientCompanyName].filter(Boolean).join(" · "))
      : []),
  ].join(", ");
}

function nothingWhy({ jobs }: FormValues, subject: KnownSave["match"]["subject"]): WordKey {
  if (subject?.isOwnSave) return "save_known_nothing_saved";
  const isOnChosen = jobs.some(({ job }) =>
    subject?.person.candidacies.some(({ jobId }) => jobId === job.id),
  );
  return isOnChosen ? "save_known_nothing_on_job" : "save_known_nothing_why";
}

function buttonWords(save: SaveState, intent: SaveIntent): WordKey {
  if (save.phase === "needs_user") return "save_again";
  if (save.phase === "underway" && isChecking(save)) return "save_checking";
  return save.phase === "accepting" || save.phase === "underway" ? "saving" : INTENT_WORDS[intent];
}

/** The worker asks Stardex about the person before anything is sent. */
function isChecking({ record }: Extract<SaveState, { phase: "underway" }>): boolean {
  const step = record?.steps.find(({ done }) => !done);
  return step?.kind === "check";
}
