import { language } from "../../i18n/language.ts";
import { t } from "../../i18n/words.ts";
import { Timeline } from "../memory/Timeline.tsx";
import type { TouchHandle } from "../memory/touch/use-touch.ts";
import type { FormAction } from "../state/form-state.ts";
import { CandidacyList } from "./CandidacyList.tsx";
import { KnownContacts } from "./KnownContacts.tsx";
import type { KnownSave } from "./known-save.ts";
import type { KnownSubject } from "./known-update.ts";
import { UpdateDiff } from "./UpdateDiff.tsx";

export { MemoryLine } from "../memory/MemoryLine.tsx";

export interface KnownDetailsProps {
  subject: KnownSubject;
  known: KnownSave;
  touch: TouchHandle;
  isLocked: boolean;
  dispatch: (action: FormAction) => void;
}

/** What Stardex knows of the person in view, so that nobody leaves for it to look it up. */
export function KnownDetails({ subject, known, touch, isLocked, dispatch }: KnownDetailsProps) {
  const { person, isChosen } = subject;
  return (
    <div class="match-details">
      {isChosen && (
        <p class="match-who" dir="auto">
          {[person.name, person.currentJobTitle, person.companyName].filter(Boolean).join(" · ")}
        </p>
      )}
      {person.lastTouch === undefined && person.lastActivityAt !== null && (
        <p class="quiet">{t("match_last_activity", dateWords(person.lastActivityAt))}</p>
      )}
      <UpdateDiff
        known={known}
        isLocked={isLocked}
        onTick={(key, isTicked) => dispatch({ type: "ticked", key, isTicked })}
      />
      <CandidacyList candidacies={person.candidacies} touch={touch} isLocked={isLocked} />
      <Timeline personId={person.id} version={touch.version} />
      <KnownContacts emails={person.emails} phones={person.phones} />
    </div>
  );
}

/** As Stardex gave it when that is no date. */
function dateWords(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return new Intl.DateTimeFormat(language(), { dateStyle: "medium" }).format(date);
}
