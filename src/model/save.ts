/**
 * A save: what the user asked for, how far it has come, and how it ended. One record a save, in the database;
 * written by the service worker alone, read by our pages (storage/saves.ts).
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

/** A job to put the person on. `stage` only when it is not the job's first, where Stardex puts everybody by itself. */
export const placedJobSchema = z.object({ job: jobSchema, stage: z.optional(stageSchema) });
export type PlacedJob = z.infer<typeof placedJobSchema>;

/** What the person is to the firm. */
export const personRoles = ["candidate", "client_contact", "both"] as const;
export type PersonRole = (typeof personRoles)[number];

/** The company the person is a contact at; `id` null when Stardex does not know it. */
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
    /** When the person was chosen among namesakes without a profile. */
    linkedinUrl: z.optional(linkedinUrl),
    workEmail: emailOrNone,
    personalEmail: emailOrNone,
    workPhone: filledOrNone,
    mobilePhone: filledOrNone,
    /** To be merged with those Stardex has: the lists there are replaced as a whole. */
    addEmails: emailsOrNone,
    addPhones: textsOrNone,
    /** Only where Stardex states that it has none. */
    externalSourceId: filledOrNone,
  }),
);
export type PersonUpdate = z.infer<typeof personUpdateSchema>;

/**
 * What was done with a person who is in Stardex, or is there once an earlier save of the same profile is
 * through. A draft that has one sends nothing of the person's own data and is not looked up before.
 */
const touchSchema = z.lazy(() =>
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

/** The fields of a person's record in Stardex. Absent is not empty: a field without a value is left out. */
const personFields = {
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
};
const personFieldsSchema = z.lazy(() => z.object(personFields));
export type PersonFields = z.infer<typeof personFieldsSchema>;

/** `dueDate`: YYYY-MM-DD. Without owners Stardex decides whose it is. */
const taskSchema = z.lazy(() =>
  z.object({ text: filled, dueDate: z.optional(z.iso.date()), ownerIds: z.optional(z.array(filled)) }),
);

/** What the form holds when the user saves. */
export const saveDraftSchema = z.lazy(() =>
  z.object({
    linkedinUrl,
    ...personFields,
    note: filledOrNone,
    role: z.enum(personRoles),
    /** The jobs to become a candidate on. Empty unless saved as one. */
    jobs: z.array(placedJobSchema),
    /** A title that is in no result, sent as a hint; only without `jobs`. */
    jobName: filledOrNone,
    client: z.optional(clientSchema),
    list: z.optional(listSchema),
    task: z.optional(taskSchema),
    /** The firm's own fields, written once the person is there. */
    fields: z.optional(z.array(fieldWriteSchema).check(z.minLength(1))),
    touch: z.optional(touchSchema),
    /** The person's record, by the look-up or by the user's word. */
    known: z.optional(
      z.object({
        personId: z.string(),
        /** As Stardex has it. */
        name: z.nullable(z.string()),
        /** The profile Stardex has, where that is another than the one in view and stays; null where it is none. */
        linkedinUrl: z.nullable(linkedinUrl),
        /** Ids of the jobs the person is on already. */
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
 * `check`: is the person in Stardex? `person`: POST, or PATCH of a known one, with the first job, if there is
 * one. `client`: what no update knows of and only a second creation can say of a known person: as a contact, on a
 * job by its title, with an external id. `job`: a further job. The other names say it.
 */
const stepSchema = z.lazy(() =>
  z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("check"), done }),
    z.object({ kind: z.literal("person"), jobId: z.nullable(z.string()), done }),
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

/** The batch that the save is a row of. `goesFirst`: the user has taken it up by itself, so it does not wait with the others. */
const batchPlaceSchema = z.lazy(() => z.object({ id: z.string(), goesFirst: z.boolean() }));

/** Epoch ms. A value that is no date would take the page that shows it. */
const epochMs = z.number().check(z.gte(0), z.lte(8.64e15));
const count = z.number().check(z.gte(0));

/** What Stardex has answered so far. */
const outcomeSchema = z.lazy(() =>
  z.object({
    /** Null when Stardex gave no id. */
    personId: z.nullable(z.string()),
    /** The person was in Stardex before this save. */
    wasKnown: z.boolean(),
    /** Job id -> candidate id, of the jobs this save put the person on; null when Stardex gave no id. */
    candidateIds: z.record(z.string(), z.nullable(z.string())),
    /** The candidate id that came of a job's name alone; null: on no job by it. */
    hintedCandidateId: z.nullable(z.string()),
    clientContactId: z.nullable(z.string()),
  }),
);
export type SaveOutcome = z.infer<typeof outcomeSchema>;

/**
 * What of this save is in Stardex, in the words it was sent with. A corrected save is planned anew, and must
 * send none of it twice.
 */
const arrivedSchema = z.lazy(() =>
  z.object({
    /** The fields of the person, since the first call that wrote them; the difference is what a correction sends. */
    fields: z.nullable(personFieldsSchema),
    note: z.nullable(z.string()),
    client: z.nullable(clientSchema),
    task: z.nullable(taskSchema),
    listIds: z.array(z.string()),
    /** Job id -> stage id. */
    stages: z.record(z.string(), z.string()),
  }),
);
export type Arrived = z.infer<typeof arrivedSchema>;

const commonFields = () => ({
  version: z.literal(1),
  id: z.string(),
  /** Fingerprint of the key the save was made under: another key never sends it. */
  workspace: z.string(),
  /** Place in the queue: clocks are set back, and a double click falls into one millisecond. */
  order: z.number(),
  createdAt: epochMs,
  updatedAt: epochMs,
  draft: saveDraftSchema,
  /** Of an earlier save of this person that arrived while this one waited: what differs is the newer word. */
  earlier: z.nullable(personFieldsSchema),
  steps: z.array(stepSchema),
  arrived: arrivedSchema,
  /** A person id of this save that Stardex does not have any more (merged away): the address is asked again. */
  goneId: z.nullable(z.string()),
  batch: z.nullable(batchPlaceSchema),
  /**
   * Epoch ms of the server's clock at its last answer before the present step was first sent; null when it was
   * not, or the server told none. Rows of Stardex are dated by that clock: ours may be hours off, or set meanwhile.
   */
  serverSentAt: z.nullable(epochMs),
});

/** Tries of the present step so far, look-ups of a lost answer included; backoff grows with it. */
const attempts = count;
const problem = z.nullable(problemSchema);

export const saveRecordSchema = z.lazy(() =>
  z.discriminatedUnion("state", [
    /** Goes out by itself at `nextAttemptAt`: the end of the grace of a one-click save, or of a wait. */
    z.object({
      ...commonFields(),
      state: z.literal("waiting"),
      attempts,
      nextAttemptAt: epochMs,
      /** Why it waits, when something went wrong. */
      problem,
      outcome: z.nullable(outcomeSchema),
    }),
    /** Its first step that is not done is on its way since `sentAt`. */
    z.object({
      ...commonFields(),
      state: z.literal("sending"),
      attempts,
      sentAt: epochMs,
      problem,
      outcome: z.nullable(outcomeSchema),
    }),
    /** Sent, and the answer was lost: looked up at `nextAttemptAt` before it is sent again. */
    z.object({
      ...commonFields(),
      state: z.literal("in_doubt"),
      attempts,
      nextAttemptAt: epochMs,
      sentAt: epochMs,
      /** No answer at all came: the server may still be storing it. */
      isLate: z.boolean(),
      /** Look-ups that did not find it. */
      misses: count,
      /** The server's clock at the first of them, epoch ms; null when it told none. */
      missedAt: z.nullable(epochMs),
      /** Null: the browser stopped before the answer. */
      problem,
      /** Corrections made meanwhile: they count once it is known what became of the words before. */
      correction: z.nullable(saveDraftSchema),
      outcome: z.nullable(outcomeSchema),
    }),
    /** Goes on only at the user's word. */
    z.object({
      ...commonFields(),
      state: z.literal("needs_you"),
      problem,
      /** Of the step, when no answer came and no look-up can tell: the user has to look in Stardex. */
      sentAt: z.nullable(epochMs),
      /** As in doubt. */
      correction: z.nullable(saveDraftSchema),
      outcome: z.nullable(outcomeSchema),
    }),
    /** Stardex has all of it. */
    z.object({ ...commonFields(), state: z.literal("saved"), problem: z.null(), outcome: outcomeSchema }),
  ]),
);
export type SaveRecord = z.infer<typeof saveRecordSchema>;
export type SaveState = SaveRecord["state"];
export type SaveIn<S extends SaveState> = Extract<SaveRecord, { state: S }>;

/** The step a save is at, or undefined when all are done. */
export function currentStep({ steps }: Pick<SaveRecord, "steps">): Step | undefined {
  return steps.find((step) => !step.done);
}

/** Whether the present step was sent and no answer came. */
export function isUnanswered(record: SaveRecord): boolean {
  return record.state === "in_doubt" || (record.state === "needs_you" && record.sentAt !== null);
}

/** The words of the save as the user sees them: with the corrections that count later. */
export function shownDraft(record: SaveRecord): SaveDraft {
  const isHeld = record.state === "in_doubt" || record.state === "needs_you";
  return (isHeld ? record.correction : null) ?? record.draft;
}
