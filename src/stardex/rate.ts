/**
 * One limiter for all calls of a key: 60 a minute, sliding (vendor's reference, "Rate limits"), shared
 * with the firm's other tools. Every call counts, whoever made it; only the queue is held back, so that
 * it drains as fast as the server allows and leaves room to a user who looks things up meanwhile. No
 * state of its own: all of it is in the store.
 */
import * as z from "zod/mini";
import { LONGEST_WAIT, rateLimitResetAt } from "./http/retry-at.ts";
import { serverTime } from "./http/server-time.ts";

/** A minute, and what the way to the server may differ from call to call: it counts from their arrival. */
const WINDOW = 60_250;

/** What the queue leaves of the limit to the first words of a user who comes while it drains. */
const RESERVE = 2;

/** Of the limit: what the queue takes at most while a user looks things up. */
const SHARE_BESIDE_USER = 0.75;

/** Of the limit: what a batch leaves to single saves. Four calls are a save; so three of them find room. */
const LEFT_BY_BATCH = 0.2;

/** Ms a user counts as looking things up after the last look-up, or the wish for one. */
const USER_STAYS = 120_000;

/** With fewer calls left than these, look-ups give way to saves. */
const LOOK_UPS_END = 10;

const epochMs = z.number();

export const rateStateSchema = z.object({
  version: z.literal(1),
  /** Of our calls of the last minute. */
  calls: z.array(epochMs),
  /** Of those, the queue's. */
  queueCalls: z.array(epochMs),
  /** Calls a minute, as the server says. */
  limit: z.number(),
  /** Calls the server has counted and we have not: another tool's, with the same key. */
  others: z.number(),
  /** Until when they count. */
  othersUntil: epochMs,
  /** Before it the server takes no call (429). */
  closedUntil: epochMs,
  /** Of the user's last look-up, also one that gave way. */
  userAt: epochMs,
  /** The server's own clock at its last answer. */
  serverAt: z.nullable(epochMs),
});
export type RateState = z.infer<typeof rateStateSchema>;

export const freshRateState: RateState = {
  version: 1,
  calls: [],
  queueCalls: [],
  limit: 60,
  others: 0,
  othersUntil: 0,
  closedUntil: 0,
  userAt: 0,
  serverAt: null,
};

export interface RateStore {
  get(): Promise<RateState>;
  set(state: RateState): Promise<void>;
}

/** Whose call it is: the queue's, or that of a user who waits for its answer. */
export type Caller = "queue" | "user";

export type RateLimiter = ReturnType<typeof createRateLimiter>;

export function createRateLimiter(store: RateStore, now: () => number) {
  let last: Promise<unknown> = Promise.resolve();

  /** One step at a time, in the order they were asked for: two interleaved ones would lose a call. */
  function inTurn<T>(step: (state: RateState) => { state: RateState; result: T }): Promise<T> {
    const turn = last.then(async () => {
      const before = await store.get();
      const { state, result } = step(recent(before, now()));
      if (JSON.stringify(state) !== JSON.stringify(before)) await store.set(state);
      return result;
    });
    last = turn.catch(() => undefined);
    return turn;
  }

  const change = (step: (state: RateState) => RateState) =>
    inTurn((state) => ({ state: step(state), result: undefined }));

  return {
    /** Undefined when the queue may make a call now, else the epoch ms to come back at. Counts nothing. */
    roomForQueue: () => inTurn((state) => ({ state, result: closedToQueueUntil(state, now()) })),

    /** The same for what can wait: it leaves calls to a save that comes meanwhile. */
    roomForBatch: () =>
      inTurn((state) => ({ state, result: closedToQueueUntil(state, now(), LEFT_BY_BATCH) })),

    /** Whether a look-up may be made now. The wish alone makes the queue leave room for the next. */
    roomForLookUp: () =>
      inTurn((state) => ({
        state: { ...state, userAt: now() },
        result: remaining(state, now()) >= LOOK_UPS_END,
      })),

    /** Calls left now, by our own count and the server's. */
    remaining: () => inTurn((state) => ({ state, result: remaining(state, now()) })),

    /** The server's own clock at its last answer, epoch ms: it is that late by now, or later. Null: it never told. */
    serverTime: () => inTurn((state) => ({ state, result: state.serverAt })),

    /** To be called before every call. Never rejects: the call itself counts more. */
    count: (caller: Caller) =>
      change((state) => ({
        ...state,
        calls: [...state.calls, now()],
        ...(caller === "queue" ? { queueCalls: [...state.queueCalls, now()] } : { userAt: now() }),
      })).catch(() => undefined),

    /** Learns from an answer's headers, whoever made the call. Never rejects: the answer itself counts more. */
    observe: (headers: Headers) => change((state) => observed(state, headers, now())).catch(() => undefined),

    /** After a 429: no call before `until`, epoch ms. */
    close: (until: number) => change((state) => ({ ...state, closedUntil: until })),
  };
}

function recent(state: RateState, now: number): RateState {
  // A clock that was set back leaves calls and doors in the future; they would count for ever.
  const isRecent = (at: number) => at > now - WINDOW && at <= now;
  return {
    ...state,
    calls: state.calls.filter(isRecent),
    queueCalls: state.queueCalls.filter(isRecent),
    othersUntil: state.othersUntil > now + WINDOW ? 0 : state.othersUntil,
    closedUntil: state.closedUntil > now + LONGEST_WAIT ? 0 : state.closedUntil,
    userAt: state.userAt > now ? 0 : state.userAt,
  };
}

function remaining(state: RateState, now: number): number {
  if (state.closedUntil > now) return 0;
  return Math.max(0, state.limit - state.calls.length - othersAt(state, now));
}

function othersAt({ others, othersUntil }: RateState, now: number): number {
  return othersUntil > now ? others : 0;
}

/** The first moment at which few enough calls count: one of ours leaves, or others' do. */
function closedToQueueUntil(state: RateState, now: number, left = 0): number | undefined {
  const share = Math.max(1, queueShare(state, now) - Math.floor(state.limit * left));
  const isOpenAt = (moment: number) =>
    moment >= state.closedUntil &&
    countAt(state.queueCalls, moment) < share &&
    countAt(state.calls, moment) + othersAt(state, moment) < state.limit;
  if (isOpenAt(now)) return undefined;
  const moments = [...state.calls.map((at) => at + WINDOW), state.othersUntil, state.closedUntil];
  return Math.min(...moments.filter((moment) => moment > now && isOpenAt(moment)));
}

function countAt(calls: number[], moment: number): number {
  return calls.filter((at) => at > moment - WINDOW).length;
}

/**
 * Counts the queue's own calls alone: what other tools leave of the limit is for saves to the last, since
 * look-ups give way by themselves.
 */
function queueShare({ limit, userAt }: RateState, now: number): number {
  const share = now - userAt < USER_STAYS ? Math.floor(limit * SHARE_BESIDE_USER) : limit - RESERVE;
  return Math.max(1, share);
}

function observed(state: RateState, headers: Headers, now: number): RateState {
  const limit = Math.max(1, headerCount(headers, "x-ratelimit-limit") ?? state.limit);
  const left = headerCount(headers, "x-ratelimit-remaining");
  // Without a count it is no answer of Stardex: a web filter has a clock of its own.
  if (left === undefined) return { ...state, limit };
  const serverAt = serverTime(headers) ?? state.serverAt;
  const reset = rateLimitResetAt(headers, now) ?? now + WINDOW;
  return {
    ...state,
    limit,
    serverAt,
    others: Math.max(0, limit - left - state.calls.length),
    othersUntil: Math.min(reset, now + WINDOW),
  };
}

function headerCount(headers: Headers, name: string): number | undefined {
  const value = Number.parseInt(headers.get(name) ?? "", 10);
  return Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}
