import { t } from "../../i18n/words.ts";
import { type EffectiveSettings, settings } from "../../settings/settings.ts";
import { Notice } from "../../ui/Notice.tsx";
import { dated, download } from "../data/download.ts";
import { SettingControl } from "./SettingControl.tsx";
import { advancedRows, behaviorRows, type SettingRow } from "./settings-rows.ts";
import "./settings.css";

/** All settings: behavior first, what is set once under *Advanced*. */
export function SettingsCard({ effective }: { effective: EffectiveSettings }) {
  return (
    <>
      {effective.isUnreadable && <Unreadable />}
      <PolicyProblems names={effective.policyProblems} />
      <Section id="behavior" title={t("settings_behavior")} rows={behaviorRows} effective={effective} />
      <Section id="advanced" title={t("settings_advanced")} rows={advancedRows} effective={effective} />
    </>
  );
}

interface SectionProps {
  id: string;
  title: string;
  rows: readonly SettingRow[];
  effective: EffectiveSettings;
}

function Section({ id, title, rows, effective }: SectionProps) {
  return (
    <section id={id} class="card" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} tabIndex={-1}>
        {title}
      </h2>
      {rows.map((row) => (
        <SettingControl key={"name" in row ? row.name : row.kind} row={row} effective={effective} />
      ))}
    </section>
  );
}

function Unreadable() {
  const keep = async () =>
    download(dated("stardex-settings-unreadable", "txt"), "text/plain", await settings.raw());
  return (
    <Notice tone="bad" role="alert" title={t("settings_unreadable_title")}>
      {t("settings_unreadable_body")}
      <div class="notice-buttons">
        <button type="button" class="button" onClick={() => void keep()}>
          {t("settings_unreadable_keep")}
        </button>
        <button type="button" class="button" onClick={() => void settings.reset()}>
          {t("settings_unreadable_reset")}
        </button>
      </div>
    </Notice>
  );
}

function PolicyProblems({ names }: { names: string[] }) {
  if (names.length === 0) return null;
  return (
    <Notice tone="warn" role="status" title={t("org_problems_title")}>
      {t("org_problems_body", names.join(", "))}
    </Notice>
  );
}
