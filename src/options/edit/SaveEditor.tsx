import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { t, type WordKey } from "../../i18n/words.ts";
import { type SaveDraft, type SaveRecord, shownDraft } from "../../model/save.ts";
import { EditorField } from "./EditorField.tsx";
import { AddField, Parts } from "./EditorParts.tsx";
import {
  type EditField,
  editedDraft,
  editValues,
  fieldsToEdit,
  fieldsToShow,
  refusedField,
} from "./save-edit.ts";

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

function errorKey(field: EditField): WordKey {
  if (field === "name") return "edit_error_name";
  return field === "workEmail" || field === "personalEmail" || field === "emails"
    ? "edit_error_email"
    : "edit_error";
}
