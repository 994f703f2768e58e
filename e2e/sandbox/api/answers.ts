import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { z } from "zod";

/** Shape A of the API's errors. */
export function refuse(c: Context, status: ContentfulStatusCode, code: string, message: string, more = {}) {
  return c.json({ success: false, error: { code, message, ...more } }, status);
}

/** Shape B: the server's framework. */
export function refuseB(c: Context, status: ContentfulStatusCode, error: string, message: string) {
  return c.json({ statusCode: status, error, message }, status);
}

export function ok(c: Context, data: unknown, status: ContentfulStatusCode = 200) {
  return c.json({ success: true, data }, status);
}

export function page<T>(c: Context, all: T[], { offset, limit }: { offset: number; limit: number }) {
  return c.json({
    success: true,
    data: all.slice(offset, offset + limit),
    meta: { total: all.length, offset, limit },
  });
}

/** The body by its schema, or the 400 that says what is wrong with it. */
export async function parseBody<S extends z.ZodType>(
  c: Context,
  schema: S,
): Promise<{ body: z.infer<S> } | { refusal: Response }> {
  const json: unknown = await c.req.json().catch(() => undefined);
  if (json === undefined) return { refusal: refuseB(c, 400, "Bad Request", "Body is not valid JSON") };
  const result = schema.safeParse(json);
  if (result.success) return { body: result.data };
  const issue = result.error.issues[0];
  const message = `body/${issue?.path.join("/") ?? ""} ${issue?.message ?? "is invalid"}`;
  return { refusal: refuse(c, 400, "VALIDATION_ERROR", message) };
}
