/**
 * What our own contexts pass each other of Stardex' records: jobs, companies, lists, persons. The
 * client (src/stardex) makes them of the API's answers; ids are opaque.
 */
import * as z from "zod/mini";

const text = z.nullable(z.string());

export const stageSchema = z.object({ id: z.string(), name: z.string() });
export type Stage = z.infer<typeof stageSchema>;

/** A search the firm runs for a client, as the job picker shows it. */
export const jobSchema = z.object({
  id: z.string(),
  name: z.string(),
  clientCompanyName: text,
  location: text,
  candidateCount: z.nullable(z.number()),
});
export type Job = z.infer<typeof jobSchema>;

/** A job with its pipeline, first stage first. */
export const jobStagesSchema = z.array(stageSchema);

export const companySchema = z.object({
  id: z.string(),
  name: z.string(),
  isClient: z.boolean(),
  doNotContact: z.boolean(),
});
export type Company = z.infer<typeof companySchema>;

export const listSchema = z.object({ id: z.string(), name: z.string() });
export type List = z.infer<typeof listSchema>;

/** An e-mail address or a number with Stardex' name of its kind (`work`, `personal`, `mobile`, ...). */
const contactValueSchema = z.lazy(() => z.object({ type: z.string(), value: z.string() }));
export type ContactValue = z.infer<typeof contactValueSchema>;

/** A person's place in one job's pipeline. */
const candidacySchema = z.lazy(() =>
  z.object({
    candidateId: text,
    jobId: z.string(),
    jobName: text,
    clientCompanyName: text,
    stageId: text,
    stageName: text,
    isArchived: z.boolean(),
    /** ISO 8601, as Stardex gives it. */
    createdAt: text,
  }),
);
export type Candidacy = z.infer<typeof candidacySchema>;

const knownPersonSchema = z.lazy(() =>
  z.object({
    id: z.string(),
    name: text,
    firstName: text,
    lastName: text,
    /** The slug of her LinkedIn profile, decoded or not, as Stardex keeps it. Null: Stardex has no profile of hers. */
    publicId: text,
    currentJobTitle: text,
    companyName: text,
    location: text,
    externalSourceId: text,
    emails: z.array(contactValueSchema),
    phones: z.array(contactValueSchema),
    /** Newest first. */
    candidacies: z.array(candidacySchema),
    /** ISO 8601 of the latest activity; null when the answer does not tell. */
    lastActivityAt: text,
  }),
);
export type KnownPerson = z.infer<typeof knownPersonSchema>;

/** What a look-up found of the person in view. */
export const matchSchema = z.lazy(() =>
  z.discriminatedUnion("state", [
    /** No record has this profile. `namesakes`: how many others have the name. */
    z.object({ state: z.literal("new"), at: z.number(), namesakes: z.number() }),
    z.object({ state: z.literal("known"), at: z.number(), person: knownPersonSchema }),
    /** Nobody has this profile, but one of these may be her: her user decides. */
    z.object({
      state: z.literal("possible"),
      at: z.number(),
      people: z.array(knownPersonSchema),
      namesakes: z.number(),
    }),
  ]),
);
/** `at`: epoch ms of the look-up. */
export type Match = z.infer<typeof matchSchema>;
