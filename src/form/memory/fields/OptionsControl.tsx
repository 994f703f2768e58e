import { useState } from "preact/hooks";
import { t } from "../../../i18n/words.ts";
import type { CustomField, FieldOption } from "../../../model/custom-field.ts";
import { Combobox } from "../../../ui/combobox/Combobox.tsx";
import { useArmedRemoval } from "../../../ui/combobox/use-armed-removal.ts";
import type { FieldInput } from "../field-inputs.ts";

interface Props {
  /** Of the box. */
  id: string;
  field: CustomField;
  label: string;
  input: FieldInput;
  isLocked: boolean;
  hasError: boolean;
  onChange: (input: FieldInput) => void;
}

/** Only options that exist: a new one is made in Stardex, by who may. */
export function OptionsControl({ id, field, label, input, isLocked, hasError, onChange }: Props) {
  const { options, text } = input;
  const isSingle = field.kind === "single";
  const isChosen = (one: FieldOption) => options.some((other) => other.id === one.id);
  const [removed, setRemoved] = useState<FieldOption | null>(null);
  const removal = useArmedRemoval({
    last: options.at(-1)?.id ?? null,
    remove,
    restore: removed && (() => choose(removed)),
  });

  function choose(option: FieldOption) {
    setRemoved(null);
    onChange({ ...input, text: "", options: isSingle ? [option] : [...options, option] });
  }

  function remove(optionId: string) {
    setRemoved(options.find((one) => one.id === optionId) ?? null);
    onChange({ ...input, options: options.filter((one) => one.id !== optionId) });
  }

  return (
    <div class="options-control">
      {options.length > 0 && (
        <ul class="chips" aria-label={label}>
          {options.map(({ id: optionId, name }) => (
            <li key={optionId} class="chip-chosen" data-armed={removal.armed === optionId}>
              <span dir="auto">{name}</span>
              {!isLocked && (
                <button
                  type="button"
                  class="chip-remove"
                  aria-label={t("option_remove", name)}
                  onClick={() => {
                    // The button goes with its option; the focus stays with the field.
                    document.getElementById(id)?.focus();
                    remove(optionId);
                  }}
                >
                  ×
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      <Combobox<FieldOption>
        id={id}
        name={field.id}
        label={label}
        text={text}
        placeholder={t("options_placeholder")}
        isLocked={isLocked}
        hasError={hasError}
        describedBy={hasError ? `${id}-hint` : undefined}
        search={async (words) =>
          fitting(
            field.options.filter((one) => !isChosen(one)),
            words,
          )
        }
        keyOf={(one) => one.id}
        draw={(one) => (
          <span class="option-name" dir="auto">
            {one.name}
          </span>
        )}
        onText={(words) => onChange({ ...input, text: words })}
        onPick={choose}
        onEmptyKey={removal.onKey}
        onBlur={removal.disarm}
      />
      <p class="visually-hidden" role="status">
        {removal.armed !== null && t("option_armed")}
      </p>
    </div>
  );
}

/** Those that begin so come first. */
function fitting(options: readonly FieldOption[], words: string) {
  const plain = words.trim().toLowerCase();
  const starts = options.filter(({ name }) => name.toLowerCase().startsWith(plain));
  const holds = options.filter((one) => !starts.includes(one) && one.name.toLowerCase().includes(plain));
  const found = [...starts, ...holds];
  return { options: found, problem: null, ...(found.length === 0 && { note: t("options_none") }) };
}
