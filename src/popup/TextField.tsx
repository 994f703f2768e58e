import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { t, type WordKey } from "../ui/words.ts";
import type { FieldName, Standing } from "./form-values.ts";

interface Props {
  name: FieldName;
  label: string;
  value: string;
  standing: Standing;
  error: WordKey | undefined;
  readOnly: boolean;
  onChange: (value: string) => void;
  action: ComponentChildren;
}

const HINTS: Partial<Record<Standing, WordKey>> = {
  guess_headline: "hint_guess_headline",
  guess: "hint_guess",
  not_found: "hint_not_found",
};

/** A text field that says in words, not only in colour, how sure the page was of its value. */
export function TextField({ name, label, value, standing, error, readOnly, onChange, action }: Props) {
  const id = useId();
  const hintKey = error ?? HINTS[standing];
  const guessed = standing === "guess" || standing === "guess_headline";
  const look = guessed ? "guess" : standing === "not_found" ? "missing" : "";
  return (
    <div class="field">
      <div class="field-head">
        <label for={id}>{label}</label>
        {action}
        {guessed && (
          <span class="mark guess">
            {t(standing === "guess_headline" ? "field_guess_headline" : "field_guess")}
          </span>
        )}
        {standing === "not_found" && <span class="mark">{t("field_not_found")}</span>}
      </div>
      <input
        id={id}
        name={name}
        class={`control ${look}`}
        value={value}
        readOnly={readOnly}
        autoComplete="off"
        spellcheck={false}
        title={value}
        aria-invalid={error !== undefined}
        aria-describedby={hintKey && `${id}-hint`}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
      {hintKey && (
        <p id={`${id}-hint`} class={`hint ${error ? "error" : ""}`} role={error && "alert"}>
          {t(hintKey)}
        </p>
      )}
    </div>
  );
}
