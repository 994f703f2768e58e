/**
 * Parts that all answers' schemas are made of. Lenient on purpose: ids are opaque, any field may be null or
 * absent, unknown keys are let pass, and a field of an unexpected type reads as null instead of failing the
 * whole answer. Fields: the vendor's reference, v1.
 */
import * as z from "zod/mini";

export const text = z.catch(z.optional(z.nullable(z.string())), null);
export const number = z.catch(z.optional(z.nullable(z.number())), null);

/** An opaque id; a number, as a sample of another API had it, is one as well, as far as it is exact. */
export const id = z.pipe(
  z.union([z.string().check(z.minLength(1)), z.number().check(z.refine(Number.isSafeInteger))]),
  z.transform(String),
);
export const idOrNone = z.catch(z.optional(z.nullable(id)), null);

/** A yes or no in whatever form; what only describes a mark is one. Null: not told. */
export const flag = z.pipe(z.optional(z.unknown()), z.transform(readFlag));

function readFlag(value: unknown): boolean | null {
  if (typeof value === "string") {
    const word = value.trim().toLowerCase();
    return ["true", "yes", "1"].includes(word) || (["false", "no", "0"].includes(word) ? false : null);
  }
  if (value === null || value === undefined) return null;
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}
export const rows = z.catch(z.optional(z.array(z.unknown())), []);

/** More than any firm has of anything: an answer larger than that would only hold the page up. */
const MOST_ROWS = 2_000;

/** The rows that can be read. */
export function rowsIn<T>(schema: z.ZodMiniType<T>, data: unknown[]): T[] {
  return data.slice(0, MOST_ROWS).flatMap((row) => {
    const result = schema.safeParse(row);
    return result.success ? [result.data] : [];
  });
}

export function idOf(value: unknown): string | null {
  return id.safeParse(value).data ?? null;
}

export function filledText(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value : null;
}

/** An answer that is one record, or a whole list of them. */
export const dataSchema = z.lazy(() => z.looseObject({ data: z.unknown() }));
export const listSchema = z.lazy(() =>
  z.looseObject({
    data: z.pipe(
      z.array(z.unknown()),
      z.transform((rows) => rows.slice(0, MOST_ROWS)),
    ),
  }),
);

/** The id of what a call has added; null where the answer does not tell: it is there all the same. */
export function createdId(answer: unknown): string | null {
  return z.looseObject({ data: z.looseObject({ id: idOrNone }) }).safeParse(answer).data?.data.id ?? null;
}

/** Any answer that is Stardex's own: a proxy's JSON has no `success: true`. */
export const successSchema = z.lazy(() => z.looseObject({ success: z.literal(true) }));
