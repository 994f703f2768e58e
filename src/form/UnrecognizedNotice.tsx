import { t } from "../i18n/words.ts";
import { CopyButton } from "../ui/CopyButton.tsx";
import { Notice } from "../ui/Notice.tsx";

/** Layout marks, counts and reasons: no personal data. */
export type LayoutReport = Record<string, string | number | boolean>;

/** A layout we do not know yet: the user can type, and tell us. */
export function UnrecognizedNotice({ report }: { report: LayoutReport }) {
  return (
    <Notice tone="warn" role="status" title={t("unrecognized_title")}>
      {t("unrecognized_body")}
      <div class="notice-buttons">
        <CopyButton
          text={JSON.stringify(report, null, 2)}
          label={t("copy_report")}
          done={t("copy_report_done")}
        />
        <span class="mark">{t("copy_report_hint")}</span>
      </div>
    </Notice>
  );
}
