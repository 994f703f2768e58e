/** One job as it is today: open or not, and its pipeline. */
import * as z from "zod/mini";
import { jobStagesSchema } from "../../model/records.ts";
import type { Answer } from "../../protocol/messages.ts";
import type { StardexClient } from "../../stardex/client.ts";
import { StardexError } from "../../stardex/stardex-error.ts";
import { sessionCache } from "../../storage/cache.ts";
import { askWithinLimit, type LookUpParts } from "./ask-stardex.ts";
import { remembered, stageOn } from "./remembered-jobs.ts";

/** Ms. */
const FRESH = 5 * 60_000;

const stateSchema = z.object({
  /** False for a job that is archived or gone. */
  isOpen: z.boolean(),
  stages: jobStagesSchema,
});
type JobState = z.infer<typeof stateSchema>;

const states = sessionCache("job", stateSchema, {
  capacity: 100,
  size: 300_000,
  maxAge: ({ stages }) => (stages.length === 0 ? 0 : FRESH),
});

type JobClient = Pick<StardexClient, "getJob">;

/** Asked once in some minutes. Rejects with StardexError. */
export function jobState(jobId: string, workspace: string, client: JobClient): Promise<JobState> {
  return states.getOr(workspace, jobId, () => askForJob(jobId, client));
}

/** Undefined when Stardex would have to be asked. */
function cachedJobState(jobId: string, workspace: string): Promise<JobState | undefined> {
  return states.get(workspace, jobId);
}

async function askForJob(jobId: string, client: JobClient): Promise<JobState> {
  try {
    const { isArchived, stages } = await client.getJob(jobId);
    return { isOpen: !isArchived, stages };
  } catch (error) {
    if (error instanceof StardexError && error.problem.kind === "not_found")
      return { isOpen: false, stages: [] };
    throw error;
  }
}

/** A stage that is no more in the pipeline is not the last used. */
export function jobStages(jobId: string, parts: LookUpParts<JobClient>): Promise<Answer<"jobs.stages">> {
  return askWithinLimit(parts, async ({ workspace }, client, mayAsk) => {
    if (!(await cachedJobState(jobId, workspace))) await mayAsk();
    const { isOpen, stages } = await jobState(jobId, workspace, client);
    const last = stageOn(jobId, (await remembered(workspace)).stages);
    return { isOpen, stages, lastStageId: stages.find(({ id }) => id === last?.id)?.id ?? null };
  });
}
