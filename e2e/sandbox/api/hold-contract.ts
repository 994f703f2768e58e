/** The contract, both ways: what it does not know is refused, and what it does not promise is not answered. */
import type { MiddlewareHandler } from "hono";
import { endpointOf } from "../contract/contract.ts";
import { shapeAnswer } from "../contract/shape-answer.ts";
import { findMistake, findQueryMistake } from "../contract/validate.ts";
import { refuseAsPlayed, refuseB } from "./answers.ts";
import type { Env } from "./state.ts";

export const holdContract: MiddlewareHandler<Env> = async (c, next) => {
  const endpoint = endpointOf(c.req.method, c.req.path);
  if (!endpoint) return await next();
  const text = await c.req.text();
  const body = text === "" ? undefined : parse(text);
  if (Object.keys(endpoint.body).length > 0 && body === undefined)
    return refuseB(c, 400, "Bad Request", "Body is not valid JSON");
  const mistake = findMistake(endpoint, body) ?? findQueryMistake(endpoint, c.req.query());
  if (mistake) return refuseAsPlayed(c, 400, "VALIDATION_ERROR", `body/${mistake.field} ${mistake.what}`);
  await next();
  if (!c.res.ok || c.res.status === 204 || !c.res.headers.get("content-type")?.includes("json")) return;
  const answer: unknown = await c.res.json();
  const shaped = shapeAnswer(endpoint, answer, sectionsIn(body));
  const { status, headers } = c.res;
  c.res = undefined;
  c.res = new Response(JSON.stringify(withEmptyValues(shaped, c.get("state").behavior.emptyValue)), {
    status,
    headers,
  });
};

function sectionsIn(body: unknown): string[] {
  const { include } = (body ?? {}) as { include?: string[] };
  return include ?? [];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A value that is not there: null, no key at all, or an empty text. */
function withEmptyValues(value: unknown, how: "null" | "absent" | "blank"): unknown {
  if (how === "null" || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => withEmptyValues(one, how));
  const entries = Object.entries(value).flatMap(([key, one]) => {
    if (one !== null) return [[key, withEmptyValues(one, how)]];
    return how === "blank" ? [[key, ""]] : [];
  });
  return Object.fromEntries(entries);
}
