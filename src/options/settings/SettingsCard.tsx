import type { ComponentChildren } from "preact";
import { t } from "../../i18n/words.ts";
import { type EffectiveSettings, settings } from "../../settings/settings.ts";
import { Notice } from "../../ui/Notice.tsx";
import { datedName, download } from "../data/download.ts";
import { SettingControl } from "./SettingControl.tsx";
import { activityRows, advancedRows, behaviorRows, type SettingRow } from "./settings-rows.ts";
import { WhoYouAre } from "./WhoYouAre.tsx";
import "./settings.css";

interface Props {
  effective: EffectiveSettings;
  /** Of the key in use; null without one. */
  workspace: string | null;
}

/** All settings: behavior first, what is set once under *Advanced*. */
export function SettingsCard({ effective, workspace }: Props) {
  return (
    <>
      {effective.isUnreadable && <Unreadable />}
      <PolicyProblems names={effective.policyProblems} />
      <Section id="behavior" title={t("settings_behavior")} rows={behaviorRows} effective={effective} />
      <Section id="activities" title={t("settings_activities")} rows={activityRows} effective={effective}>
        {workspace !== null && <WhoYouAre workspace={workspace} />}
      </Section>
      <Section id="advanced" title={t("settings_advanced")} rows={advancedRows} effective={effective} />
    </>
  );
}

interface SectionProps {
  id: string;
  title: string;
  rows: readonly SettingRow[];
  effective: EffectiveSettings;
  /** Below the rows. */
  children?: ComponentChildren;
}

function Section({ id, title, rows, effective, children }: SectionProps) {
  return (
    <section id={id} class="card" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} tabIndex={-1}>
        {title}
      </h2>
      {rows.map((row) => (
        <SettingControl key={"name" in row ? row.name : row.kind} row={row} effective={effective} />
      ))}
      {children}
    </section>
  );
}

function Unreadable() {
  const keep = async () =>
    download(datedName("stardex-settings-unreadable", "txt"), "text/plain", await settings.raw());
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
