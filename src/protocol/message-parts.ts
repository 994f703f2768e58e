/** What the schemas of several messages are made with. */
import * as z from "zod/mini";
import { problemSchema } from "../model/problem.ts";

/**
 * Makes it at its first use. Zod takes longer to build a schema than to parse with it: all at once would hold up
 * every popup and every worker that starts. The records' schemas are `z.lazy` for the same reason.
 */
export function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** What was asked for, or why there is none. */
export function orProblem<T extends z.core.$ZodShape>(shape: T) {
  return z.discriminatedUnion("ok", [
    z.object({ ok: z.literal(true), ...shape }),
    z.object({ ok: z.literal(false), problem: problemSchema }),
  ]);
}
