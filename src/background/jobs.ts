/** The jobs a person can be put on: those of the last saves from storage, the others from Stardex. */
import browser from "webextension-polyfill";
import * as z from "zod/mini";
import type { Answer } from "../messages.ts";
import { type Job, jobSchema } from "../save.ts";
import { StoredValueError, storageItem } from "../settings.ts";
import type { StardexClient } from "../stardex/client.ts";
import { StardexError } from "../stardex/stardex-error.ts";
import { storedConnection } from "./connection.ts";

/** As many as stand in the list without scrolling. */
const RECENT = 5;

const rememberedSchema = z.object({
  version: z.literal(1),
  recent: z.array(jobSchema),
  last: z.nullable(jobSchema),
});
type Remembered = z.infer<typeof rememberedSchema>;

const nothing: Remembered = { version: 1, recent: [], last: null };

/** Jobs belong to the key they were seen under: another firm has others. */
const itemOf = (workspace: string) => storageItem(`jobs:${workspace}`, rememberedSchema, nothing);

async function remembered(workspace: string): Promise<Remembered> {
  try {
    return await itemOf(workspace).get();
  } catch (error) {
    // Only a convenience: the next save writes it anew.
    if (error instanceof StoredValueError) return nothing;
    throw error;
  }
}

export async function rememberedJobs(): Promise<Answer<"jobs.remembered">> {
  const connection = await storedConnection();
  if (!connection) return { recent: [], last: null };
  const { recent, last } = await remembered(connection.workspace);
  return { recent, last };
}

/** After a save: its job comes first; a save on no job is remembered as such. */
export async function rememberJob(workspace: string, job: Job | null): Promise<void> {
  const { recent } = await remembered(workspace);
  const others = recent.filter(({ id }) => id !== job?.id);
  await itemOf(workspace).set({
    version: 1,
    recent: job ? [job, ...others].slice(0, RECENT) : recent,
    last: job,
  });
}

const foundSchema = z.object({ jobs: z.array(jobSchema) });

/** Asked once a browser session for the same words: jobs change by the day, a budget by the minute. */
export async function searchJobs(
  text: string,
  clientFor: (key: string) => Pick<StardexClient, "searchJobs">,
): Promise<Answer<"jobs.search">> {
  const connection = await storedConnection();
  if (!connection) return { ok: false, problem: { kind: "not_connected" } };
  const cacheKey = `found-jobs:${connection.workspace}:${text.trim().toLowerCase()}`;
  const cached = foundSchema.safeParse((await browser.storage.session.get(cacheKey))[cacheKey]);
  if (cached.success) return { ok: true, jobs: cached.data.jobs };
  try {
    const jobs = await clientFor(connection.key).searchJobs(text);
    await browser.storage.session.set({ [cacheKey]: { jobs } });
    return { ok: true, jobs };
  } catch (error) {
    if (error instanceof StardexError) return { ok: false, problem: error.problem };
    throw error;
  }
}
