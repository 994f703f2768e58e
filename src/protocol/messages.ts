/**
 * The one protocol between our pages and the service worker: for every message the schema of what is
 * sent and of what is answered. Both sides parse, nobody casts.
 */
import * as z from "zod/mini";
import { employerCheckSchema } from "../model/employer-rule.ts";
import { companySchema, jobSchema, jobStagesSchema, listSchema, matchSchema } from "../model/records.ts";
import { employerSchema, placedJobSchema, saveDraftSchema, saveRecordSchema } from "../model/save.ts";
import { batchMessages } from "./batch-messages.ts";
import { memoryMessages } from "./memory-messages.ts";
import { once, orProblem } from "./message-parts.ts";

/** The key an administrator has set by policy: it counts, or it cannot be a key. Absent: none, or the user's own counts. */
const organizationKey = z.optional(z.enum(["in_use", "unusable"]));

/** What a page may know of the connection: never the key itself. */
const connectionSchema = z.lazy(() =>
  z.discriminatedUnion("state", [
    z.object({ state: z.literal("not_connected"), organizationKey }),
    z.object({
      state: z.literal("connected"),
      /** Last four characters of the key. */
      keyEnd: z.string(),
      /** Fingerprint of the key: the `workspace` of the saves made under it. */
      workspace: z.string(),
      /** Stardex refused it (401) since. */
      refused: z.boolean(),
      organizationKey,
      /** The organization lets the user use no other key. */
      isLocked: z.optional(z.boolean()),
    }),
  ]),
);
export type Connection = z.infer<typeof connectionSchema>;

const done = z.object({ ok: z.boolean() });

const rememberedJobsSchema = z.lazy(() =>
  z.object({
    /** Kept at the top by the user. */
    pinned: z.array(jobSchema),
    /** Of the last saves, newest first. */
    recent: z.array(jobSchema),
    /** Of the very last save, with the stage last used on it; null when that was on no job. */
    last: z.nullable(placedJobSchema),
  }),
);

export const protocol = {
  /** The connection as it is stored; no call to Stardex. */
  "connection.get": once(() => ({ request: z.object({}), answer: connectionSchema })),
  /** Verifies a pasted key with the cheapest call and stores it only if Stardex accepts it. */
  "connection.connect": once(() => ({
    request: z.object({ key: z.string() }),
    answer: orProblem({ connection: connectionSchema }),
  })),
  /** Asks Stardex again about the key in use, which it refused before. */
  "connection.check": once(() => ({
    request: z.object({}),
    answer: orProblem({ connection: connectionSchema }),
  })),
  /** Forgets the user's own key. */
  "connection.remove": once(() => ({ request: z.object({}), answer: connectionSchema })),
  /**
   * Accepts a save: it is in storage when the answer comes, and to be followed there (storage/saves.ts).
   * `workspace`: of the key the form was opened under; with another one in use it is refused (`key_changed`).
   */
  "save.accept": once(() => ({
    request: z.object({ draft: saveDraftSchema, workspace: z.string() }),
    answer: orProblem({ id: z.string() }),
  })),
  /**
   * The user's word for one save: tries it now, with the user's corrections. `ok` is false when there is
   * nothing to try (saved, on its way, forgotten). One in doubt is looked up first.
   */
  "save.retry": once(() => ({
    request: z.object({ id: z.string(), draft: z.optional(saveDraftSchema) }),
    answer: done,
  })),
  /** The last save of a profile under the present key that is not through yet, if there is one. */
  "save.pending": once(() => ({
    request: z.object({ linkedinUrl: z.string() }),
    answer: z.object({ save: z.nullable(saveRecordSchema) }),
  })),
  /**
   * The user looks at the offer to take a save back: it is not sent for the next five seconds. To be repeated
   * before they are over, as long as the offer is in view; `ok` is false when it is too late.
   */
  "save.hold": once(() => ({ request: z.object({ id: z.string() }), answer: done })),
  /** Takes a save back of which nothing has been sent yet; `ok` is false when it is too late for that. */
  "save.undo": once(() => ({ request: z.object({ id: z.string() }), answer: done })),
  /** Forgets a save: only ever on the user's word. */
  "save.discard": once(() => ({ request: z.object({ id: z.string() }), answer: done })),
  /**
   * How many unsent saves were made under other keys than the present one (under any, when there is none).
   * Whose they are is another firm's until the user has said that it is the same Stardex.
   */
  "workspace.others": once(() => ({
    request: z.object({}),
    answer: z.object({
      workspaces: z.array(z.object({ workspace: z.string(), count: z.number() })),
    }),
  })),
  /** "It is the same Stardex, with a new key": sends them under the present key. False without a key. */
  "workspace.adopt": once(() => ({ request: z.object({ workspace: z.string() }), answer: done })),
  /** Forgets the unsent saves of another key. */
  "workspace.discard": once(() => ({ request: z.object({ workspace: z.string() }), answer: done })),
  /** "It arrived after all", says the user of a step whose answer was lost and that no call can look up. */
  "save.settle": once(() => ({ request: z.object({ id: z.string() }), answer: done })),
  /** Forgets a record that could not be read: only ever on the user's word. */
  "saves.discard_broken": once(() => ({ request: z.object({ id: z.string() }), answer: done })),
  /**
   * Is this person in Stardex? A few calls, or none when asked in the last minutes. `match` is null when
   * the rate limit's rest is kept for saves. `emails`: those the page shows.
   */
  "person.match": once(() => ({
    request: z.object({
      linkedinUrl: z.string(),
      name: z.nullable(z.string()),
      companyName: z.nullable(z.string()),
      emails: z.optional(z.array(z.string())),
    }),
    answer: orProblem({ match: z.nullable(matchSchema) }),
  })),
  /**
   * May the firm approach this person? `employers`: all current ones; `jobs`: those chosen;
   * `isPersonMarked`: the known person's `doNotContact`. What could not be asked is in `notChecked`.
   */
  "person.checks": once(() => ({
    request: z.object({
      employers: z.array(employerSchema),
      jobs: z.array(jobSchema),
      isPersonMarked: z.nullable(z.boolean()),
    }),
    answer: orProblem({ check: employerCheckSchema }),
  })),
  /** Open jobs that fit the words: remembered ones, those of a client of this name, then as Stardex orders them. */
  "jobs.search": once(() => ({
    request: z.object({ text: z.string() }),
    answer: orProblem({ jobs: z.array(jobSchema) }),
  })),
  /** No call to Stardex. */
  "jobs.remembered": once(() => ({ request: z.object({}), answer: rememberedJobsSchema })),
  /** Pins a job to the top of the list, or takes the pin out. */
  "jobs.pin": once(() => ({
    request: z.object({ job: jobSchema, isPinned: z.boolean() }),
    answer: rememberedJobsSchema,
  })),
  /** The job as it is today: its pipeline, first stage first, and the stage last used on it; one call in five minutes. */
  "jobs.stages": once(() => ({
    request: z.object({ jobId: z.string() }),
    /** `isOpen` is false for a job that is archived or gone. */
    answer: orProblem({ isOpen: z.boolean(), stages: jobStagesSchema, lastStageId: z.nullable(z.string()) }),
  })),
  /** Companies that fit the words, clients first. */
  "companies.search": once(() => ({
    request: z.object({ text: z.string() }),
    answer: orProblem({ companies: z.array(companySchema) }),
  })),
  "lists.search": once(() => ({
    request: z.object({ text: z.string() }),
    answer: orProblem({ lists: z.array(listSchema) }),
  })),
  ...batchMessages,
  ...memoryMessages,
  /** Forgets all this browser holds of ours: key, settings, saves (unsent ones too), edits, caches, badges. */
  "data.forget": once(() => ({ request: z.object({}), answer: z.object({}) })),
  /** The network is back, says an open page. */
  "queue.wake": once(() => ({ request: z.object({}), answer: z.object({}) })),
} as const;

export type MessageType = keyof typeof protocol;
type Schemas<T extends MessageType> = ReturnType<(typeof protocol)[T]>;
export type Request<T extends MessageType> = z.input<Schemas<T>["request"]>;
export type Answer<T extends MessageType> = z.infer<Schemas<T>["answer"]>;

/** What travels: a message, and its answer or why there is none. */
export const messageSchema = z.object({ type: z.string(), request: z.unknown() });
export const replySchema = z.union([
  z.object({ answer: z.unknown() }),
  z.object({ error: z.enum(["bad_message", "refused_sender", "failed"]) }),
]);
export type Reply = z.infer<typeof replySchema>;
