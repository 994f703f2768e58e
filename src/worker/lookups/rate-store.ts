import { freshRateState, type RateState, type RateStore, rateStateSchema } from "../../stardex/rate.ts";
import { StoredValueError, storageItem } from "../../storage/storage-item.ts";

const item = storageItem("rate", rateStateSchema, freshRateState);

/**
 * The limiter's state, read once in a worker's life: nobody else writes it, and no call waits for it to be
 * read again.
 */
export function createRateStore(): RateStore {
  let known: RateState | undefined;
  item.watch((state) => {
    // Only the removal tells more than is known here: everything is forgotten.
    if (state === freshRateState) known = undefined;
  });

  return {
    async get() {
      known ??= await stored();
      return known;
    },
    set(state) {
      known = state;
      return item.set(state);
    },
  };
}

/** One that cannot be read starts afresh: the server still has its own count. */
async function stored(): Promise<RateState> {
  try {
    return await item.get();
  } catch (error) {
    if (error instanceof StoredValueError) return freshRateState;
    throw error;
  }
}
