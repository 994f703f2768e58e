/** The controls of the settings: label, control, hint, and whose word it is. */
import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { t } from "../../i18n/words.ts";
import { LockIcon } from "../../ui/icons.tsx";

interface Common {
  label: string;
  hint?: string;
  /** Set by the organisation: shown, not to be changed. */
  isLocked: boolean;
  isDisabled: boolean;
}

function OrganisationMark({ id }: { id: string }) {
  return (
    <span id={id} class="mark org">
      <LockIcon size={12} /> {t("org_set")}
    </span>
  );
}

/** What describes the control: its hint, its error, and that it is locked. */
function describedBy(id: string, { hint, isLocked }: Common, error?: string | null): string | undefined {
  const ids = [
    ...(error ? [`${id}-error`] : []),
    ...(hint ? [`${id}-hint`] : []),
    ...(isLocked ? [`${id}-org`] : []),
  ];
  return ids.length === 0 ? undefined : ids.join(" ");
}

function Hint({ id, children }: { id: string; children: ComponentChildren }) {
  return (
    <p id={`${id}-hint`} class="hint-line">
      {children}
    </p>
  );
}

/**
 * What a control shows: at once what was chosen, and again what is stored when that could not be stored or
 * the browser was not allowed to (`store` answers false).
 */
function useShown<T>(value: T, store: (value: T) => Promise<boolean>) {
  const [chosen, setChosen] = useState<{ value: T } | null>(null);
  /** An earlier choice that arrives while a later one is on its way must not take that back. */
  const underway = useRef(0);
  useEffect(() => {
    if (underway.current === 0) setChosen(null);
  }, [value]);

  async function choose(next: T): Promise<void> {
    underway.current += 1;
    setChosen({ value: next });
    const isStored = await store(next);
    underway.current -= 1;
    if (!isStored) setChosen(null);
  }

  return { shown: chosen ? chosen.value : value, choose };
}

/** Several controls under one label. */
function Group({ id, common, children }: { id: string; common: Common; children: ComponentChildren }) {
  return (
    <fieldset
      class="setting"
      disabled={common.isLocked || common.isDisabled}
      aria-describedby={describedBy(id, common)}
    >
      <legend>
        {common.label} {common.isLocked && <OrganisationMark id={`${id}-org`} />}
      </legend>
      {children}
      {common.hint && <Hint id={id}>{common.hint}</Hint>}
    </fieldset>
  );
}

interface ChoiceProps<T extends string> extends Common {
  value: T;
  /** Value -> its words. */
  choices: Record<T, string>;
  /** False: it could not be stored. */
  onChange: (value: T) => Promise<boolean>;
}

export function ChoiceSetting<T extends string>({ value, choices, onChange, ...common }: ChoiceProps<T>) {
  const { shown, choose } = useShown(value, onChange);
  const id = useId();
  return (
    <Group id={id} common={common}>
      <div class="choices">
        {(Object.keys(choices) as T[]).map((one) => (
          <label key={one} class="choice">
            <input type="radio" name={id} checked={one === shown} onChange={() => void choose(one)} />
            {choices[one]}
          </label>
        ))}
      </div>
    </Group>
  );
}

interface ChecksProps<T extends string> extends Common {
  unticked: readonly T[];
  /** Value -> its words. */
  choices: Record<T, string>;
  /** False: it could not be stored. */
  onChange: (unticked: T[]) => Promise<boolean>;
}

export function ChecksSetting<T extends string>({ unticked, choices, onChange, ...common }: ChecksProps<T>) {
  const { shown, choose } = useShown<readonly T[]>(unticked, (next) => onChange([...next]));
  const id = useId();
  return (
    <Group id={id} common={common}>
      <div class="choices columns">
        {(Object.keys(choices) as T[]).map((one) => (
          <label key={one} class="choice">
            <input
              type="checkbox"
              checked={!shown.includes(one)}
              onChange={({ currentTarget: { checked } }) =>
                void choose(checked ? shown.filter((other) => other !== one) : [...shown, one])
              }
            />
            {choices[one]}
          </label>
        ))}
      </div>
    </Group>
  );
}

interface TextProps extends Common {
  value: string;
  placeholder?: string;
  inputMode?: "numeric";
  isWide?: boolean;
  /** What is wrong with these words, or null. */
  errorOf: (words: string) => string | null;
  onChange: (words: string) => Promise<unknown>;
}

/** Stored when it is left or Enter is pressed, and only if it is right. */
export function TextSetting({ value, errorOf, onChange, ...props }: TextProps) {
  const [words, setWords] = useState(value);
  const [error, setError] = useState<string | null>(null);
  const id = useId();
  useEffect(() => setWords(value), [value]);

  function commit() {
    const trimmed = words.trim();
    const wrong = errorOf(trimmed);
    setError(wrong);
    if (wrong === null && trimmed !== value) void onChange(trimmed);
  }

  return (
    <div class={`setting ${props.isWide ? "wide" : "beside"}`}>
      <div class="setting-head">
        <label for={id}>{props.label}</label> {props.isLocked && <OrganisationMark id={`${id}-org`} />}
      </div>
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
        aria-describedby={describedBy(id, props, error)}
        onInput={(event) => {
          setWords(event.currentTarget.value);
          setError(null);
        }}
        onBlur={commit}
        onKeyDown={(event) => event.key === "Enter" && commit()}
      />
      {error && (
        <p id={`${id}-error`} class="hint-line error" role="alert">
          {error}
        </p>
      )}
      {props.hint && <Hint id={id}>{props.hint}</Hint>}
    </div>
  );
}

interface SwitchProps extends Common {
  value: boolean;
  /** Called under the click, so that the browser may ask. False: it could not, or may not, be done. */
  onChange: (on: boolean) => Promise<boolean>;
}

export function SwitchSetting({ value, onChange, ...common }: SwitchProps) {
  const { shown, choose } = useShown(value, onChange);
  const id = useId();
  return (
    <div class="setting">
      <label class="choice">
        <input
          type="checkbox"
          checked={shown}
          disabled={common.isLocked || common.isDisabled}
          aria-describedby={describedBy(id, common)}
          onChange={(event) => void choose(event.currentTarget.checked)}
        />
        {common.label} {common.isLocked && <OrganisationMark id={`${id}-org`} />}
      </label>
      {common.hint && <Hint id={id}>{common.hint}</Hint>}
    </div>
  );
}
