import type { TabView } from "../tab-state.ts";
import { Notice } from "../ui/Notice.tsx";
import { t } from "../ui/words.ts";

/** Why the popup is open though one click was to be enough; nothing when it was. */
export function PressNotice({ view, isUndone }: { view: TabView | null; isUndone: boolean }) {
  if (isUndone) {
    return (
      <p class="press-line" role="status">
        {t("undo_done")}
      </p>
    );
  }
  if (view?.kind !== "refused") return null;
  return (
    <div class="press-notice">
      <Notice tone="warn" role="status" title={t("refused_title")}>
        {t(`refused_${view.reason}`)}
      </Notice>
    </div>
  );
}
