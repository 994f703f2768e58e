/** Times in the language of the words around them. */
import { language } from "./language.ts";

const units = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
] as const;

/** How long ago, or in how long: "3 hours ago", "in 2 minutes"; beyond a week the date. All in epoch ms. */
export function relativeTime(at: number, now: number, tag = language()): string {
  const distance = Math.abs(at - now);
  if (distance >= 7 * 86_400_000) return new Intl.DateTimeFormat(tag, { dateStyle: "medium" }).format(at);
  const words = new Intl.RelativeTimeFormat(tag, { numeric: "auto" });
  for (const [unit, size] of units) {
    if (distance >= size) return words.format(Math.trunc((at - now) / size), unit);
  }
  return words.format(0, "second");
}

/** Date and time, for who wants to know exactly. */
export function exactTime(at: number, tag = language()): string {
  return new Intl.DateTimeFormat(tag, { dateStyle: "full", timeStyle: "short" }).format(at);
}
