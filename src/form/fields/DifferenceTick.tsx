import { isolate } from "../../i18n/isolate.ts";
import { t } from "../../i18n/words.ts";
import { CheckIcon } from "../../ui/icons.tsx";
import type { Difference } from "../match/known-update.ts";

interface Props {
  difference: Difference;
  isTicked: boolean;
  isLocked: boolean;
  onTick: (isTicked: boolean) => void;
}

/** At the field itself: what Stardex has there, and whether Save changes it. */
export function DifferenceTick({ difference, isTicked, isLocked, onTick }: Props) {
  const words =
    difference.now === null ? t("diff_field_add") : t("diff_field_replace", isolate(difference.now));
  return (
    <label class="difference" title={words}>
      <input
        type="checkbox"
        checked={isTicked}
        disabled={isLocked || difference.isFixed}
        onChange={(event) => onTick(event.currentTarget.checked)}
      />
      <span class="tick-box" aria-hidden="true">
        {isTicked && <CheckIcon size={12} />}
      </span>
      <span class="tick-words">{words}</span>
    </label>
  );
}
