import type { Ref } from "preact";
import { useId, useRef } from "preact/hooks";
import { t } from "../../../i18n/words.ts";
import { type CustomField, isSelect, isTagsField } from "../../../model/custom-field.ts";
import type { FieldInput, FieldProblem } from "../field-inputs.ts";
import { KeepButton } from "./KeepButton.tsx";
import { OptionsControl } from "./OptionsControl.tsx";

interface Props {
  field: CustomField;
  input: FieldInput;
  problem: FieldProblem | undefined;
  isLocked: boolean;
  /** Save was tried. */
  isChecked: boolean;
  onChange: (input: FieldInput) => void;
  /** Undefined where it was not the user who pinned it. */
  onUnpin: (() => void) | undefined;
}

/** One of the firm's own fields. */
export function FirmField({ field, input, problem, isLocked, isChecked, onChange, onUnpin }: Props) {
  const id = useId();
  const dateBox = useRef<HTMLInputElement>(null);
  const label = isTagsField(field) ? t("field_tags") : field.name;
  // A part of a date is no value, so that nothing else knows of it.
  const isDatePartial = isChecked && dateBox.current?.validity.badInput;
  const error = isDatePartial ? "not_a_date" : problem?.error;
  const control = { id, field, input, isLocked, hasError: error !== undefined, onChange };
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
        {error && (
          <span id={`${id}-hint`} class="hint error" role="alert">
            {t(`field_${error}`)}
          </span>
        )}
      </div>
      {isSelect(field.kind) ? (
        <OptionsControl {...control} label={label} />
      ) : (
        <ValueControl {...control} dateBox={dateBox} />
      )}
    </div>
  );
}

interface ControlProps extends Pick<Props, "field" | "input" | "isLocked" | "onChange"> {
  id: string;
  hasError: boolean;
}

function ValueControl({
  id,
  field,
  input,
  isLocked,
  hasError,
  onChange,
  dateBox,
}: ControlProps & { dateBox: Ref<HTMLInputElement> }) {
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
  if (field.kind === "date") return <input ref={dateBox} type="date" {...common} />;
  const inputMode = field.kind === "integer" ? "numeric" : field.kind === "number" ? "decimal" : "text";
  return <input type="text" inputMode={inputMode} dir="auto" {...common} />;
}
