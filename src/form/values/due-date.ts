/** The days a follow-up task can be due on: today up to five years ahead, in the user's own calendar. */

const YEARS_AHEAD = 5;

/** First and last day, YYYY-MM-DD. */
export function dueDates(now: Date): { first: string; last: string } {
  const last = new Date(now);
  last.setFullYear(now.getFullYear() + YEARS_AHEAD);
  return { first: localDay(now), last: localDay(last) };
}

/** A date box reports "0027-03-01" while its year is being typed: that is no date anybody means. */
export function isDueDate(day: string, now: Date): boolean {
  const { first, last } = dueDates(now);
  return isDay(day) && first <= day && day <= last;
}

/** A day of the calendar, written YYYY-MM-DD. */
function isDay(day: string): boolean {
  const [, year = 0, month = 0, date = 0] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)?.map(Number) ?? [];
  return month > 0 && date > 0 && localDay(new Date(year, month - 1, date)) === day;
}

function localDay(date: Date): string {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
