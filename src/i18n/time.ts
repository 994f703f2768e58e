/** Times in the language of the words around them. All times are epoch ms; what is no time has no words. */
import { language } from "./language.ts";

const DAY = 86_400_000;
const units = [
  ["day", DAY],
  ["hour", 3_600_000],
  ["minute", 60_000],
] as const;

/** How long ago, or in how long: "3 hours ago", "in 2 minutes"; beyond a week the date. */
export function relativeTime(at: number, now: number, tag = language()): string {
  const distance = Math.abs(at - now);
  if (distance >= 7 * DAY) return format(at, { dateStyle: "medium" }, tag);
  const words = new Intl.RelativeTimeFormat(tag, { numeric: "auto" });
  for (const [unit, size] of units) {
    if (distance >= size) return words.format(Math.trunc((at - now) / size), unit);
  }
  return words.format(0, "second");
}

/** Date and time, for a user who wants to know exactly. */
export function exactTime(at: number, tag = language()): string {
  return format(at, { dateStyle: "full", timeStyle: "short" }, tag);
}

/** The time of the day: "14:32", "2:32 PM". */
export function clockTime(at: number, tag = language()): string {
  return format(at, { timeStyle: "short" }, tag);
}

/** "today", "yesterday", else the date with its weekday. */
export function dayName(at: number, now: number, tag = language()): string {
  const days = Math.round((startOfDay(at) - startOfDay(now)) / DAY);
  if (days === 0 || days === -1)
    return new Intl.RelativeTimeFormat(tag, { numeric: "auto" }).format(days, "day");
  return format(at, { dateStyle: "full" }, tag);
}

/** Dates reach 8.64e15 ms; `Intl` throws at what is beyond, and a stored number may be anything. */
function format(at: number, options: Intl.DateTimeFormatOptions, tag: string): string {
  return Math.abs(at) <= 8.64e15 ? formatter(options, tag).format(at) : "";
}

const made = new Map<string, Intl.DateTimeFormat>();

/** Made once: a list of saves that is drawn several times a second would make dozens each time. */
function formatter(options: Intl.DateTimeFormatOptions, tag: string): Intl.DateTimeFormat {
  const key = JSON.stringify([tag, options]);
  const known = made.get(key) ?? new Intl.DateTimeFormat(tag, options);
  made.set(key, known);
  return known;
}

function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}

/** For `<time datetime>` and files; undefined when it is no time. */
export function isoTime(at: number): string | undefined {
  return Math.abs(at) <= 8.64e15 ? new Date(at).toISOString() : undefined;
}
