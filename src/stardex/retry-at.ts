const LONGEST_WAIT = 60 * 60_000;

/**
 * When the server will take calls again, epoch ms: `Retry-After` (seconds or an HTTP date), else the
 * body's `retry_after_seconds`, else `X-RateLimit-Reset` (Unix seconds). Undefined when it says
 * nothing usable. Never more than an hour ahead: a wrong header must not park a save for a day.
 */
export function retryAt(
  headers: Headers,
  bodySeconds: number | null | undefined,
  now: number,
): number | undefined {
  const wait =
    retryAfterWait(headers.get("retry-after"), serverNow(headers, now)) ??
    (bodySeconds ? bodySeconds * 1000 : undefined) ??
    rateLimitResetWait(headers, now);
  if (wait === undefined || !(wait > 0)) return undefined;
  return now + Math.min(wait, LONGEST_WAIT);
}

/** Ms until `X-RateLimit-Reset`, by the server's own clock when it tells it. */
export function rateLimitResetWait(headers: Headers, now: number): number | undefined {
  const reset = Number.parseFloat(headers.get("x-ratelimit-reset") ?? "");
  return Number.isFinite(reset) ? reset * 1000 - serverNow(headers, now) : undefined;
}

function retryAfterWait(header: string | null, serverTime: number): number | undefined {
  if (!header) return undefined;
  if (/^\s*\d+(\.\d+)?\s*$/.test(header)) return Number.parseFloat(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : date - serverTime;
}

/** A user's clock may be minutes off; dates in headers are meant against the server's `Date`. */
function serverNow(headers: Headers, now: number): number {
  const date = Date.parse(headers.get("date") ?? "");
  return Number.isNaN(date) ? now : date;
}
