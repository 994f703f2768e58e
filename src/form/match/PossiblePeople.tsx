import { plural } from "../../i18n/plurals.ts";
import { t } from "../../i18n/words.ts";
import type { KnownPerson } from "../../model/records.ts";
import type { Verdict } from "./match-state.ts";

interface Props {
  people: KnownPerson[];
  namesakes: number;
  /** The user has said that it is none of them. */
  isElse: boolean;
  isLocked: boolean;
  onDecide: (word: Verdict) => void;
}

/** Those who may be the person in view, with what tells them apart; the user says who it is. */
export function PossiblePeople({ people, namesakes, isElse, isLocked, onDecide }: Props) {
  return (
    <div class="match-details">
      <ul class="match-people">
        {people.map((person) => (
          <li key={person.id}>
            <div class="match-person">
              <strong>{person.name}</strong>
              <span>{roleWords(person)}</span>
              <span class="quiet">{profileWords(person)}</span>
            </div>
            <button type="button" class="button" disabled={isLocked} onClick={() => onDecide(person)}>
              {t("match_same")}
            </button>
          </li>
        ))}
      </ul>
      <div class="match-else">
        <button
          type="button"
          class="button"
          disabled={isLocked}
          onClick={() => onDecide(isElse ? null : "else")}
        >
          {t(isElse ? "match_undo" : "match_else")}
        </button>
        {namesakes > 0 && <span class="quiet">{plural("match_namesakes", namesakes)}</span>}
      </div>
    </div>
  );
}

function roleWords({ currentJobTitle: title, companyName: company }: KnownPerson): string {
  return title && company ? t("role_at", title, company) : (title ?? company ?? "");
}

function profileWords({ publicId, location }: KnownPerson): string {
  const profile = publicId === null ? t("match_no_profile") : t("match_other_profile", publicId);
  return [location, profile].filter(Boolean).join(" · ");
}
