import type { Problem } from "../../model/problem.ts";
import type { RateLimiter } from "../../stardex/rate.ts";
import { StardexError } from "../../stardex/stardex-error.ts";
import { type StoredConnection, storedConnection } from "../key/connection.ts";

/** What a page gets: what it asked for, or why there is none. */
export type Asked<T> = ({ ok: true } & T) | { ok: false; problem: Problem };

/** What a look-up for a user who waits works with. */
export interface LookUpParts<C> {
  clientFor: (key: string) => C;
  limiter: Pick<RateLimiter, "roomForLookUp">;
}

/** What `ask` answers under the present key. A failed call is a problem to show; anything else rejects. */
export async function askStardex<T extends object>(
  ask: (connection: StoredConnection) => Promise<T>,
): Promise<Asked<T>> {
  const connection = await storedConnection();
  if (!connection) return { ok: false, problem: { kind: "not_connected" } };
  try {
    return { ok: true, ...(await ask(connection)) };
  } catch (error) {
    if (error instanceof StardexError) return { ok: false, problem: error.problem };
    throw error;
  }
}

/**
 * The same for what gives way to saves: `mayAsk` is called before Stardex is, and ends the look-up with
 * `rate_limited` when the limit's rest is kept for them.
 */
export function askWithinLimit<C, T extends object>(
  { clientFor, limiter }: LookUpParts<C>,
  ask: (connection: StoredConnection, client: C, mayAsk: () => Promise<void>) => Promise<T>,
): Promise<Asked<T>> {
  const mayAsk = async () => {
    if (!(await limiter.roomForLookUp())) throw new StardexError({ kind: "rate_limited" });
  };
  return askStardex((connection) => ask(connection, clientFor(connection.key), mayAsk));
}

/** One spelling of what was typed, to remember its answer under. */
export function searchKey(text: string): string {
  return text.trim().replace(/\s+/g, " ").toLowerCase();
}
