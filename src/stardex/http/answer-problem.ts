import type { Failure, FailureKind } from "../stardex-error.ts";
import type { Body } from "./read-body.ts";
import { readRefusal, readWords } from "./refusal.ts";
import { rateLimitResetAt, retryAt } from "./retry-at.ts";

/** Words of the server longer than this are a page or a stack trace, not a message for a recruiter. */
const MAX_MESSAGE = 300;

/** The problem an answer tells of, or undefined when it is a success. */
export function answerProblem(response: Response, body: Body, now: number): Failure | undefined {
  const json = body.kind === "json" ? body.json : undefined;
  const refusal = readRefusal(json);
  if (response.ok && !refusal)
    return body.kind === "unreadable" ? { kind: "unreadable", status: response.status } : undefined;
  // A no that came with a 2xx is a no all the same.
  const status = (response.ok ? refusal?.status : null) ?? response.status;
  const kind = problemKind(status, refusal !== undefined || isCounted(response.headers));
  const words = readWords(json);
  const message = kind === "unreadable" ? undefined : shorten(words.message);
  const field = kind === "invalid" ? words.field : null;
  const wait = waitOf(kind, response.headers, words.seconds, now);
  return {
    kind,
    status: response.status,
    ...(message && { message }),
    ...(field && { field }),
    ...(wait && { retryAt: wait }),
  };
}

/** The rate limit's headers are on every answer of Stardex (vendor's reference), and on nobody else's. */
function isCounted(headers: Headers): boolean {
  return headers.has("x-ratelimit-limit");
}

/**
 * A status alone is no word of Stardex: a web filter answers 401, 403 and 404 as well, in HTML. Only what is
 * a delay in any case is taken from whoever answers.
 */
function problemKind(status: number, isOwnWord: boolean): FailureKind {
  if (status === 429) return "rate_limited";
  if (status >= 500) return "server";
  if (!isOwnWord) return "unreadable";
  if (status === 401) return "unauthorized";
  if (status === 403) return "forbidden";
  if (status === 404 || status === 410) return "not_found";
  if (status === 408) return "timeout";
  // 400, 422, and every other refusal, also one that came with a 2xx: sending the same again is pointless.
  return "invalid";
}

function waitOf(
  kind: FailureKind,
  headers: Headers,
  bodySeconds: number | null,
  now: number,
): number | undefined {
  if (kind === "server") return retryAt(headers, bodySeconds, now);
  if (kind === "rate_limited") return retryAt(headers, bodySeconds, now) ?? rateLimitResetAt(headers, now);
  return undefined;
}

function shorten(message: string | null): string | undefined {
  if (message === null) return undefined;
  return message.length > MAX_MESSAGE ? `${message.slice(0, MAX_MESSAGE)}…` : message;
}
