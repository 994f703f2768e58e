import { t } from "../../../i18n/words.ts";
import type { CustomField } from "../../../model/custom-field.ts";

interface Props {
  fields: readonly CustomField[];
  onPin: (field: CustomField) => void;
}

/** Takes one more of the firm's fields into the form. */
export function PinField({ fields, onPin }: Props) {
  return (
    <select
      class="pin-field"
      aria-label={t("fields_pin")}
      value=""
      onChange={(event) => {
        const field = fields.find(({ id }) => id === event.currentTarget.value);
        event.currentTarget.value = "";
        if (field) onPin(field);
      }}
    >
      <option value="">{t("fields_pin")}</option>
      {fields.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}
