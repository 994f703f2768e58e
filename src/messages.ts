/**
 * The one protocol between our pages and the service worker: for every message the schema of what is
 * sent and of what is answered. Both sides parse, nobody casts.
 */
import * as z from "zod/mini";
import { jobSchema, problemSchema, saveDraftSchema, saveRecordSchema } from "./save.ts";

/** What a page may know of the connection: never the key itself. */
const connectionSchema = z.discriminatedUnion("state", [
  z.object({ state: z.literal("not_connected") }),
  z.object({
    state: z.literal("connected"),
    /** Last four characters of the key. */
    keyEnd: z.string(),
    /** Fingerprint of the key: the `workspace` of the saves made under it. */
    workspace: z.string(),
    /** Stardex refused it (401) since. */
    refused: z.boolean(),
  }),
]);
export type Connection = z.infer<typeof connectionSchema>;

const done = z.object({ ok: z.boolean() });

export const protocol = {
  /** The connection as it is stored; no call to Stardex. */
  "connection.get": { request: z.object({}), answer: connectionSchema },
  /** Verifies a pasted key with the cheapest call and stores it only if Stardex accepts it. */
  "connection.connect": {
    request: z.object({ key: z.string() }),
    answer: z.discriminatedUnion("ok", [
      z.object({ ok: z.literal(true), connection: connectionSchema }),
      z.object({ ok: z.literal(false), problem: problemSchema }),
    ]),
  },
  "connection.remove": { request: z.object({}), answer: connectionSchema },
  /**
   * Accepts a save: it is in storage when the answer comes. The outcome is the stored record
   * `save:ID` (see save.ts), to be followed with storage.onChanged.
   */
  "save.accept": {
    request: z.object({ draft: saveDraftSchema }),
    answer: z.discriminatedUnion("ok", [
      z.object({ ok: z.literal(true), id: z.string() }),
      z.object({ ok: z.literal(false), problem: problemSchema }),
    ]),
  },
  /**
   * The user's word for one save: tries it now, with her corrections. `ok` is false when there is
   * nothing to try (saved, on its way, forgotten). One in doubt is looked up first.
   */
  "save.retry": {
    request: z.object({ id: z.string(), draft: z.optional(saveDraftSchema) }),
    answer: done,
  },
  /** The last save of a profile under the present key that is not through yet, if there is one. */
  "save.pending": {
    request: z.object({ linkedinUrl: z.string() }),
    answer: z.object({ save: z.nullable(saveRecordSchema) }),
  },
  /** Forgets a save: only ever on the user's word. */
  "save.discard": { request: z.object({ id: z.string() }), answer: done },
  /** Unsent saves made under other keys than the present one (under any, when there is none). */
  "workspace.others": {
    request: z.object({}),
    answer: z.object({
      workspaces: z.array(z.object({ workspace: z.string(), count: z.number(), names: z.array(z.string()) })),
    }),
  },
  /** "It is the same Stardex, with a new key": sends them under the present key. False without a key. */
  "workspace.adopt": { request: z.object({ workspace: z.string() }), answer: done },
  /** Forgets the unsent saves of another key. */
  "workspace.discard": { request: z.object({ workspace: z.string() }), answer: done },
  /** Open jobs that fit the words, as Stardex orders them; one call, or none when asked before. */
  "jobs.search": {
    request: z.object({ text: z.string() }),
    answer: z.discriminatedUnion("ok", [
      z.object({ ok: z.literal(true), jobs: z.array(jobSchema) }),
      z.object({ ok: z.literal(false), problem: problemSchema }),
    ]),
  },
  /** The jobs of the last saves, newest first, and the one of the very last save; no call to Stardex. */
  "jobs.remembered": {
    request: z.object({}),
    answer: z.object({ recent: z.array(jobSchema), last: z.nullable(jobSchema) }),
  },
  /** The network is back, says an open page. */
  "queue.wake": { request: z.object({}), answer: z.object({}) },
} as const;

export type MessageType = keyof typeof protocol;
export type Request<T extends MessageType> = z.input<(typeof protocol)[T]["request"]>;
export type Answer<T extends MessageType> = z.infer<(typeof protocol)[T]["answer"]>;

/** What travels: a message, and its answer or why there is none. */
export const messageSchema = z.object({ type: z.string(), request: z.unknown() });
export const replySchema = z.union([
  z.object({ answer: z.unknown() }),
  z.object({ error: z.enum(["bad_message", "refused_sender", "failed"]) }),
]);
export type Reply = z.infer<typeof replySchema>;
