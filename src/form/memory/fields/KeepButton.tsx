import { useContext } from "preact/hooks";
import { t } from "../../../i18n/words.ts";
import type { CustomField } from "../../../model/custom-field.ts";
import { keepField, RoundContext } from "../../round/round.ts";
import { type FieldInput, isFilled } from "../field-inputs.ts";

interface Props {
  field: CustomField;
  input: FieldInput;
}

/** Tags stay by themselves; what another field says may be about this person alone. */
export function KeepButton({ field: { id, name }, input }: Props) {
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
