import { useEffect, useId, useState } from "preact/hooks";
import { language } from "../../i18n/language.ts";
import { t } from "../../i18n/words.ts";
import { type Snippet, unknownPlaceholders } from "../../model/snippets.ts";
import { type Common, Hint, SettingHead } from "./settings-controls.tsx";
import { type Store, useStored } from "./use-stored.ts";

interface Props extends Common {
  snippets: Snippet[];
  store: Store<Snippet[]>;
}

/** The user's pieces of text; stored when a box is left, and only if all of them are right. */
export function SnippetsSetting({ snippets, store, ...common }: Props) {
  const id = useId();
  const [rows, setRows] = useState(snippets);
  const [error, setError] = useState<string | null>(null);
  const { choose, note, forget } = useStored(snippets, store);
  const isOff = common.isLocked || common.isDisabled;
  useEffect(() => setRows(snippets), [snippets]);

  function change(place: number, part: Partial<Snippet>) {
    setRows(rows.map((row, n) => (n === place ? { ...row, ...part } : row)));
    setError(null);
    forget();
  }

  function commit(next: Snippet[]) {
    const kept = next.map(trimmed).filter(({ name, text }) => name !== "" || text !== "");
    const wrong = errorOf(kept);
    setError(wrong);
    if (wrong === null && JSON.stringify(kept) !== JSON.stringify(snippets)) void choose(kept);
  }

  function remove(place: number) {
    const next = rows.filter((_row, n) => n !== place);
    setRows(next);
    commit(next);
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a legend cannot stand in a line with the note beside it.
    <div class="setting" role="group" aria-labelledby={`${id}-label`} aria-describedby={`${id}-hint`}>
      <SettingHead id={id} common={common} note={error ? null : note}>
        <span id={`${id}-label`} class="setting-label">
          {common.label}
        </span>
      </SettingHead>
      {rows.map((row, place) => (
        <div
          key={place}
          class="snippet"
          // Between its two boxes a new one is not complete yet.
          onFocusOut={({ currentTarget, relatedTarget }) => {
            if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) commit(rows);
          }}
        >
          <input
            class="control"
            aria-label={t("snippet_name")}
            placeholder={t("snippet_name")}
            value={row.name}
            maxLength={60}
            disabled={isOff}
            onInput={(event) => change(place, { name: event.currentTarget.value })}
          />
          {!isOff && (
            <button type="button" class="link-button" onClick={() => remove(place)}>
              {t("snippet_remove", row.name)}
            </button>
          )}
          <textarea
            class="control"
            rows={3}
            aria-label={t("touch_text")}
            value={row.text}
            maxLength={4000}
            disabled={isOff}
            onInput={(event) => change(place, { text: event.currentTarget.value })}
          />
        </div>
      ))}
      {!isOff && (
        <button type="button" class="button" onClick={() => setRows([...rows, { name: "", text: "" }])}>
          {t("snippet_add")}
        </button>
      )}
      {error && (
        <p class="hint-line error" role="alert">
          {error}
        </p>
      )}
      <Hint id={id} hint={t("setting_snippets_hint")} />
    </div>
  );
}

function trimmed({ name, text }: Snippet): Snippet {
  return { name: name.trim(), text: text.trim() };
}

function errorOf(snippets: Snippet[]): string | null {
  const names = new Set(snippets.map(({ name }) => name));
  const isIncomplete = snippets.some(({ name, text }) => name === "" || text === "");
  if (isIncomplete || names.size < snippets.length) return t("snippet_incomplete");
  const unknown = snippets.flatMap(({ text }) => unknownPlaceholders(text));
  const list = new Intl.ListFormat(language(), { type: "conjunction" });
  return unknown.length > 0 ? t("snippet_unknown", list.format(new Set(unknown))) : null;
}
