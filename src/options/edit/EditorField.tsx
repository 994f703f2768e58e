import { useId } from "preact/hooks";
import { t, type WordKey } from "../../i18n/words.ts";
import { type EditField, isList } from "./save-edit.ts";

export const FIELD_LABELS: Record<EditField, WordKey> = {
  name: "field_name",
  currentJobTitle: "field_job_title",
  companyName: "field_company",
  location: "field_location",
  workEmail: "field_work_email",
  personalEmail: "field_personal_email",
  emails: "field_other_emails",
  mobilePhone: "field_mobile_phone",
  workPhone: "field_work_phone",
  phoneNumbers: "field_phone_numbers",
  note: "field_note_text",
};

interface FieldProps {
  field: EditField;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

/** One field with its label, and below it what is wrong. */
export function EditorField({ field, value, error, onChange }: FieldProps) {
  const id = useId();
  const control = {
    id,
    name: field,
    class: "control",
    value,
    dir: "auto" as const,
    spellcheck: field === "note",
    "aria-invalid": error !== undefined,
    "aria-describedby": error && `${id}-error`,
  };
  return (
    <div class={`field ${field === "note" ? "wide" : ""}`}>
      <div class="field-head">
        <label for={id}>{t(FIELD_LABELS[field])}</label>
      </div>
      {field === "note" ? (
        <textarea {...control} rows={3} onInput={(event) => onChange(event.currentTarget.value)} />
      ) : (
        <input
          {...control}
          data-several={isList(field) || undefined}
          autoComplete="off"
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      )}
      {error && (
        <p id={`${id}-error`} class="hint error" role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
