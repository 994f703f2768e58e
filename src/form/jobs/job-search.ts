/** What the job box suggests. */
import { t } from "../../i18n/words.ts";
import type { Job } from "../../model/records.ts";
import { send } from "../../protocol/send.ts";
import type { Found, OptionGroup } from "../../ui/combobox/suggestions.ts";
import type { RememberedJobs } from "./job-choice.ts";

/** A job, or a name no open job has: sent as a hint. */
export type JobSuggestion = { job: Job } | { title: string };

/** `canHint`: a name alone may be sent, as no job is chosen. */
export async function findJobs(words: string, canHint: boolean): Promise<Found<JobSuggestion>> {
  const found = await search(words);
  if (found.options.length > 0 || words === "" || !canHint) return found;
  return { ...found, options: [{ title: words }] };
}

async function search(text: string): Promise<Found<JobSuggestion>> {
  try {
    const answer = await send("jobs.search", { text });
    if (!answer.ok) return { options: [], problem: answer.problem };
    const options = answer.jobs.map((job) => ({ job }));
    return { options, problem: null, ...(options.length === 0 && { note: t("job_none") }) };
  } catch {
    return { options: [], problem: { kind: "offline" } };
  }
}

/** What is chosen already needs no suggestion. */
export function knownGroups(
  { pinned, recent }: RememberedJobs,
  mine: readonly Job[],
  isChosen: (job: Job) => boolean,
): OptionGroup<JobSuggestion>[] {
  const without = (jobs: readonly Job[], shown: readonly Job[]) =>
    jobs.filter((job) => !shown.some((one) => one.id === job.id));
  const own = without(mine, pinned);
  const groups = [
    { heading: t("job_pinned"), jobs: pinned },
    { heading: t("job_mine"), jobs: own },
    { heading: t("job_recent"), jobs: without(recent, [...pinned, ...own]) },
  ];
  return groups
    .map(({ heading, jobs }) => ({
      heading,
      options: jobs.filter((job) => !isChosen(job)).map((job) => ({ job })),
    }))
    .filter(({ options }) => options.length > 0);
}
