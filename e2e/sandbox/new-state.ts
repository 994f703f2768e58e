import type { ApiState } from "./api/state.ts";
import { type Behavior, defaultBehavior } from "./behavior.ts";
import { Clock } from "./clock.ts";
import { Faults } from "./faults.ts";
import { RateLimit } from "./rate-limit.ts";
import { RequestLog } from "./request-log.ts";
import { seededStore } from "./seed.ts";
import type { Store } from "./store.ts";

export const SANDBOX_KEY = "ats-sandbox-key";
/** Another firm's key: its workspace shares nothing with the first. */
export const SECOND_KEY = "ats-second-key";

export interface StateOptions {
  rateLimit?: { limit?: number; windowMs?: number };
  behavior?: Partial<Behavior>;
}

/** What a sandbox starts with: two firms with the same invented records, nothing logged, no fault. */
export function newState(options: StateOptions): { state: ApiState; store: Store; secondStore: Store } {
  const clock = new Clock();
  const store = seededStore("first", clock);
  const secondStore = seededStore("second", clock);
  const state: ApiState = {
    workspaces: { [SANDBOX_KEY]: store, [SECOND_KEY]: secondStore },
    clock,
    log: new RequestLog(),
    faults: new Faults(),
    rateLimit: new RateLimit(options.rateLimit?.limit, options.rateLimit?.windowMs, clock),
    behavior: { ...defaultBehavior, ...options.behavior },
  };
  return { state, store, secondStore };
}
