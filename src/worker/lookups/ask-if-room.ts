import type { StardexClient } from "../../stardex/client.ts";
import type { RateLimiter } from "../../stardex/rate.ts";
import { type Asked, askStardex } from "./ask-stardex.ts";

/** What looks up the firm's memory needs. */
export interface LookUpParts {
  clientFor: (key: string) => StardexClient;
  limiter: Pick<RateLimiter, "roomForLookUp">;
  /** Epoch ms. */
  now: () => number;
}

export type Found<T> = ({ state: "answered" } & T) | { state: "skipped" };

interface Question<T> {
  /** What is still good of an earlier answer. */
  cached: (workspace: string) => Promise<T | undefined>;
  ask: (client: StardexClient, workspace: string) => Promise<T>;
}

/** The answer of before, else a call; none while the rest of the rate limit is kept for saves. */
export function askIfRoom<T extends object>(
  { clientFor, limiter }: LookUpParts,
  { cached, ask }: Question<T>,
): Promise<Asked<{ found: Found<T> }>> {
  return askStardex(async ({ key, workspace }) => {
    const before = await cached(workspace);
    if (before) return { found: { state: "answered", ...before } };
    if (!(await limiter.roomForLookUp())) return { found: { state: "skipped" } };
    return { found: { state: "answered", ...(await ask(clientFor(key), workspace)) } };
  });
}
