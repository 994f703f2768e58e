import { useState } from "preact/hooks";
import { t, type WordKey } from "../../i18n/words.ts";
import { isRecordLink, recordUrl } from "../../settings/record-link.ts";
import { type Choices, type EffectiveSettings, settings } from "../../settings/settings.ts";
import type { SettingName } from "../../settings/settings-schema.ts";
import { Notice } from "../../ui/Notice.tsx";
import { dated, download } from "../data/download.ts";
import { FieldsSetting } from "./FieldsSetting.tsx";
import { setLiveBadge } from "./live-badge.ts";
import { setNotifications } from "./notifications.ts";
import { ChoiceSetting, SwitchSetting, TextSetting } from "./settings-controls.tsx";

/** All settings; each is stored as soon as it is changed. */
export function SettingsCard({ effective }: { effective: EffectiveSettings }) {
  const [news, setNews] = useState<{ words: WordKey; isBad: boolean } | null>(null);
  const { values, locked, isUnreadable } = effective;

  function store(changes: Choices): Promise<boolean> {
    return told(settings.change(changes).then(() => true));
  }

  /** `work` answers false when the browser was not allowed to; the answer: whether it is stored. */
  async function told(work: Promise<boolean>): Promise<boolean> {
    setNews(null);
    const words = await work.then(
      (isDone): WordKey => (isDone ? "settings_saved" : "setting_not_allowed"),
      (): WordKey => "settings_failed",
    );
    const isStored = words === "settings_saved";
    setNews({ words, isBad: !isStored });
    return isStored;
  }

  const state = (name: SettingName) => ({ isLocked: locked.has(name), isDisabled: isUnreadable });

  return (
    <section id="settings" class="card" aria-labelledby="settings-title">
      <h2 id="settings-title" tabIndex={-1}>
        {t("settings_title")}
      </h2>
      {isUnreadable && <Unreadable />}
      <PolicyProblems names={effective.policyProblems} />
      <ChoiceSetting
        {...state("toolbarMode")}
        label={t("setting_toolbar_mode")}
        hint={t("setting_toolbar_hint")}
        value={values.toolbarMode}
        choices={{ form: t("setting_toolbar_form"), save: t("setting_toolbar_save") }}
        onChange={(toolbarMode) => store({ toolbarMode })}
      />
      <NumberSetting
        {...state("graceSeconds")}
        label={t("setting_grace")}
        hint={t("setting_grace_hint")}
        value={values.graceSeconds}
        most={30}
        onChange={(graceSeconds) => store({ graceSeconds })}
      />
      <ChoiceSetting
        {...state("defaultJob")}
        label={t("setting_default_job")}
        value={values.defaultJob}
        choices={{ last: t("setting_default_job_last"), none: t("setting_default_job_none") }}
        onChange={(defaultJob) => store({ defaultJob })}
      />
      <FieldsSetting
        {...state("hiddenFields")}
        hidden={values.hiddenFields}
        onChange={(hiddenFields) => store({ hiddenFields })}
      />
      <SwitchSetting
        {...state("closeAfterSave")}
        label={t("setting_close_after_save")}
        hint={t("setting_close_after_save_hint")}
        value={values.closeAfterSave}
        onChange={(closeAfterSave) => store({ closeAfterSave })}
      />
      <TextSetting
        {...state("recordLink")}
        label={t("setting_record_link")}
        hint={recordLinkHint(values.recordLink)}
        placeholder="https://stardex.example/people/{id}"
        isWide
        value={values.recordLink}
        errorOf={(words) => (words === "" || isRecordLink(words) ? null : t("setting_record_link_error"))}
        onChange={(recordLink) => store({ recordLink })}
      />
      <NumberSetting
        {...state("historyLength")}
        label={t("setting_history")}
        hint={t("setting_history_hint")}
        value={values.historyLength}
        most={1000}
        onChange={(historyLength) => store({ historyLength })}
      />
      <SwitchSetting
        {...state("notifications")}
        label={t("setting_notifications")}
        hint={t("setting_notifications_hint")}
        value={values.notifications}
        onChange={(on) => told(setNotifications(on))}
      />
      <SwitchSetting
        {...state("liveBadge")}
        label={t("setting_live_badge")}
        hint={t("setting_live_badge_hint")}
        value={values.liveBadge}
        onChange={(on) => told(setLiveBadge(on))}
      />
      <SwitchSetting
        {...state("allowScroll")}
        label={t("setting_allow_scroll")}
        hint={t("setting_allow_scroll_hint")}
        value={values.allowScroll}
        onChange={(allowScroll) => store({ allowScroll })}
      />
      <p class={`news ${news?.isBad ? "bad" : ""}`} role="status">
        {news && t(news.words)}
      </p>
    </section>
  );
}

function recordLinkHint(recordLink: string): string {
  const example = recordUrl(recordLink, "5f0c2a");
  return example === null ? t("setting_record_link_hint") : t("setting_record_link_example", example);
}

interface NumberProps {
  label: string;
  hint: string;
  value: number;
  most: number;
  isLocked: boolean;
  isDisabled: boolean;
  onChange: (value: number) => Promise<unknown>;
}

function NumberSetting({ value, most, onChange, ...rest }: NumberProps) {
  const isGood = (words: string) => /^\d{1,4}$/.test(words) && Number(words) <= most;
  return (
    <TextSetting
      {...rest}
      inputMode="numeric"
      value={String(value)}
      errorOf={(words) => (isGood(words) ? null : t("setting_number_error", 0, most))}
      onChange={(words) => onChange(Number(words))}
    />
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
