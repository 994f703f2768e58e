import { t, type WordKey } from "../../i18n/words.ts";
import type { SettingName } from "../../settings/settings-schema.ts";

const KEYS: Record<SettingName, WordKey> = {
  toolbarMode: "setting_toolbar_mode",
  collectInTray: "setting_collect",
  graceSeconds: "setting_grace",
  defaultJob: "setting_default_job",
  hiddenFields: "setting_fields",
  recordLink: "setting_record_link",
  closeAfterSave: "setting_close_after_save",
  historyLength: "setting_history",
  notifications: "setting_notifications",
  liveBadge: "setting_live_badge",
  allowScroll: "setting_allow_scroll",
  snippets: "setting_snippets",
  teamMemory: "setting_team_memory",
  pinnedFields: "setting_pinned_fields",
  requiredFields: "setting_required_fields",
};

/** A setting's name as its label says it. */
export function settingLabel(name: SettingName): string {
  return t(KEYS[name]);
}
