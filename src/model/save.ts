/**
 * A save: what its user asked for, how far it has come, and how it ended. One record a save, stored
 * under `save:ID` in storage.local; written by the service worker alone, read by our pages.
 */
import * as z from "zod/mini";
import { fieldWriteSchema } from "./custom-field.ts";
import { isEmail } from "./email.ts";
import { problemSchema } from "./problem.ts";
import { jobSchema, listSchema, stageSchema } from "./records.ts";

const filled = z.string().check(z.trim(), z.minLength(1));
const filledOrNone = z.optional(filled);
const textsOrNone = z.optional(z.array(filled));
const email = z.string().check(z.refine(isEmail));
const emailOrNone = z.optional(email);
const emailsOrNone = z.optional(z.array(email));
const linkedinUrl = z.string().check(z.regex(/^https:\/\/www\.linkedin\.com\/in\/[^/?#]+$/));

/** A job to put her on. `stage` only when it is not the job's first, where Stardex puts her by itself. */
export const placedJobSchema = z.object({ job: jobSchema, stage: z.optional(stageSchema) });
export type PlacedJob = z.infer<typeof placedJobSchema>;

/** What she is to the firm. */
export const personRoles = ["candidate", "client_contact", "both"] as const;
export type PersonRole = (typeof personRoles)[number];

/** The company she is a contact at; `id` null when Stardex does not know it. */
export const clientSchema = z.object({ id: z.nullable(z.string()), name: filled });

/** A finding that only the user can pass over. `not_checked`: the question could not be asked, or had no answer. */
export const doubts = ["possible_match", "client_company", "do_not_contact", "not_checked"] as const;
export type Doubt = (typeof doubts)[number];

/** `url`: the company's LinkedIn page as the profile links it, slug or numeric id. */
export const employerSchema = z.object({ name: filled, url: z.nullable(z.string()) });
export type Employer = z.infer<typeof employerSchema>;

/** Fields to change on a record that is there already: only what is named is sent. */
export const personUpdateSchema = z.lazy(() =>
  z.object({
    name: filledOrNone,
    firstName: filledOrNone,
    lastName: filledOrNone,
    currentJobTitle: filledOrNone,
    companyName: filledOrNone,
    location: filledOrNone,
    /** When she was chosen among namesakes without a profile. */
    linkedinUrl: z.optional(linkedinUrl),
    workEmail: emailOrNone,
    personalEmail: emailOrNone,
    workPhone: filledOrNone,
    mobilePhone: filledOrNone,
    /** To be merged with those Stardex has: the lists there are replaced as a whole. */
    addEmails: emailsOrNone,
    addPhones: textsOrNone,
  }),
);
export type PersonUpdate = z.infer<typeof personUpdateSchema>;

/**
 * What was done with a person who is in Stardex, or is there once an earlier save of the same profile is
 * through. A draft that has one sends nothing of the person's own data and is not looked up before.
 */
export const touchSchema = z.lazy(() =>
  z.object({
    activity: z.optional(
      z.object({
        type: filled,
        /** Of a type of the team's own; null for those that every team has. */
        typeName: z.nullable(filled),
        text: filled,
      }),
    ),
    /** Another stage on a job the person is on already. */
    move: z.optional(
      z.object({
        jobId: filled,
        jobName: z.nullable(z.string()),
        /** Null when Stardex gave none: then the person is read for it. */
        candidateId: z.nullable(filled),
        stage: stageSchema,
      }),
    ),
  }),
);
export type Touch = z.infer<typeof touchSchema>;

/** What the form holds at the press of Save. Absent is not empty: a field without a value is left out. */
export const saveDraftSchema = z.lazy(() =>
  z.object({
    linkedinUrl,
    name: filled,
    firstName: filledOrNone,
    lastName: filledOrNone,
    currentJobTitle: filledOrNone,
    companyName: filledOrNone,
    location: filledOrNone,
    workEmail: emailOrNone,
    personalEmail: emailOrNone,
    /** Further addresses. */
    emails: emailsOrNone,
    workPhone: filledOrNone,
    mobilePhone: filledOrNone,
    /** Further numbers, of any kind. */
    phoneNumbers: textsOrNone,
    externalSourceId: filledOrNone,
    note: filledOrNone,
    role: z.enum(personRoles),
    /** The jobs she becomes a candidate on. Empty unless she is saved as one. */
    jobs: z.array(placedJobSchema),
    /** A title that is in no result, sent as a hint; only without `jobs`. */
    jobName: filledOrNone,
    client: z.optional(clientSchema),
    list: z.optional(listSchema),
    /** `dueDate`: YYYY-MM-DD. Without owners Stardex decides whose it is. */
    task: z.optional(
      z.object({ text: filled, dueDate: z.optional(z.iso.date()), ownerIds: z.optional(z.array(filled)) }),
    ),
    /** The firm's own fields, written once the person is there. */
    fields: z.optional(z.array(fieldWriteSchema).check(z.minLength(1))),
    touch: z.optional(touchSchema),
    /** The record that is hers, by the look-up or by her user's word. */
    known: z.optional(
      z.object({
        personId: z.string(),
        /** As Stardex has it. */
        name: z.nullable(z.string()),
        /** The profile Stardex has for her, where that is another than the one in view and stays. */
        linkedinUrl: z.optional(linkedinUrl),
        /** Ids of the jobs she is on already. */
        onJobs: z.array(z.string()),
        update: personUpdateSchema,
      }),
    ),
    /** Epoch ms of the look-up these words rest on; without one Stardex is asked before anything is sent. */
    lookedUpAt: z.optional(z.number()),
    /** Saved by one click, unseen: goes out only if the look-ups leave no doubt. */
    isOneClick: z.optional(z.boolean()),
    /** What the user was told of and saves all the same; any other finding holds the save up before anything is sent. */
    accepted: z.optional(z.array(z.enum(doubts))),
    /** The job title the page only hints at: never sent, but the form offers it when the save comes back to the user. */
    titleGuess: filledOrNone,
    /** Every employer the page names, guesses included: never sent, but checked against clients and off-limits. */
    employers: z.optional(z.array(employerSchema)),
  }),
);
export type SaveDraft = z.infer<typeof saveDraftSchema>;

const done = z.boolean();

/**
 * One call of a save, or the look-up before it; done in order, each marked when its answer is in.
 * `check`: is she in Stardex? `person`: POST, or PATCH of a known one, with the first job. `client`: a
 * known person as a contact. `job`: a further job. The other names say it.
 */
const stepSchema = z.lazy(() =>
  z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("check"), done }),
    z.object({ kind: z.literal("person"), done }),
    z.object({ kind: z.literal("client"), done }),
    z.object({ kind: z.literal("job"), jobId: z.string(), done }),
    z.object({ kind: z.literal("stage"), jobId: z.string(), stageId: z.string(), done }),
    z.object({ kind: z.literal("note"), done }),
    z.object({ kind: z.literal("list"), done }),
    z.object({ kind: z.literal("task"), done }),
    z.object({ kind: z.literal("fields"), done }),
    z.object({ kind: z.literal("activity"), done }),
    z.object({ kind: z.literal("move"), done }),
  ]),
);
export type Step = z.infer<typeof stepSchema>;

const saveStates = [
  "waiting", // goes out by itself at `nextAttemptAt`
  "sending", // on its way
  "saved", // Stardex has all of it
  "needs_you", // goes on only at its user's word
  "in_doubt", // sent, and the answer was lost: looked up at `nextAttemptAt` before it is sent again
] as const;

/** What Stardex has answered so far. */
const outcomeSchema = z.lazy(() =>
  z.object({
    /** Null when Stardex gave no id. */
    personId: z.nullable(z.string()),
    /** She was in Stardex before this save. */
    wasKnown: z.boolean(),
    /** Job id -> candidate id ("" when unknown) of the jobs this save put her on. */
    candidateIds: z.record(z.string(), z.string()),
    /** The candidate id that came of a job's name alone; null: on no job by it. */
    hintedCandidateId: z.nullable(z.string()),
    clientContactId: z.nullable(z.string()),
  }),
);
export type SaveOutcome = z.infer<typeof outcomeSchema>;

export const saveRecordSchema = z.lazy(() =>
  z.object({
    version: z.literal(2),
    id: z.string(),
    /** Fingerprint of the key the save was made under: another key never sends it. */
    workspace: z.string(),
    /** Place in the queue: clocks are set back, and a double click falls into one millisecond. */
    order: z.number(),
    /** Epoch ms. */
    createdAt: z.number(),
    updatedAt: z.number(),
    draft: saveDraftSchema,
    /** Her corrections made while in doubt: they count once it is known what became of the words before. */
    correction: z.nullable(saveDraftSchema),
    steps: z.array(stepSchema),
    /** Of the first step that is not done. */
    state: z.enum(saveStates),
    /** Tries of that step so far, look-ups of a lost answer included; backoff grows with it. */
    attempts: z.number(),
    /** Epoch ms of the next try while waiting or in doubt; the end of the grace of a one-click save. */
    nextAttemptAt: z.number(),
    /** The step was sent once and no answer came: with `needs_you`, "sent, no answer: check in Stardex". */
    unanswered: z.boolean(),
    /** The last problem met: why it waits, needs its user, or is in doubt. Null in doubt: the browser stopped. */
    problem: z.nullable(problemSchema),
    /** Null until the person is there. */
    outcome: z.nullable(outcomeSchema),
  }),
);
export type SaveRecord = z.infer<typeof saveRecordSchema>;
export type SaveState = SaveRecord["state"];

export const SAVE_KEY_PREFIX = "save:";

/** A record that could not be read is set aside under `broken:ID`, with its raw text, and shown. */
export const BROKEN_KEY_PREFIX = "broken:";
export const brokenRecordSchema = z.lazy(() =>
  z.object({
    version: z.literal(1),
    setAsideAt: z.number(),
    raw: z.string(),
  }),
);

/** The step a save is at, or undefined when all are done. */
export function currentStep({ steps }: SaveRecord): Step | undefined {
  return steps.find((step) => !step.done);
}
