/** The calls to the Stardex API this extension makes, and nothing else. */
import { activityCalls } from "./activities.ts";
import { createApi } from "./api.ts";
import { companyCalls } from "./companies.ts";
import type { ClientOptions } from "./exchange.ts";
import { fieldCalls } from "./fields.ts";
import { jobCalls } from "./jobs.ts";
import { listCalls } from "./lists.ts";
import { personCalls } from "./persons.ts";
import { taskCalls } from "./tasks.ts";

export type StardexClient = ReturnType<typeof createStardexClient>;

/** All calls reject with StardexError and nothing else. */
export function createStardexClient(options: ClientOptions) {
  const api = createApi(options);
  return {
    ...personCalls(api),
    ...jobCalls(api),
    ...companyCalls(api),
    ...listCalls(api),
    ...activityCalls(api),
    ...taskCalls(api),
    ...fieldCalls(api),
  };
}
