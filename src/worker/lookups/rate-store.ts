import { freshRateState, type RateState, type RateStore, rateStateSchema } from "../../stardex/rate.ts";
import { database } from "../../storage/database.ts";
import { storedConnection } from "../key/connection.ts";

/**
 * The limiter's state, one for each key: the server counts them apart, and a key that comes back has its
 * calls still counted. One that cannot be read starts afresh.
 */
export function createRateStore(): RateStore {
  return {
    async get(): Promise<RateState> {
      const stored: unknown = await (await database()).get("worker", await name());
      return rateStateSchema.safeParse(stored).data ?? freshRateState;
    },
    async set(state: RateState): Promise<void> {
      await (await database()).put("worker", state, await name());
    },
  };
}

async function name(): Promise<string> {
  return `rate:${(await storedConnection())?.workspace ?? ""}`;
}
