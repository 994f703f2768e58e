import { language } from "../../i18n/language.ts";
import { t } from "../../i18n/words.ts";
import { CandidacyList } from "./CandidacyList.tsx";
import { KnownContacts } from "./KnownContacts.tsx";
import type { Difference, KnownSubject, Ticks } from "./known-update.ts";
import { UpdateDiff } from "./UpdateDiff.tsx";

interface Props {
  subject: KnownSubject;
  differences: Difference[];
  ticks: Ticks;
  isLocked: boolean;
  onTick: (key: string, isTicked: boolean) => void;
  /** When it was the user's word that this is the person. */
  onUndo: (() => void) | undefined;
}

/** What Stardex knows of the person in view, so that nobody leaves for it to look it up. */
export function KnownDetails({ subject, differences, ticks, isLocked, onTick, onUndo }: Props) {
  const { person, isChosen } = subject;
  return (
    <div class="match-details">
      {isChosen && (
        <p class="match-who">
          <span>{[person.name, person.currentJobTitle, person.companyName].filter(Boolean).join(" · ")}</span>
          {onUndo && (
            <button type="button" class="link-button" onClick={onUndo}>
              {t("match_undo")}
            </button>
          )}
        </p>
      )}
      <UpdateDiff
        subject={subject}
        differences={differences}
        ticks={ticks}
        isLocked={isLocked}
        onTick={onTick}
      />
      <CandidacyList candidacies={person.candidacies} />
      <KnownContacts emails={person.emails} phones={person.phones} />
      {person.lastActivityAt !== null && (
        <p class="quiet">{t("match_last_activity", dateWords(person.lastActivityAt))}</p>
      )}
    </div>
  );
}

/** As Stardex gave it when that is no date. */
function dateWords(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return new Intl.DateTimeFormat(language(), { dateStyle: "medium" }).format(date);
}
