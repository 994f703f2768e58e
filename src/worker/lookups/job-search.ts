/** The jobs that fit what was typed: remembered ones first, then Stardex's. */
import * as z from "zod/mini";
import { isJobFor, keywordsToAsk, orderJobs } from "../../model/job-search.ts";
import { type Job, jobSchema } from "../../model/records.ts";
import type { Answer } from "../../protocol/messages.ts";
import type { StardexClient } from "../../stardex/client.ts";
import { sessionCache } from "../../storage/cache.ts";
import { askWithinLimit, type LookUpParts, searchKey } from "./ask-stardex.ts";
import { findMyJobs, mineFirst } from "./memory/my-jobs.ts";
import { remembered } from "./remembered-jobs.ts";

/** As many as a list shows. */
const SHOWN = 40;

/** Ms: the words of one search are typed and deleted within it. */
const FRESH = 60_000;

const found = sessionCache("jobs", z.array(jobSchema), {
  capacity: 100,
  size: 500_000,
  // What was made in Stardex a minute ago is found.
  maxAge: (jobs) => (jobs.length === 0 ? 0 : FRESH),
});

export function searchJobs(
  text: string,
  parts: LookUpParts<Pick<StardexClient, "searchJobs">>,
): Promise<Answer<"jobs.search">> {
  return askWithinLimit(parts, async ({ workspace }, client, mayAsk) => {
    const jobs = await found.getOr(workspace, searchKey(text), async () => {
      await mayAsk();
      return await findJobs(text, await knownJobs(workspace), client);
    });
    return { jobs: mineFirst(jobs, await findMyJobs(workspace, client, mayAsk)) };
  });
}

async function knownJobs(workspace: string): Promise<Job[]> {
  const { pinned, recent } = await remembered(workspace);
  return [...pinned, ...recent];
}

/** Remembered jobs fit by their initials as well, but only those come that Stardex still has open. */
async function findJobs(
  text: string,
  known: Job[],
  client: Pick<StardexClient, "searchJobs">,
): Promise<Job[]> {
  const keywords = keywordsToAsk(text);
  if (keywords.length === 0) return (await client.searchJobs([])).slice(0, SHOWN);
  const all: Job[] = [];
  for (const keyword of keywords) all.push(...(await client.searchJobs([keyword])));
  const fitting = uniqueById(all).filter((job) => isJobFor(text, job));
  const isOpen = (job: Job) => all.some(({ id }) => id === job.id);
  const first = known.filter((job) => isJobFor(text, job));
  const listed = uniqueById([...first.filter(isOpen), ...orderJobs(text, fitting), ...first]);
  return listed.slice(0, SHOWN);
}

function uniqueById(jobs: Job[]): Job[] {
  return [...new Map(jobs.map((job) => [job.id, job])).values()];
}
