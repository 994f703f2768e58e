import { t } from "../../../i18n/words.ts";
import type { Snippet } from "../../../model/snippets.ts";

interface Props {
  snippets: readonly Snippet[];
  onPick: (snippet: Snippet) => void;
}

/** Puts one of the user's snippets into the text. */
export function SnippetChoice({ snippets, onPick }: Props) {
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
