import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Behavior } from "../behavior.ts";
import type { Paged } from "./bodies.ts";
import type { Env } from "./state.ts";

/** Shape A of the API's errors. */
export function refuse(c: Context, status: ContentfulStatusCode, code: string, message: string, more = {}) {
  return c.json({ success: false, error: { code, message, ...more } }, status);
}

/** Shape B: the server's framework. */
export function refuseB(c: Context, status: ContentfulStatusCode, error: string, message: string) {
  return c.json({ statusCode: status, error, message }, status);
}

/** A 400, 403 or 404 in the shape that is played: which one it is, the reference does not say. */
export function refuseAsPlayed(
  c: Context<Env>,
  status: ContentfulStatusCode,
  code: string,
  message: string,
): Response {
  const { errorBody } = c.get("state").behavior;
  if (errorBody === "none") return c.body(null, status);
  return errorBody === "A" ? refuse(c, status, code, message) : refuseB(c, status, code, message);
}

export const notFound = (c: Context<Env>, what: string) =>
  refuseAsPlayed(c, 404, "NOT_FOUND", `${what} not found`);

export function ok(c: Context, data: unknown, status: ContentfulStatusCode = 200) {
  return c.json({ success: true, data }, status);
}

export function page<T>(c: Context, all: T[], { offset = 0, limit = 100 }: Paged) {
  return c.json({
    success: true,
    data: all.slice(offset, offset + limit),
    meta: { total: all.length, offset, limit },
  });
}

/** A row's own time, `iso` in UTC, as it is played. */
export function toldTime(iso: string, { rowTime }: Behavior): string | null {
  if (rowTime === "none") return null;
  if (rowTime === "without_zone") return iso.replace("Z", "");
  if (rowTime === "utc") return iso;
  return new Date(Date.parse(iso) + 5.5 * 3_600_000).toISOString().replace("Z", "+05:30");
}

/** The body, which the contract has been held against. */
export async function bodyOf<T>(c: Context): Promise<T> {
  return (await c.req.json()) as T;
}
