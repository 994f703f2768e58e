import { apiFieldNames } from "../field-names.ts";
import { frameworkErrorSchema, refusalSchema } from "../schemas.ts";
import type { Failure, FailureKind } from "../stardex-error.ts";
import type { Body } from "./read-body.ts";
import { rateLimitResetAt, retryAt } from "./retry-at.ts";

/** Words of the server longer than this are a page or a stack trace, not a message for a recruiter. */
const MAX_MESSAGE = 300;

/** The problem an answer tells of, or undefined when it is a success. */
export function answerProblem(response: Response, body: Body, now: number): Failure | undefined {
  const json = body.kind === "json" ? body.json : undefined;
  const refusal = refusalSchema.safeParse(json);
  if (response.ok && !refusal.success)
    return body.kind === "unreadable" ? { kind: "unreadable", status: response.status } : undefined;
  const framework = frameworkErrorSchema.safeParse(json);
  const isOwnWord = refusal.success || framework.success || isCounted(response.headers);
  const kind = problemKind(response.status, isOwnWord);
  const message = messageOf(refusal.data?.error.message ?? framework.data?.message);
  const field = kind === "invalid" ? fieldIn(message) : undefined;
  const wait = waitOf(kind, response.headers, refusal.data?.error.retry_after_seconds, now);
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
  if (status === 404) return "not_found";
  if (status === 408) return "timeout";
  // 400, 422, and every other refusal, also one that came with a 2xx: sending the same again is pointless.
  return "invalid";
}

function waitOf(
  kind: FailureKind,
  headers: Headers,
  bodySeconds: number | null | undefined,
  now: number,
): number | undefined {
  if (kind === "server") return retryAt(headers, bodySeconds, now);
  if (kind === "rate_limited") return retryAt(headers, bodySeconds, now) ?? rateLimitResetAt(headers, now);
  return undefined;
}

function messageOf(message: string | null | undefined): string | undefined {
  const trimmed = message?.trim();
  if (!trimmed) return undefined;
  return trimmed.length > MAX_MESSAGE ? `${trimmed.slice(0, MAX_MESSAGE)}…` : trimmed;
}

/** The first form field named in the message as a field (`body/name`, `"name"`, `name: ...`), not as a word. */
function fieldIn(message: string | undefined): string | undefined {
  if (!message) return undefined;
  return apiFieldNames.find(
    (field) =>
      new RegExp(`(^|["'\`/.\\[\\s])${field}($|["'\`\\]:]|\\s)`).test(message) && isField(field, message),
  );
}

function isField(field: string, message: string): boolean {
  return field !== "name" || /(^|["'`/.[])name\b/.test(message);
}
