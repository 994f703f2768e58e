/**
 * What our own contexts pass each other of Stardex's records: jobs, companies, lists, persons. The
 * client (src/stardex) makes them of the API's answers; ids are opaque.
 */
import * as z from "zod/mini";
import { activitySchema } from "./activity.ts";

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

/** What Stardex knows of a company that decides whether its people may be approached. */
export const employerRecordSchema = z.lazy(() =>
  z.object({
    ...companySchema.shape,
    /** The company's page on LinkedIn, as Stardex has it. */
    linkedinUrl: text,
    /** LinkedIn's own number of the company. */
    linkedinId: text,
    /** The firm's word on the relation, e.g. "Active". */
    status: text,
    /** Of the do-not-contact mark. */
    reason: text,
    /** End of the mark, as Stardex gives it. */
    until: text,
    owners: z.array(z.string()),
    /** ISO 8601, as Stardex gives it. */
    lastEngagement: text,
    /** Only a like name says that this may be the employer, or its group. */
    isAlike: z.optional(z.boolean()),
  }),
);
export type EmployerRecord = z.infer<typeof employerRecordSchema>;

export const listSchema = z.object({ id: z.string(), name: z.string() });
export type List = z.infer<typeof listSchema>;

/** An e-mail address or a number with Stardex's name of its kind (`work`, `personal`, `mobile`, ...). */
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
    /** Since when the person is at the stage, ISO 8601; absent when the answer does not tell. */
    stageSince: z.optional(z.string()),
  }),
);
export type Candidacy = z.infer<typeof candidacySchema>;

/** Fields of a person that Stardex may state to be empty. */
const blankFields = [
  "firstName",
  "lastName",
  "currentJobTitle",
  "companyName",
  "location",
  "externalSourceId",
] as const;
export type BlankField = (typeof blankFields)[number];

export const knownPersonSchema = z.lazy(() =>
  z.object({
    id: z.string(),
    name: text,
    firstName: text,
    lastName: text,
    /** The slug of the LinkedIn profile, decoded or not, as Stardex keeps it. Null: Stardex has none. */
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
    /** What the firm did last with the person; absent when the answer does not tell. */
    lastTouch: z.optional(activitySchema),
    /** What Stardex states to be empty. Any other field that is null is unknown: never filled over. */
    blank: z.array(z.enum(blankFields)),
    /** The person's own mark; null when the answer does not tell. */
    doNotContact: z.nullable(z.boolean()),
  }),
);
export type KnownPerson = z.infer<typeof knownPersonSchema>;

/** What a look-up found of the person in view. `isComplete` is false when not all namesakes could be looked at. */
export const matchSchema = z.lazy(() =>
  z.discriminatedUnion("state", [
    /** No record has this profile. `namesakes`: how many others have the name. */
    z.object({ state: z.literal("new"), at: z.number(), namesakes: z.number(), isComplete: z.boolean() }),
    z.object({ state: z.literal("known"), at: z.number(), person: knownPersonSchema }),
    /** Nobody has this profile, but one of these may be the person: the user decides. */
    z.object({
      state: z.literal("possible"),
      at: z.number(),
      people: z.array(knownPersonSchema),
      namesakes: z.number(),
      isComplete: z.boolean(),
    }),
  ]),
);
/** `at`: epoch ms of the look-up. */
export type Match = z.infer<typeof matchSchema>;
