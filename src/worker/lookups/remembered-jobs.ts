/** The jobs of the last saves, and those the user has pinned. */
import * as z from "zod/mini";
import { type Job, jobSchema, type Stage, stageSchema } from "../../model/records.ts";
import type { PlacedJob } from "../../model/save.ts";
import type { Answer } from "../../protocol/messages.ts";
import { StoredValueError, storageItem } from "../../storage/storage-item.ts";
import { storedConnection } from "../key/connection.ts";

/** As many as stand in the list without scrolling. */
const RECENT = 5;
/** More jobs than a recruiter has open at once. */
const STAGES = 100;

const rememberedSchema = z.object({
  version: z.literal(1),
  /** In the order they were pinned. */
  pinned: z.array(jobSchema),
  /** Newest first. */
  recent: z.array(jobSchema),
  /** The first of the last save; null when that was on no job. */
  last: z.nullable(jobSchema),
  /** Last used on each job, where that was not its first; newest first. */
  stages: z.array(z.object({ jobId: z.string(), stage: stageSchema })),
});
type Remembered = z.infer<typeof rememberedSchema>;

const nothing: Remembered = { version: 1, pinned: [], recent: [], last: null, stages: [] };

/** Jobs belong to the key they were seen under: another firm has others. */
const itemOf = (workspace: string) => storageItem(`jobs:${workspace}`, rememberedSchema, nothing);

export async function remembered(workspace: string): Promise<Remembered> {
  try {
    return await itemOf(workspace).get();
  } catch (error) {
    // Only a convenience: the next save writes it anew.
    if (error instanceof StoredValueError) return nothing;
    throw error;
  }
}

/** One change at a time: a job pinned during a save would be lost, or the save's job. */
function change(workspace: string, step: (jobs: Remembered) => Remembered): Promise<Remembered> {
  return navigator.locks.request("stardex-capture/jobs", async () => {
    const jobs = step(await remembered(workspace));
    await itemOf(workspace).set(jobs);
    return jobs;
  });
}

export async function rememberedJobs(): Promise<Answer<"jobs.remembered">> {
  const connection = await storedConnection();
  return publicJobs(connection ? await remembered(connection.workspace) : nothing);
}

export async function pinJob(job: Job, isPinned: boolean): Promise<Answer<"jobs.pin">> {
  const connection = await storedConnection();
  if (!connection) return publicJobs(nothing);
  const jobs = await change(connection.workspace, (before) => {
    const others = before.pinned.filter(({ id }) => id !== job.id);
    return { ...before, pinned: isPinned ? [...others, job] : others };
  });
  return publicJobs(jobs);
}

/**
 * After a save: its jobs come first among the recent ones, in its order, and each one's stage is
 * remembered, or forgotten when it is the first. A save on no job is remembered as such.
 */
export async function rememberJobs(workspace: string, placed: PlacedJob[]): Promise<void> {
  const jobs = placed.map(({ job }) => job);
  const isOther = (jobId: string) => jobs.every(({ id }) => id !== jobId);
  const stages = placed.flatMap(({ job, stage }) => (stage ? [{ jobId: job.id, stage }] : []));
  await change(workspace, (before) => ({
    ...before,
    recent: [...jobs, ...before.recent.filter(({ id }) => isOther(id))].slice(0, RECENT),
    last: jobs[0] ?? null,
    stages: [...stages, ...before.stages.filter(({ jobId }) => isOther(jobId))].slice(0, STAGES),
  }));
}

function publicJobs({ pinned, recent, last, stages }: Remembered): Answer<"jobs.remembered"> {
  const stage = last && stageOn(last.id, stages);
  return { pinned, recent, last: last && { job: last, ...(stage && { stage }) } };
}

export function stageOn(jobId: string, stages: Remembered["stages"]): Stage | undefined {
  return stages.find((used) => used.jobId === jobId)?.stage;
}
