/** Cuts an answer down to what the contract says: a key that the reference does not have is never relied on. */
import type { Endpoint } from "./contract.ts";

/** Key -> what is below it; "[]" for the rows of an array. */
interface Shape {
  [key: string]: Shape;
}

/**
 * `sections`: what `include` asked for. One that the contract names and shows no field of is left whole, and so
 * is an answer without any field in the contract.
 */
export function shapeAnswer(endpoint: Endpoint, answer: unknown, sections: string[]): unknown {
  const shape: Shape = {};
  for (const [path, { when }] of Object.entries(endpoint.response_fields)) {
    const [, section = ""] = path.split(".").map((part) => part.replace("[]", ""));
    if (when && !sections.includes(section)) continue;
    let at = shape;
    for (const part of path.replaceAll("[]", ".[]").split(".").filter(Boolean)) {
      at[part] ??= {};
      at = at[part];
    }
  }
  const row = shape.data?.["[]"];
  for (const section of sections) if (row) row[section] ??= {};
  return Object.keys(shape).length === 0 ? answer : cut(answer, shape);
}

function cut(value: unknown, shape: Shape): unknown {
  if (Object.keys(shape).length === 0) return value;
  if (Array.isArray(value)) return shape["[]"] ? value.map((row) => cut(row, shape["[]"] ?? {})) : value;
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).flatMap(([key, below]) => {
    const known = shape[key];
    return known ? [[key, cut(below, known)]] : [];
  });
  return Object.fromEntries(kept);
}
