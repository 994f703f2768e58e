/**
 * A save: what its user asked for, how far it has come, and how it ended. One record a save, stored
 * under `save:ID` in storage.local; written by the service worker alone, read by our pages.
 */
import * as z from "zod/mini";

const filled = z.string().check(z.trim(), z.minLength(1));

/** A search the firm runs for a client, as the job picker shows it. */
export const jobSchema = z.object({
  /** Opaque. */
  id: z.string(),
  name: z.string(),
  clientCompanyName: z.nullable(z.string()),
  location: z.nullable(z.string()),
  candidateCount: z.nullable(z.number()),
});
export type Job = z.infer<typeof jobSchema>;

/** What the form holds at the press of Save. Absent is not empty: a field without a value is left out. */
export const saveDraftSchema = z.object({
  linkedinUrl: z.string().check(z.regex(/^https:\/\/www\.linkedin\.com\/in\/[^/?#]+$/)),
  name: filled,
  firstName: z.optional(filled),
  lastName: z.optional(filled),
  currentJobTitle: z.optional(filled),
  companyName: z.optional(filled),
  location: z.optional(filled),
  emails: z.optional(z.array(z.email())),
  mobilePhone: z.optional(filled),
  workPhone: z.optional(filled),
  /** Further numbers, of any kind. */
  phoneNumbers: z.optional(z.array(filled)),
  /** The job she becomes a candidate on. */
  job: z.optional(jobSchema),
});
export type SaveDraft = z.infer<typeof saveDraftSchema>;

/** Why a call to Stardex did not do what was asked; the words for each are in the pages. */
export const problemKinds = [
  "invalid", // 400, 422: Stardex refuses a field
  "unauthorised", // 401
  "forbidden", // 403
  "not_found", // 404
  "rate_limited", // 429
  "server", // 5xx
  "unreadable", // an answer that is not Stardex's (HTML of a proxy, truncated JSON)
  "offline", // the request did not get out, or the connection broke
  "timeout", // no answer in time
  "not_connected", // no key
  "storage_full",
  "storage_refused",
] as const;
export const problemSchema = z.object({
  kind: z.enum(problemKinds),
  /** Stardex' own words, when it gave some. Data: shown as text. */
  message: z.optional(z.string()),
  /** HTTP status, when there was an answer. */
  status: z.optional(z.number()),
  /** The API's name of the refused field, e.g. `linkedin_url`. */
  field: z.optional(z.string()),
  /** Epoch ms before which a retry is pointless (rate limit). */
  retryAt: z.optional(z.number()),
});
export type Problem = z.infer<typeof problemSchema>;

const saveStates = [
  "waiting", // goes out by itself at `nextAttemptAt`
  "sending", // on its way
  "saved", // Stardex has it
  "needs_you", // goes on only at its user's word
  "in_doubt", // sent, and the answer was lost: looked up at `nextAttemptAt` before it is sent again
] as const;

export const saveRecordSchema = z.object({
  version: z.literal(1),
  id: z.string(),
  /** Fingerprint of the key the save was made under: another key never sends it. */
  workspace: z.string(),
  /** Place in the queue: clocks are set back, and a double click falls into one millisecond. */
  order: z.number(),
  /** Epoch ms. */
  createdAt: z.number(),
  updatedAt: z.number(),
  draft: saveDraftSchema,
  state: z.enum(saveStates),
  /** Tries so far, look-ups of a lost answer included; backoff grows with it. */
  attempts: z.number(),
  /** Epoch ms of the next try while waiting or in doubt. */
  nextAttemptAt: z.number(),
  /** It was sent once and no answer came: with `needs_you`, "sent, no answer: check in Stardex". */
  unanswered: z.boolean(),
  /** The last problem met: why it waits, needs its user, or is in doubt. Null in doubt: the browser stopped. */
  problem: z.nullable(problemSchema),
  /** What Stardex answered: ids are opaque. */
  outcome: z.nullable(z.object({ personId: z.nullable(z.string()), candidateId: z.nullable(z.string()) })),
});
export type SaveRecord = z.infer<typeof saveRecordSchema>;

export const SAVE_KEY_PREFIX = "save:";

/** A record that could not be read is set aside under `broken:ID`, with its raw text, and shown. */
export const BROKEN_KEY_PREFIX = "broken:";
export const brokenRecordSchema = z.object({
  version: z.literal(1),
  setAsideAt: z.number(),
  raw: z.string(),
});
