/** One count of calls a key, kept under the key's workspace: connecting the same key again forgets nothing. */
import {
  createRateLimiter,
  freshRateState,
  type RateLimiter,
  type RateStore,
  rateStateSchema,
} from "../../stardex/rate.ts";
import { StoredValueError, storageItem } from "../../storage/storage-item.ts";
import { storedConnection } from "../key/connection.ts";
import { fingerprint } from "../key/fingerprint.ts";

function createRateStore(workspace: string): RateStore {
  const item = storageItem(`rate:${workspace}`, rateStateSchema, freshRateState);
  return {
    /** One that cannot be read starts afresh: the server still has its own count. */
    async get() {
      try {
        return await item.get();
      } catch (error) {
        if (error instanceof StoredValueError) return freshRateState;
        throw error;
      }
    },
    set: (state) => item.set(state),
  };
}

/** `now`: epoch ms. */
export function createLimiters(now: () => number) {
  /** A limiter keeps the order of its steps and nothing else: one a workspace is enough. */
  const limiters = new Map<string, RateLimiter>();

  function ofWorkspace(workspace: string): RateLimiter {
    const known = limiters.get(workspace);
    if (known) return known;
    const made = createRateLimiter(createRateStore(workspace), now);
    limiters.set(workspace, made);
    return made;
  }

  const present = async () => ofWorkspace((await storedConnection())?.workspace ?? "none");

  return {
    ofWorkspace,

    /** Of a key that may not be stored yet. */
    ofKey: async (key: string): Promise<RateLimiter> => ofWorkspace(await fingerprint(key)),

    /** Of the key in use at the time of each question. */
    present: {
      roomForQueue: async () => (await present()).roomForQueue(),
      roomForBatch: async () => (await present()).roomForBatch(),
      roomForLookUp: async () => (await present()).roomForLookUp(),
      close: async (until: number) => (await present()).close(until),
    },
  };
}

export type PresentLimiter = ReturnType<typeof createLimiters>["present"];
