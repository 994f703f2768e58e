/** Dates that no server of today can mean: a clock that was never set, or a number read wrongly. */
const EARLIEST = Date.UTC(2024, 0);
const LATEST = Date.UTC(2100, 0);

/** The server's clock by the answer's `Date`, epoch ms, cut to the second; null when it tells nothing usable. */
export function serverTime(headers: Headers): number | null {
  const date = headers.get("date") ?? "";
  // Anything else is read leniently, as a date that nobody meant.
  const at = / GMT\s*$/.test(date) ? Date.parse(date) : Number.NaN;
  return at >= EARLIEST && at < LATEST ? at : null;
}
