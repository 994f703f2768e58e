import { t } from "../i18n/words.ts";
import type { TabView } from "../storage/tab-state.ts";
import { Notice } from "../ui/Notice.tsx";

/** Why the popup is open though one click was to be enough; nothing when it was. */
export function TriggerNotice({ view, isUndone }: { view: TabView | null; isUndone: boolean }) {
  if (isUndone) {
    return (
      <p class="trigger-line" role="status">
        {t("undo_done")}
      </p>
    );
  }
  if (view?.kind !== "refused") return null;
  return (
    <div class="trigger-notice">
      <Notice tone="warn" role="status" title={t("refused_title")}>
        {t(`refused_${view.reason}`)}
      </Notice>
    </div>
  );
}
