import type { Problem } from "../../model/problem.ts";
import { StardexError } from "../../stardex/stardex-error.ts";
import { type StoredConnection, storedConnection } from "../key/connection.ts";

/** What a page gets: what it asked for, or why there is none. */
export type Asked<T> = ({ ok: true } & T) | { ok: false; problem: Problem };

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

/** One spelling of what was typed, to remember its answer under. */
export function searchKey(text: string): string {
  return text.trim().replace(/\s+/g, " ").toLowerCase();
}
