import { useRef } from "preact/hooks";
import { missingWords } from "../../form/memory/touch/log-words.ts";
import { SnippetChoice } from "../../form/memory/touch/SnippetChoice.tsx";
import { NoteField } from "../../form/more/NoteField.tsx";
import type { FormError } from "../../form/values/form-errors.ts";
import { t } from "../../i18n/words.ts";
import type { PlacedJob } from "../../model/save.ts";
import { fillSnippet, type Snippet } from "../../model/snippets.ts";
import { useSettings } from "../../ui/use-settings.ts";
import { valuesOfJob } from "./batch-draft.ts";
import "../../form/memory/memory.css";

interface Props {
  value: string;
  jobs: readonly PlacedJob[];
  error: FormError | undefined;
  isLocked: boolean;
  onChange: (note: string) => void;
  onLeave: () => void;
}

/** The note of all rows. Placeholders stay as they are written: each row fills them with its own person. */
export function BatchNote({ value, jobs, error, isLocked, onChange, onLeave }: Props) {
  const snippets = useSettings()?.values.snippets ?? [];
  const part = useRef<HTMLDivElement>(null);
  // Every row that can be saved has a name.
  const { missing } = fillSnippet(value, { first_name: "", ...valuesOfJob(jobs) });

  function insert({ text }: Snippet) {
    const box = part.current?.querySelector("textarea");
    const { selectionStart: start, selectionEnd: end } = box ?? { selectionStart: 0, selectionEnd: 0 };
    onChange(value.slice(0, start) + text + value.slice(end));
    box?.focus();
  }

  return (
    <div ref={part}>
      <NoteField
        label={t("batch_note")}
        value={value}
        error={error}
        readOnly={isLocked}
        action={!isLocked && <SnippetChoice snippets={snippets} onPick={insert} />}
        onChange={onChange}
        onLeave={onLeave}
      />
      <div role="status" class="log-said">
        {missing.length > 0 && <p class="warn">{missingWords(missing)}</p>}
      </div>
    </div>
  );
}
