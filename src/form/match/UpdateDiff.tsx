import { t } from "../../i18n/words.ts";
import { MAIN_NAMES } from "../values/form-values.ts";
import { labelOf } from "./difference-label.ts";
import type { KnownSave } from "./known-save.ts";

interface Props {
  known: KnownSave;
  isLocked: boolean;
  onTick: (key: string, isTicked: boolean) => void;
}

/** What differs from Stardex and has no field in sight to say so: profile, e-mails, numbers, parts of the name. */
export function UpdateDiff({ known, isLocked, onTick }: Props) {
  const isElsewhere = (field: string) => MAIN_NAMES.some((name) => name === field);
  const shown = known.differences.filter(({ field }) => !isElsewhere(field));
  if (shown.length === 0) return null;
  return (
    <fieldset class="diff" disabled={isLocked}>
      <legend>{t("diff_title")}</legend>
      {shown.map((one) => (
        <label key={one.key}>
          <input
            type="checkbox"
            checked={known.isTicked(one)}
            disabled={one.isFixed}
            onChange={(event) => onTick(one.key, event.currentTarget.checked)}
          />
          <span class="diff-field">{labelOf(one)}</span>
          <span class="diff-change" dir="auto">
            {one.now !== null && <del>{one.now}</del>}
            <span>{one.now === null ? t("diff_add", one.next) : one.next}</span>
          </span>
        </label>
      ))}
      <p class="quiet">{t("diff_hint")}</p>
    </fieldset>
  );
}
