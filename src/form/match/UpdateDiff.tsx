import { t } from "../../i18n/words.ts";
import { labelOf } from "./difference-label.ts";
import { type Difference, isTicked, type KnownSubject, type Ticks } from "./known-update.ts";

interface Props {
  subject: KnownSubject;
  differences: Difference[];
  ticks: Ticks;
  isLocked: boolean;
  onTick: (key: string, isTicked: boolean) => void;
}

/** Field by field what Stardex has and what the form says, each with a tick. */
export function UpdateDiff({ subject, differences, ticks, isLocked, onTick }: Props) {
  if (differences.length === 0) return null;
  return (
    <fieldset class="diff" disabled={isLocked}>
      <legend>{t("diff_title")}</legend>
      {differences.map((one) => (
        <label key={one.key}>
          <input
            type="checkbox"
            checked={isTicked(subject, one, ticks)}
            disabled={one.isFixed}
            onChange={(event) => onTick(one.key, event.currentTarget.checked)}
          />
          <span class="diff-field">{labelOf(one)}</span>
          <span class="diff-change">
            {one.now === null ? t("diff_add", one.next) : t("diff_change", one.now, one.next)}
          </span>
        </label>
      ))}
      <p class="quiet">{t("diff_hint")}</p>
    </fieldset>
  );
}
