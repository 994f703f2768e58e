import type { Problem } from "../model/problem.ts";
import { rateLimitResetAt, retryAt } from "./retry-at.ts";
import { frameworkErrorSchema, refusalSchema } from "./schemas.ts";

/** Words of the server longer than this are a page or a stack trace, not a message for a recruiter. */
const MAX_MESSAGE = 300;

/** Fields of the calls that the form holds; the longer names first, since `name` is in most messages. */
const FIELDS = [
  "external_source_id",
  "activity_content",
  "current_job_title",
  "linkedin_location",
  "personal_email",
  "phone_numbers",
  "content_text",
  "company_name",
  "linkedin_url",
  "mobile_phone",
  "client_name",
  "first_name",
  "work_email",
  "work_phone",
  "last_name",
  "client_id",
  "due_date",
  "job_name",
  "stage_id",
  "emails",
  "job_id",
  "notes",
  "name",
];

/** The problem an answer tells of, or undefined when it is a success. `body` is undefined when unreadable. */
export function answerProblem(response: Response, body: unknown, now: number): Problem | undefined {
  const refusal = refusalSchema.safeParse(body);
  if (response.ok && !refusal.success)
    return body === undefined ? { kind: "unreadable", status: response.status } : undefined;
  const kind = problemKind(response.status);
  const message = messageOf(
    refusal.data?.error.message ?? frameworkErrorSchema.safeParse(body).data?.message,
  );
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

function problemKind(status: number): Problem["kind"] {
  if (status === 401) return "unauthorised";
  if (status === 403) return "forbidden";
  if (status === 404) return "not_found";
  if (status === 408) return "timeout";
  if (status === 429) return "rate_limited";
  if (status >= 500) return "server";
  // 400, 422, and every other refusal, also one that came with a 2xx: sending the same again is pointless.
  return "invalid";
}

function waitOf(
  kind: Problem["kind"],
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
  return FIELDS.find(
    (field) =>
      new RegExp(`(^|["'\`/.\\[\\s])${field}($|["'\`\\]:]|\\s)`).test(message) && isField(field, message),
  );
}

function isField(field: string, message: string): boolean {
  return field !== "name" || /(^|["'`/.[])name\b/.test(message);
}
