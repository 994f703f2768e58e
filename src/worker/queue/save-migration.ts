/** Saves of older formats, made into today's: nothing that was accepted is lost with an update. */
import * as z from "zod/mini";
import { problemSchema } from "../../model/problem.ts";
import { jobSchema } from "../../model/records.ts";
import { type SaveRecord, saveDraftSchema, saveRecordSchema } from "../../model/save.ts";
import { firstSteps, noOutcome, planOf } from "./plan.ts";

/** Version 0.1.0: the person and one job went with one call. */
const firstFormatSchema = z.lazy(() =>
  z.looseObject({
    version: z.literal(1),
    draft: z.looseObject({ job: z.optional(jobSchema) }),
    state: z.enum(["waiting", "sending", "saved", "needs_you", "in_doubt"]),
    unanswered: z.boolean(),
    problem: z.nullable(problemSchema),
    outcome: z.nullable(z.object({ personId: z.nullable(z.string()), candidateId: z.nullable(z.string()) })),
  }),
);

/** The record in today's format, or undefined when it is none of ours. */
export function migrated(value: unknown): SaveRecord | undefined {
  const old = firstFormatSchema.safeParse(value);
  if (!old.success) return undefined;
  const { job, ...fields } = old.data.draft;
  const draft = saveDraftSchema.safeParse({ ...fields, role: "candidate", jobs: job ? [{ job }] : [] });
  if (!draft.success) return undefined;
  const record = saveRecordSchema.safeParse({
    ...old.data,
    version: 2,
    draft: draft.data,
    correction: null,
    steps: stepsOf(old.data, draft.data),
    outcome: outcomeOf(old.data, job?.id),
  });
  return record.success ? record.data : undefined;
}

type FirstFormat = z.infer<typeof firstFormatSchema>;

/** What was sent, or may have been, is past its look-up: it is looked up as a lost answer. */
function stepsOf({ state, unanswered }: FirstFormat, draft: SaveRecord["draft"]): SaveRecord["steps"] {
  if (state === "saved") return planOf(draft).map((step) => ({ ...step, done: true }));
  const wasSent = state === "sending" || state === "in_doubt" || unanswered;
  return wasSent ? planOf(draft) : firstSteps;
}

function outcomeOf({ outcome }: FirstFormat, jobId: string | undefined): SaveRecord["outcome"] {
  if (!outcome) return null;
  const candidateIds = jobId === undefined ? {} : { [jobId]: outcome.candidateId ?? "" };
  return { ...noOutcome, personId: outcome.personId, candidateIds };
}
