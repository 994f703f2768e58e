import { useContext, useId, useState } from "preact/hooks";
import { t } from "../../i18n/words.ts";
import { type CustomField, type FieldOption, isSelect, isTagsField } from "../../model/custom-field.ts";
import { send } from "../../protocol/send.ts";
import { defaultSettings } from "../../settings/settings.ts";
import { changeWorkspaceChoices } from "../../settings/workspace-choices.ts";
import { Combobox } from "../../ui/combobox/Combobox.tsx";
import { useSettings } from "../../ui/use-settings.ts";
import { useWorkspaceChoices } from "../../ui/use-workspace-choices.ts";
import { keepField, RoundContext } from "../round/round.ts";
import {
  type FieldInput,
  type FieldInputs,
  type FieldProblem,
  fieldProblems,
  fieldsInForm,
  inputOf,
  isFilled,
  withInput,
} from "./field-inputs.ts";
import { isSkipped, useAsked } from "./use-asked.ts";
import "./memory.css";

interface Props {
  workspace: string | null;
  /** The first job that is chosen: it can have fields of its own. */
  jobId: string | null;
  inputs: FieldInputs;
  isLocked: boolean;
  /** Errors are said once Save was tried. */
  isChecked: boolean;
  onChange: (inputs: FieldInputs) => void;
}

/** Tags, and the firm's own fields that the user or the firm pinned; asked for when More is opened. */
export function FirmFields(props: Props) {
  const { workspace, jobId, inputs, isLocked, onChange } = props;
  const { pinnedFields: pinnedByFirm, requiredFields: required } = useSettings()?.values ?? defaultSettings;
  const choices = useWorkspaceChoices(workspace);
  const asked = useAsked<{ fields: CustomField[] }>(`${workspace} ${jobId}`, () =>
    send("memory.fields", { jobId }),
  );
  if (asked.phase === "asking") return null;
  if (asked.phase === "failed") {
    const isNeeded = pinnedByFirm.length + required.length > 0;
    if (!isNeeded && !isSkipped(asked)) return null;
    return <p class="quiet">{t(isSkipped(asked) ? "fields_skipped" : "fields_failed")}</p>;
  }
  const { fields } = asked.found;
  const byUser = [...(choices.pinnedFields[""] ?? []), ...(choices.pinnedFields[jobId ?? ""] ?? [])];
  const inForm = fieldsInForm(fields, inputs, { byUser, byFirm: [...pinnedByFirm, ...required] });
  const others = fields.filter((field) => !inForm.includes(field));
  const problems = fieldProblems(inputs, fields, required);
  const isShown = (problem: FieldProblem) => props.isChecked || problem.error !== "required";

  /** Remembered for the job it was pinned on; a field of all jobs, for all. */
  function setPinned(field: CustomField, isPinned: boolean) {
    if (workspace === null) return;
    const key = field.jobId ?? "";
    void changeWorkspaceChoices(workspace, (before) => {
      const kept = (before.pinnedFields[key] ?? []).filter((id) => id !== field.id);
      const pinned = isPinned ? [...kept, field.id] : kept;
      return { ...before, pinnedFields: { ...before.pinnedFields, [key]: pinned } };
    });
  }

  return (
    <>
      {inForm.map((field) => (
        <FirmField
          key={field.id}
          field={field}
          input={inputOf(field, inputs)}
          problem={problems.find((one) => one.fieldId === field.id && isShown(one))}
          isLocked={isLocked}
          onChange={(input) => onChange(withInput(inputs, field.id, input))}
          onUnpin={byUser.includes(field.id) && !isLocked ? () => setPinned(field, false) : undefined}
        />
      ))}
      {others.length > 0 && !isLocked && (
        <select
          class="pin-field"
          aria-label={t("fields_pin")}
          value=""
          onChange={(event) => {
            const field = others.find(({ id }) => id === event.currentTarget.value);
            event.currentTarget.value = "";
            if (field) setPinned(field, true);
          }}
        >
          <option value="">{t("fields_pin")}</option>
          {others.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </>
  );
}

interface FieldProps {
  field: CustomField;
  input: FieldInput;
  problem: FieldProblem | undefined;
  isLocked: boolean;
  onChange: (input: FieldInput) => void;
  onUnpin: (() => void) | undefined;
}

function FirmField({ field, input, problem, isLocked, onChange, onUnpin }: FieldProps) {
  const id = useId();
  const label = isTagsField(field) ? t("field_tags") : field.name;
  return (
    <div class="field firm-field">
      <div class="field-head">
        <label class="label" for={id} dir="auto">
          {label}
        </label>
        {!isTagsField(field) && !isLocked && <KeepButton field={field} input={input} />}
        {onUnpin && (
          <button
            type="button"
            class="link-button"
            aria-label={t("fields_unpin_named", field.name)}
            onClick={onUnpin}
          >
            {t("fields_unpin")}
          </button>
        )}
        {problem && (
          <span id={`${id}-hint`} class="hint error" role="alert">
            {t(`field_${problem.error}`)}
          </span>
        )}
      </div>
      {isSelect(field.kind) ? (
        <OptionsControl
          {...{ id, field, label, input, isLocked, onChange }}
          hasError={problem !== undefined}
        />
      ) : (
        <TextControl {...{ id, field, input, isLocked, onChange }} hasError={problem !== undefined} />
      )}
    </div>
  );
}

/** Tags stay by themselves; what another field says may be about this person alone. */
function KeepButton({ field: { id, name }, input }: Pick<FieldProps, "field" | "input">) {
  const handle = useContext(RoundContext);
  if (!handle || !isFilled(input)) return null;
  const isKept = id in handle.round.fields;
  return (
    <button
      type="button"
      class="link-button"
      aria-pressed={isKept}
      aria-label={t("fields_keep_named", name)}
      onClick={() => handle.change((round) => keepField(round, id, isKept ? null : input))}
    >
      {t(isKept ? "fields_kept" : "fields_keep")}
    </button>
  );
}

type ControlProps = Pick<FieldProps, "field" | "input" | "isLocked" | "onChange"> & {
  id: string;
  hasError: boolean;
};

function TextControl({ id, field, input, isLocked, hasError, onChange }: ControlProps) {
  const common = {
    id,
    class: "control",
    value: input.text,
    readOnly: isLocked,
    "aria-invalid": hasError,
    "aria-describedby": hasError ? `${id}-hint` : undefined,
    onInput: (event: { currentTarget: HTMLInputElement }) =>
      onChange({ ...input, text: event.currentTarget.value }),
  };
  if (field.kind === "date") return <input type="date" {...common} />;
  const inputMode = field.kind === "integer" ? "numeric" : field.kind === "number" ? "decimal" : "text";
  return <input type="text" inputMode={inputMode} dir="auto" {...common} />;
}

interface OptionsProps extends ControlProps {
  label: string;
}

/** Only options that exist: a new one is made in Stardex, by who may. */
function OptionsControl({ id, field, label, input, isLocked, hasError, onChange }: OptionsProps) {
  const [text, setText] = useState("");
  const { options } = input;
  const isSingle = field.kind === "single";
  const chosen = (one: FieldOption) => options.some((other) => other.id === one.id);
  return (
    <div class="options-control">
      {options.length > 0 && (
        <ul class="chips" aria-label={label}>
          {options.map((option) => (
            <li key={option.id} class="chip-chosen">
              <span dir="auto">{option.name}</span>
              {!isLocked && (
                <button
                  type="button"
                  class="chip-remove"
                  aria-label={t("option_remove", option.name)}
                  onClick={() => onChange({ ...input, options: options.filter((one) => one !== option) })}
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
            field.options.filter((one) => !chosen(one)),
            words,
          )
        }
        keyOf={(one) => one.id}
        draw={(one) => (
          <span class="option-name" dir="auto">
            {one.name}
          </span>
        )}
        onText={setText}
        onPick={(option) => {
          setText("");
          onChange({ ...input, options: isSingle ? [option] : [...options, option] });
        }}
        onBlur={() => setText("")}
        onEmptyKey={(event) => {
          if (event.key !== "Backspace" || options.length === 0) return false;
          onChange({ ...input, options: options.slice(0, -1) });
          return true;
        }}
      />
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
