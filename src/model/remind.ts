/** When a reminder is due, in the user's own calendar. A weekend is kept: the user said so many days. */

export const remindIn = { day: 1, three_days: 3, week: 7 } as const;
export type RemindIn = keyof typeof remindIn;

/** The day in so many days, YYYY-MM-DD, by the calendar and not by hours: clocks change in between. */
export function dayIn(days: number, now: Date): string {
  const two = (n: number) => String(n).padStart(2, "0");
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() + days);
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
