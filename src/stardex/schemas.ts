/**
 * Parts that all answers' schemas are made of. Lenient on purpose: ids are opaque, any field may be null or
 * absent, unknown keys are let pass, and a field of an unexpected type reads as null instead of failing the
 * whole answer. Fields: the vendor's reference, v1.
 */
import * as z from "zod/mini";

export const text = z.catch(z.optional(z.nullable(z.string())), null);
export const number = z.catch(z.optional(z.nullable(z.number())), null);
export const flag = z.catch(z.optional(z.nullable(z.boolean())), null);
export const rows = z.catch(z.optional(z.array(z.unknown())), []);

/** The rows that can be read. */
export function rowsIn<T>(schema: z.ZodMiniType<T>, data: unknown[]): T[] {
  return data.flatMap((row) => {
    const result = schema.safeParse(row);
    return result.success ? [result.data] : [];
  });
}

export function filledText(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value : null;
}

/** An answer that is one record, or a whole list of them. */
export const dataSchema = z.lazy(() => z.looseObject({ data: z.unknown() }));
export const listSchema = z.lazy(() => z.looseObject({ data: z.array(z.unknown()) }));

/** The id of what a call has added; null where the answer does not tell: it is there all the same. */
export function createdId(answer: unknown): string | null {
  return z.looseObject({ data: z.looseObject({ id: text }) }).safeParse(answer).data?.data.id || null;
}

/** Any answer that is Stardex's own: a proxy's JSON has no `success: true`. */
export const successSchema = z.lazy(() => z.looseObject({ success: z.literal(true) }));

/** The server's word that it did not do it, whatever the status. Shape A. */
export const refusalSchema = z.lazy(() =>
  z.looseObject({
    success: z.literal(false),
    error: z.looseObject({ message: text, retry_after_seconds: number }),
  }),
);

/** Shape B: the server's framework, for unknown routes and some 4xx and 5xx. */
export const frameworkErrorSchema = z.lazy(() => z.looseObject({ statusCode: z.number(), message: text }));
