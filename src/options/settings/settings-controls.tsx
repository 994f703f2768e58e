/** The controls of the settings: label, control, hint, who has set it, and what became of the last change. */
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { t } from "../../i18n/words.ts";
import { LockIcon } from "../../ui/icons.tsx";
import { type Note, type Store, useStored } from "./use-stored.ts";

export interface Common {
  label: string;
  hint?: string | undefined;
  /** Set by the firm: shown, not to be changed. */
  isLocked: boolean;
  isDisabled: boolean;
}

/** What describes the control: its error, unit and hint, and that it is locked. */
export function describedBy(id: string, { hint, isLocked }: Common, ...more: string[]): string | undefined {
  const ids = [...more, ...(hint ? [`${id}-hint`] : []), ...(isLocked ? [`${id}-org`] : [])];
  return ids.length === 0 ? undefined : ids.join(" ");
}

interface HeadProps {
  id: string;
  common: Common;
  note: Note;
  children: ComponentChildren;
}

/** The label's line: the label, the lock, and at its end what became of the last change. */
export function SettingHead({ id, common, note, children }: HeadProps) {
  return (
    <div class="setting-head">
      {children}
      {common.isLocked && (
        <span id={`${id}-org`} class="mark org">
          <LockIcon size={12} /> {t("org_set")}
        </span>
      )}
      <span class={`note ${note?.isBad ? "bad" : ""}`} role="status">
        {note && t(note.words)}
      </span>
    </div>
  );
}

export function Hint({ id, hint }: { id: string; hint: string | undefined }) {
  if (!hint) return null;
  return (
    <p id={`${id}-hint`} class="hint-line">
      {hint}
    </p>
  );
}

interface GroupProps extends Omit<HeadProps, "children"> {
  children: ComponentChildren;
}

/** Several controls under one label. */
function Group({ id, common, note, children }: GroupProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a legend cannot stand in a line with the note beside it.
    <div
      class="setting"
      role="group"
      aria-labelledby={`${id}-label`}
      aria-describedby={describedBy(id, common)}
    >
      <SettingHead id={id} common={common} note={note}>
        <span id={`${id}-label`} class="setting-label">
          {common.label}
        </span>
      </SettingHead>
      {children}
      <Hint id={id} hint={common.hint} />
    </div>
  );
}

interface ChoiceProps<T extends string> extends Common {
  value: T;
  /** Value -> its words. */
  choices: Record<T, string>;
  store: Store<T>;
}

export function ChoiceSetting<T extends string>({ value, choices, store, ...common }: ChoiceProps<T>) {
  const { shown, choose, note } = useStored(value, store);
  const id = useId();
  return (
    <Group id={id} common={common} note={note}>
      <div class="choices">
        {(Object.keys(choices) as T[]).map((one) => (
          <label key={one} class="choice">
            <input
              type="radio"
              name={id}
              checked={one === shown}
              disabled={common.isLocked || common.isDisabled}
              onChange={() => void choose(one)}
            />
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
  store: Store<T[]>;
}

export function ChecksSetting<T extends string>({ unticked, choices, store, ...common }: ChecksProps<T>) {
  const { shown, choose, note } = useStored<readonly T[]>(unticked, (next) => store([...next]));
  const id = useId();
  return (
    <Group id={id} common={common} note={note}>
      <div class="choices columns">
        {(Object.keys(choices) as T[]).map((one) => (
          <label key={one} class="choice">
            <input
              type="checkbox"
              checked={!shown.includes(one)}
              disabled={common.isLocked || common.isDisabled}
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

interface SwitchProps extends Common {
  value: boolean;
  /** Called under the click, so that the browser may ask for a permission. */
  store: Store<boolean>;
}

export function SwitchSetting({ value, store, ...common }: SwitchProps) {
  const { shown, choose, note } = useStored(value, store);
  const id = useId();
  return (
    <div class="setting">
      <SettingHead id={id} common={common} note={note}>
        <label class="choice">
          <input
            type="checkbox"
            checked={shown}
            disabled={common.isLocked || common.isDisabled}
            aria-describedby={describedBy(id, common)}
            onChange={(event) => void choose(event.currentTarget.checked)}
          />
          {common.label}
        </label>
      </SettingHead>
      <Hint id={id} hint={common.hint} />
    </div>
  );
}
