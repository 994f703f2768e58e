import { StoredValueError, storageItem } from "../settings.ts";
import { freshRateState, type RateStore, rateStateSchema } from "../stardex/rate.ts";

const item = storageItem("rate", rateStateSchema, freshRateState);

/** The limiter's state. One that cannot be read starts afresh: the server still has its own count. */
export const rateStore: RateStore = {
  async get() {
    try {
      return await item.get();
    } catch (error) {
      if (error instanceof StoredValueError) return freshRateState;
      throw error;
    }
  },
  set: item.set,
};
