/**
 * One limiter for all calls of a key: 60 a minute, sliding (vendor's reference, "Rate limits"), shared
 * with the firm's other tools. The queue takes at most three quarters, so a person who looks something
 * up while 300 saves drain is not kept waiting. No state of its own: all of it is in the store.
 */
import * as z from "zod/mini";
import { LONGEST_WAIT, rateLimitResetAt } from "./retry-at.ts";

const WINDOW = 60_000;
const QUEUE_SHARE = 0.75;

export const rateStateSchema = z.object({
  version: z.literal(1),
  /** Epoch ms of the calls of the last minute. */
  calls: z.array(z.number()),
  /** Calls a minute, as the server says. */
  limit: z.number(),
  /** Epoch ms before which the server takes no call (429). */
  closedUntil: z.number(),
  /** Epoch ms before which what is left is for the user's own look-ups. */
  queueClosedUntil: z.number(),
});
export type RateState = z.infer<typeof rateStateSchema>;

export const freshRateState: RateState = {
  version: 1,
  calls: [],
  limit: 60,
  closedUntil: 0,
  queueClosedUntil: 0,
};

export interface RateStore {
  get(): Promise<RateState>;
  set(state: RateState): Promise<void>;
}

export type RateLimiter = ReturnType<typeof createRateLimiter>;

export function createRateLimiter(store: RateStore, now: () => number) {
  let last: Promise<unknown> = Promise.resolve();

  /** One change at a time: two interleaved ones would lose a call from the count. */
  function change<T>(step: (state: RateState) => { state: RateState; result: T }): Promise<T> {
    const turn = last.then(async () => {
      const { state, result } = step(recent(await store.get(), now()));
      await store.set(state);
      return result;
    });
    last = turn.catch(() => undefined);
    return turn;
  }

  return {
    /** Counts one call of the queue and answers undefined, or answers the epoch ms to come back at. */
    takeForQueue: () => change((state) => takeForQueue(state, now())),
    /** Learns from an answer's headers, whoever made the call. Never rejects: the answer itself counts more. */
    observe: (headers: Headers) =>
      change((state) => ({ state: observed(state, headers, now()), result: undefined })).catch(
        () => undefined,
      ),
    /** After a 429: no call of the queue before `until`, epoch ms. */
    close: (until: number) =>
      change((state) => ({ state: { ...state, closedUntil: until }, result: undefined })),
  };
}

function recent(state: RateState, now: number): RateState {
  // A clock that was set back leaves calls and doors in the future; they would count for ever.
  return {
    ...state,
    calls: state.calls.filter((at) => at > now - WINDOW && at <= now),
    closedUntil: state.closedUntil > now + LONGEST_WAIT ? 0 : state.closedUntil,
    queueClosedUntil: state.queueClosedUntil > now + WINDOW ? 0 : state.queueClosedUntil,
  };
}

function takeForQueue(state: RateState, now: number): { state: RateState; result: number | undefined } {
  const share = Math.max(1, Math.floor(state.limit * QUEUE_SHARE));
  const leaves = state.calls[state.calls.length - share];
  const free = Math.max(
    state.closedUntil,
    state.queueClosedUntil,
    leaves === undefined ? 0 : leaves + WINDOW,
  );
  if (free > now) return { state, result: free };
  return { state: { ...state, calls: [...state.calls, now] }, result: undefined };
}

function observed(state: RateState, headers: Headers, now: number): RateState {
  const limit = count(headers, "x-ratelimit-limit") ?? state.limit;
  const remaining = count(headers, "x-ratelimit-remaining");
  const reset = Math.min(rateLimitResetAt(headers, now) ?? 0, now + WINDOW);
  const isLow = remaining !== undefined && remaining < limit * (1 - QUEUE_SHARE);
  return {
    ...state,
    limit: Math.max(1, limit),
    queueClosedUntil: isLow ? reset : 0,
  };
}

function count(headers: Headers, name: string): number | undefined {
  const value = Number.parseInt(headers.get(name) ?? "", 10);
  return Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}
