import { useId, useState } from "preact/hooks";
import { t } from "../../i18n/words.ts";
import { type Common, describedBy, Hint, SettingHead } from "./settings-controls.tsx";
import { type Store, useStored } from "./use-stored.ts";

interface TextProps extends Common {
  value: string;
  placeholder?: string;
  inputMode?: "numeric";
  /** Behind a short field: what its number counts. */
  unit?: string;
  /** What is wrong with these words, or null. */
  errorOf: (words: string) => string | null;
  store: Store<string>;
}

/** Stored when it is left or Enter is pressed, and only if it is right. */
export function TextSetting({ value, errorOf, store, ...props }: TextProps) {
  const [words, setWords] = useState(value);
  const [error, setError] = useState<string | null>(null);
  const { choose, note, forget } = useStored(value, store);
  const id = useId();
  // Changed elsewhere: before the next frame, or it could undo the first letter of a quick typist.
  const [last, setLast] = useState(value);
  if (last !== value) {
    setLast(value);
    setWords(value);
  }

  function commit({ currentTarget }: { currentTarget: HTMLInputElement }) {
    const trimmed = currentTarget.value.trim();
    const wrong = errorOf(trimmed);
    setError(wrong);
    if (wrong === null && trimmed !== value) void choose(trimmed);
  }

  const described = [...(error ? [`${id}-error`] : []), ...(props.unit ? [`${id}-unit`] : [])];
  return (
    <div class={`setting ${props.unit ? "beside" : "wide"}`}>
      <SettingHead id={id} common={props} note={error ? null : note}>
        <label for={id} class="setting-label">
          {props.label}
        </label>
      </SettingHead>
      <div class="setting-control">
        <input
          id={id}
          class="control"
          value={words}
          placeholder={props.placeholder}
          inputMode={props.inputMode}
          autoComplete="off"
          spellcheck={false}
          disabled={props.isLocked || props.isDisabled}
          aria-invalid={error !== null}
          aria-describedby={describedBy(id, props, ...described)}
          onInput={(event) => {
            setWords(event.currentTarget.value);
            setError(null);
            forget();
          }}
          onBlur={commit}
          onKeyDown={(event) => event.key === "Enter" && commit(event)}
        />
        {props.unit && <span id={`${id}-unit`}>{props.unit}</span>}
      </div>
      {error && (
        <p id={`${id}-error`} class="hint-line error" role="alert">
          {error}
        </p>
      )}
      <Hint id={id} hint={props.hint} />
    </div>
  );
}

interface NumberProps extends Common {
  value: number;
  bounds: { least: number; most: number };
  unit: string;
  store: Store<number>;
}

export function NumberSetting({ value, bounds: { least, most }, store, ...rest }: NumberProps) {
  const isGood = (words: string) =>
    /^\d{1,5}$/.test(words) && Number(words) >= least && Number(words) <= most;
  return (
    <TextSetting
      {...rest}
      inputMode="numeric"
      value={String(value)}
      errorOf={(words) => (isGood(words) ? null : t("setting_number_error", least, most))}
      store={(words) => store(Number(words))}
    />
  );
}
