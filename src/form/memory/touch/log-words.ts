/** What the panel that logs a touch says, and what it writes where the user wrote nothing. */
import { activityTypeWords } from "../../../i18n/activity-words.ts";
import { language } from "../../../i18n/language.ts";
import { t } from "../../../i18n/words.ts";
import { touchTypes } from "../../../model/activity.ts";
import type { Placeholder } from "../../../model/snippets.ts";
import type { LogError, LogKind } from "./log-state.ts";

/** Stardex keeps no activity without a text. */
export function firstLine(kind: LogKind): string {
  if (kind === "reminder_only") return "";
  const own = touchTypes.find((key) => key === kind.key);
  return own ? t(`touch_${own}`) : (kind.name ?? activityTypeWords(kind.key));
}

export function errorWords(error: LogError): string {
  return error.kind === "no_date" ? t("touch_no_date") : t("touch_unknown_placeholder", list(error.names));
}

export function missingWords(missing: readonly Placeholder[]): string {
  return t("touch_missing", list(missing.map((name) => t(`placeholder_${name}`))));
}

function list(words: string[]): string {
  return new Intl.ListFormat(language(), { type: "conjunction" }).format(words);
}

/** Local noon: a day alone would be midnight in UTC, and the day before in America. */
export function weekdayWords(day: string): string {
  return new Intl.DateTimeFormat(language(), { weekday: "short", day: "numeric", month: "short" }).format(
    new Date(`${day}T12:00:00`),
  );
}
