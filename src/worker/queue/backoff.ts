const FIRST = 5_000;
const LONGEST = 15 * 60_000;

/**
 * Ms to wait after the given number of tries: 5 s, doubled each time, at most 15 min, of which half is
 * random (`random` in [0, 1)), so that the browsers of a firm do not come back all at once.
 */
export function backoff(attempts: number, random: number): number {
  const full = Math.min(LONGEST, FIRST * 2 ** Math.max(0, attempts - 1));
  return Math.round(full * (0.5 + random / 2));
}
