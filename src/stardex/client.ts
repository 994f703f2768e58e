/** The calls to the Stardex API this extension makes, and nothing else. */

import { createApi } from "./api.ts";
import { activityCalls } from "./calls/activities.ts";
import { companyCalls } from "./calls/companies.ts";
import { fieldCalls } from "./calls/fields.ts";
import { jobCalls } from "./calls/jobs.ts";
import { listCalls } from "./calls/lists.ts";
import { personCalls } from "./calls/persons.ts";
import { taskCalls } from "./calls/tasks.ts";
import type { ClientOptions } from "./http/exchange.ts";

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
