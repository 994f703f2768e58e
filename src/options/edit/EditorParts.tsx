import { useId, useState } from "preact/hooks";
import { t } from "../../i18n/words.ts";
import type { SaveDraft } from "../../model/save.ts";
import { IconButton } from "../../ui/IconButton.tsx";
import { CloseIcon } from "../../ui/icons.tsx";
import { FIELD_LABELS } from "./EditorField.tsx";
import { type EditField, partsOf, withoutPart } from "./save-edit.ts";

/** The empty fields by name, behind one button. */
export function AddField({ fields, onAdd }: { fields: EditField[]; onAdd: (field: EditField) => void }) {
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
            {t(FIELD_LABELS[field])}
          </button>
        ))}
    </div>
  );
}

/** Jobs, client, list and task that are sent with the person; each can be left out. */
export function Parts({ draft, onChange }: { draft: SaveDraft; onChange: (draft: SaveDraft) => void }) {
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
            <IconButton
              label={t("edit_part_remove", part.name)}
              onClick={() => onChange(withoutPart(draft, part))}
            >
              <CloseIcon size={14} />
            </IconButton>
          </li>
        ))}
      </ul>
    </div>
  );
}
