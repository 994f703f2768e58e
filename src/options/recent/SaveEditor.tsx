import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { t, type WordKey } from "../../i18n/words.ts";
import { type SaveDraft, type SaveRecord, shownDraft } from "../../model/save.ts";
import { CloseIcon } from "../../ui/icons.tsx";
import {
  type EditField,
  editedDraft,
  editValues,
  fieldsToEdit,
  fieldsToShow,
  partsOf,
  refusedField,
  withoutPart,
} from "./save-edit.ts";

const LABELS: Record<EditField, WordKey> = {
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

interface Props {
  save: SaveRecord;
  onSend: (draft: SaveDraft) => void;
  onCancel: () => void;
}

/** Corrects a save that is not through, and sends it. What Stardex refused is marked and in focus. */
export function SaveEditor({ save, onSend, onCancel }: Props) {
  const [draft, setDraft] = useState(() => shownDraft(save));
  const [values, setValues] = useState(() => editValues(draft));
  const [wrong, setWrong] = useState<EditField[]>([]);
  const refused = refusedField(save.problem);
  const [shown, setShown] = useState(() => fieldsToShow(draft, refused));
  const possible = fieldsToEdit(draft);
  const form = useRef<HTMLFormElement>(null);

  useLayoutEffect(() => {
    const first = form.current?.querySelector<HTMLElement>("[aria-invalid=true], input, textarea");
    const marked = form.current?.querySelector<HTMLElement>("[aria-invalid=true]");
    (marked ?? first)?.focus();
  }, []);

  function add(field: EditField) {
    setShown([...shown, field]);
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>(`[name=${field}]`)?.focus());
  }

  function submit() {
    const edited = editedDraft(draft, values);
    if ("draft" in edited) return onSend(edited.draft);
    setWrong(edited.wrong);
    form.current?.querySelector<HTMLElement>(`[name=${edited.wrong[0]}]`)?.focus();
  }

  function errorOf(field: EditField): string | undefined {
    if (wrong.includes(field)) return t(errorKey(field));
    const isUntouched = values[field] === editValues(shownDraft(save))[field];
    return field === refused && isUntouched ? t("edit_refused") : undefined;
  }

  return (
    <form
      ref={form}
      class="editor"
      noValidate
      aria-label={t("edit_title")}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => event.key === "Escape" && onCancel()}
    >
      <div class="editor-fields">
        {possible
          .filter((field) => shown.includes(field))
          .map((field) => (
            <EditorField
              key={field}
              field={field}
              value={values[field]}
              error={errorOf(field)}
              onChange={(value) => {
                setValues({ ...values, [field]: value });
                setWrong(wrong.filter((one) => one !== field));
              }}
            />
          ))}
      </div>
      <AddField fields={possible.filter((field) => !shown.includes(field))} onAdd={add} />
      <Parts draft={draft} onChange={setDraft} />
      <div class="buttons">
        <button type="submit" class="button primary">
          {t("edit_send")}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {t("cancel")}
        </button>
      </div>
    </form>
  );
}

/** The empty fields by name, behind one button. */
function AddField({ fields, onAdd }: { fields: EditField[]; onAdd: (field: EditField) => void }) {
  const [isOpen, setOpen] = useState(false);
  if (fields.length === 0) return null;
  return (
    <div class="add-field">
      <button type="button" class="link-button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t("edit_add_field")}
      </button>
      {isOpen &&
        fields.map((field) => (
          <button
            key={field}
            type="button"
            class="button small"
            onClick={() => {
              setOpen(false);
              onAdd(field);
            }}
          >
            {t(LABELS[field])}
          </button>
        ))}
    </div>
  );
}

function errorKey(field: EditField): WordKey {
  if (field === "name") return "edit_error_name";
  return field === "workEmail" || field === "personalEmail" || field === "emails"
    ? "edit_error_email"
    : "edit_error";
}

interface FieldProps {
  field: EditField;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

function EditorField({ field, value, error, onChange }: FieldProps) {
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
        <label for={id}>{t(LABELS[field])}</label>
      </div>
      {field === "note" ? (
        <textarea {...control} rows={3} onInput={(event) => onChange(event.currentTarget.value)} />
      ) : (
        <input {...control} autoComplete="off" onInput={(event) => onChange(event.currentTarget.value)} />
      )}
      {error && (
        <p id={`${id}-error`} class="hint error" role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

function Parts({ draft, onChange }: { draft: SaveDraft; onChange: (draft: SaveDraft) => void }) {
  const parts = partsOf(draft);
  const id = useId();
  if (parts.length === 0) return null;
  return (
    <div class="parts">
      <span id={id} class="label">
        {t("edit_parts")}
      </span>
      <ul aria-labelledby={id}>
        {parts.map((part) => (
          <li key={`${part.kind} ${part.name}`}>
            <span>{part.name}</span>
            <button
              type="button"
              class="icon-button"
              aria-label={t("edit_part_remove", part.name)}
              title={t("edit_part_remove", part.name)}
              onClick={() => onChange(withoutPart(draft, part))}
            >
              <CloseIcon size={14} />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
