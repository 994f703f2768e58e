import type { Problem } from "../model/problem.ts";

/** Every way a call to Stardex can fail. Holds what may be shown; never the key or the request. */
export class StardexError extends Error {
  override readonly name = "StardexError";

  constructor(readonly problem: Problem) {
    super(problem.status === undefined ? problem.kind : `${problem.kind} (HTTP ${problem.status})`);
  }
}
