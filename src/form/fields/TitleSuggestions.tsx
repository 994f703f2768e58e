import { t } from "../../i18n/words.ts";
import type { TitleSuggestion } from "../../linkedin/reading.ts";

interface Props {
  suggestions: TitleSuggestion[];
  onTake: (suggestion: TitleSuggestion) => void;
  /** Null where that would load nothing. */
  onGoToExperience: (() => void) | null;
}

/** What the page hints at for an empty title: a click takes one, or the down arrow in the field the first. */
export function TitleSuggestions({ suggestions, onTake, onGoToExperience }: Props) {
  return (
    <ul class="title-suggestions" aria-label={t("suggestions_label")}>
      {suggestions.map((one) => (
        <li key={`${one.title} ${one.companyName}`}>
          <button type="button" class="chip" dir="auto" onClick={() => onTake(one)}>
            <span title={fullWords(one)}>
              <span class="chip-source">{sourceWords(one)}</span> <span>{titleWords(one)}</span>
            </span>
          </button>
        </li>
      ))}
      {onGoToExperience && (
        <li>
          <button type="button" class="link-button" onClick={onGoToExperience}>
            {t("go_to_experience")}
          </button>
        </li>
      )}
    </ul>
  );
}

function titleWords({ title, companyName }: TitleSuggestion): string {
  return companyName === null ? title : t("role_at", title, companyName);
}

function sourceWords({ source, endedAt }: TitleSuggestion): string {
  if (source === "headline") return t("suggestion_headline");
  return endedAt === null ? t("suggestion_last_role") : t("suggestion_last_role_until", endedAt);
}

function fullWords(one: TitleSuggestion): string {
  return `${sourceWords(one)} ${titleWords(one)}`;
}
