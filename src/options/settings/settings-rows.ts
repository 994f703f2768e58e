/** The settings in the order of the page. A new one is a line here, its label, and its line in the schema. */
import type { WordKey } from "../../i18n/words.ts";
import type { numberBounds, SettingName, Settings } from "../../settings/settings-schema.ts";
import { setLiveBadge } from "./live-badge.ts";
import { setNotifications } from "./notifications.ts";

type NamesOf<T> = { [Name in SettingName]: Settings[Name] extends T ? Name : never }[SettingName];
type ChoiceName = { [Name in SettingName]: Settings[Name] extends string ? Name : never }[SettingName];

export type SettingRow =
  | { kind: "choice"; name: ChoiceName; words: Record<string, WordKey>; hint?: WordKey }
  | { kind: "number"; name: keyof typeof numberBounds; unit: WordKey; hint?: WordKey }
  /** `set` asks the browser for a permission first; false when the user did not give it. */
  | { kind: "switch"; name: NamesOf<boolean>; hint?: WordKey; set?: (on: boolean) => Promise<boolean> }
  | { kind: "fields" | "record_link" | "snippets" };

function choice<Name extends ChoiceName>(
  name: Name,
  words: Record<Settings[Name], WordKey>,
  hint?: WordKey,
): SettingRow {
  return { kind: "choice", name, words, ...(hint && { hint }) };
}

/** What a user comes to change. */
export const behaviorRows: readonly SettingRow[] = [
  choice(
    "toolbarMode",
    { form: "setting_toolbar_form", save: "setting_toolbar_save" },
    "setting_toolbar_hint",
  ),
  { kind: "switch", name: "collectInTray", hint: "setting_collect_hint" },
  { kind: "number", name: "graceSeconds", unit: "unit_seconds", hint: "setting_grace_hint" },
  choice("defaultJob", { last: "setting_default_job_last", none: "setting_default_job_none" }),
  { kind: "switch", name: "closeAfterSave", hint: "setting_close_after_save_hint" },
  { kind: "fields" },
  { kind: "switch", name: "allowScroll", hint: "setting_allow_scroll_hint" },
  {
    kind: "switch",
    name: "notifications",
    hint: "setting_notifications_hint",
    set: setNotifications,
  },
  { kind: "switch", name: "liveBadge", hint: "setting_live_badge_hint", set: setLiveBadge },
];

/** What was done with a person, and what the firm knows. */
export const activityRows: readonly SettingRow[] = [
  { kind: "switch", name: "teamMemory", hint: "setting_team_memory_hint" },
  { kind: "snippets" },
];

/** What is set once. */
export const advancedRows: readonly SettingRow[] = [
  { kind: "record_link" },
  { kind: "number", name: "historyLength", unit: "unit_saves", hint: "setting_history_hint" },
];
