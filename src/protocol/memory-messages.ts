/** Messages about what the firm knows of a person in Stardex, and what was done with the person. */
import * as z from "zod/mini";
import { activitySchema, activityTypeSchema } from "../model/activity.ts";
import { customFieldSchema } from "../model/custom-field.ts";
import { jobSchema, knownPersonSchema } from "../model/records.ts";
import { saveDraftSchema } from "../model/save.ts";
import { teamMemberSchema } from "../model/team-member.ts";
import { once, orProblem } from "./message-parts.ts";

/** All look-ups among them give way to saves: `rate_limited` when the limit's rest is kept for those. */
export const memoryMessages = {
  /** The newest entries of a person's timeline; null where the firm hides it. One call in some minutes. */
  "memory.timeline": once(() => ({
    request: z.object({ personId: z.string() }),
    answer: orProblem({ activities: z.nullable(z.array(activitySchema)) }),
  })),
  /** Since when the person is at the stage, ISO 8601; null where Stardex does not tell. */
  "memory.stage_since": once(() => ({
    request: z.object({ candidateId: z.string() }),
    answer: orProblem({ since: z.nullable(z.string()) }),
  })),
  /** The types of activity that the team added to the standard ones; one call a browser session. */
  "memory.activity_types": once(() => ({
    request: z.object({}),
    answer: orProblem({ types: z.array(activityTypeSchema) }),
  })),
  /** Who is in the firm; one call a browser session. */
  "memory.team": once(() => ({
    request: z.object({}),
    answer: orProblem({ members: z.array(teamMemberSchema) }),
  })),
  /** The firm's fields that can be shown, with those of a job where one is named; one call a session and job. */
  "memory.fields": once(() => ({
    request: z.object({ jobId: z.nullable(z.string()) }),
    answer: orProblem({ fields: z.array(customFieldSchema) }),
  })),
  /** The open jobs the user works on; none until it was said who that is. One call in some minutes. */
  "jobs.mine": once(() => ({
    request: z.object({}),
    answer: orProblem({ jobs: z.array(jobSchema) }),
  })),
  /** People whose name has these words; one call. */
  "people.by_name": once(() => ({
    request: z.object({ name: z.string() }),
    answer: orProblem({ people: z.array(knownPersonSchema) }),
  })),
  /** People in Stardex who work at the company; one call. `isComplete` is false when there are more. */
  "people.at_company": once(() => ({
    request: z.object({ companyId: z.string() }),
    answer: orProblem({ people: z.array(knownPersonSchema), isComplete: z.boolean() }),
  })),
  /**
   * Accepts a touch: it is in storage when the answer comes, and is sent after `graceSeconds`, in which
   * `save.undo` takes it back. `workspace`: as of `save.accept`.
   */
  "touch.accept": once(() => ({
    request: z.object({ draft: saveDraftSchema, workspace: z.string(), graceSeconds: z.number() }),
    answer: orProblem({ id: z.string() }),
  })),
} as const;
