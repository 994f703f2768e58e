import { serverTime } from "./server-time.ts";

/** Ms. A wrong header must not park a save for a day. */
export const LONGEST_WAIT = 60 * 60_000;

/**
 * When the server will take this call again, epoch ms: `Retry-After` (seconds or an HTTP date), else the
 * body's `retry_after_seconds`. Undefined when it says nothing usable. Never more than LONGEST_WAIT ahead.
 */
export function retryAt(
  headers: Headers,
  bodySeconds: number | null | undefined,
  now: number,
): number | undefined {
  const wait = retryAfterWait(headers, now) ?? (bodySeconds ? bodySeconds * 1000 : undefined);
  return inTime(wait, now);
}

/** When the rate limit opens again, by `X-RateLimit-Reset` (Unix seconds): on every answer, so it only tells after a 429. */
export function rateLimitResetAt(headers: Headers, now: number): number | undefined {
  const reset = Number.parseFloat(headers.get("x-ratelimit-reset") ?? "");
  return inTime(reset * 1000 - serverNow(headers, now), now);
}

function retryAfterWait(headers: Headers, now: number): number | undefined {
  const header = headers.get("retry-after");
  if (!header) return undefined;
  if (/^\s*\d+(\.\d+)?\s*$/.test(header)) return Number.parseFloat(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : date - serverNow(headers, now);
}

function inTime(wait: number | undefined, now: number): number | undefined {
  return wait !== undefined && wait > 0 ? now + Math.min(wait, LONGEST_WAIT) : undefined;
}

/** A user's clock may be minutes off; dates in headers are meant against the server's `Date`. */
function serverNow(headers: Headers, now: number): number {
  return serverTime(headers) ?? now;
}
