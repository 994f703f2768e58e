/** Saves under the day on which they were made. */
import { dayName } from "../../i18n/time.ts";
import type { SaveRecord } from "../../model/save.ts";

export interface Day {
  /** Tells days apart; the words may be the same for two dates that cannot be read. */
  key: string;
  words: string;
  saves: SaveRecord[];
}

/** In the order of the saves; a day that comes twice (a clock that was set back) is one. `now`: epoch ms. */
export function byDay(saves: readonly SaveRecord[], now: number): Day[] {
  const days = new Map<string, Day>();
  for (const save of saves) {
    const key = new Date(save.createdAt).toDateString();
    const day = days.get(key) ?? { key, words: dayName(save.createdAt, now), saves: [] };
    day.saves.push(save);
    days.set(key, day);
  }
  return [...days.values()];
}
