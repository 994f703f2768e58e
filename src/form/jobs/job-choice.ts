/** The jobs the form knows without a call: pinned, recent, and the one that stands in it at first. */

import type { Job } from "../../model/records.ts";
import type { PlacedJob } from "../../model/save.ts";
import type { Answer } from "../../protocol/messages.ts";
import { send } from "../../protocol/send.ts";
import { defaultSettings, settings } from "../../settings/settings.ts";

export type RememberedJobs = Answer<"jobs.remembered">;

export const noJobs: RememberedJobs = { pinned: [], recent: [], last: null };

/** Never rejects: without the remembered jobs one can still be searched for. */
export async function recallJobs(): Promise<{ remembered: RememberedJobs; preselected: PlacedJob[] }> {
  const [remembered, { defaultJob }] = await Promise.all([
    send("jobs.remembered", {}).catch(() => noJobs),
    settings.get().catch(() => defaultSettings),
  ]);
  return { remembered, preselected: defaultJob === "last" && remembered.last ? [remembered.last] : [] };
}

/** Null when the pin could not be kept. */
export async function pinJob(job: Job, isPinned: boolean): Promise<RememberedJobs | null> {
  return send("jobs.pin", { job, isPinned }).catch(() => null);
}
