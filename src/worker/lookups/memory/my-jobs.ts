/** The searches that the user works on, once it was said who that is; they come first in every list of jobs. */
import * as z from "zod/mini";
import { type Job, jobSchema } from "../../../model/records.ts";
import type { Answer } from "../../../protocol/messages.ts";
import { readWorkspaceChoices } from "../../../settings/workspace-choices.ts";
import type { StardexClient } from "../../../stardex/client.ts";
import { StardexError } from "../../../stardex/stardex-error.ts";
import { sessionCache } from "../../../storage/cache.ts";
import { askWithinLimit, type LookUpParts } from "../ask-stardex.ts";

/** Ms: a search is opened by the day. */
const FRESH = 5 * 60_000;

const jobsOf = sessionCache("my_jobs", z.array(jobSchema), {
  capacity: 2,
  size: 300_000,
  maxAge: FRESH,
});

type JobClient = Pick<StardexClient, "searchJobs">;

/** None where nobody said who the user is, or Stardex does not tell: then lists are as they come. */
export async function findMyJobs(
  workspace: string,
  client: JobClient,
  mayAsk: () => Promise<void>,
): Promise<Job[]> {
  const { me } = await readWorkspaceChoices(workspace);
  if (!me) return [];
  try {
    return await jobsOf.getOr(workspace, me.id, async () => {
      await mayAsk();
      return await client.searchJobs([], { teamMemberId: me.id });
    });
  } catch (error) {
    if (error instanceof StardexError) return [];
    throw error;
  }
}

/** Otherwise in the order they come in. */
export function mineFirst(jobs: Job[], mine: Job[]): Job[] {
  const isMine = (job: Job) => mine.some(({ id }) => id === job.id);
  return [...jobs.filter(isMine), ...jobs.filter((job) => !isMine(job))];
}

export function lookUpMyJobs(parts: LookUpParts<JobClient>): Promise<Answer<"jobs.mine">> {
  return askWithinLimit(parts, async ({ workspace }, client, mayAsk) => ({
    jobs: await findMyJobs(workspace, client, mayAsk),
  }));
}
