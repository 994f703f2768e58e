/**
 * The one protocol between our pages and the service worker: for every message the schema of what is
 * sent and of what is answered. Both sides parse, nobody casts.
 */
import * as z from "zod/mini";
import { problemSchema, saveDraftSchema } from "./save.ts";

/** What a page may know of the connection: never the key itself. */
export const connectionSchema = z.discriminatedUnion("state", [
  z.object({ state: z.literal("not_connected") }),
  z.object({ state: z.literal("connected"), keyEnd: z.string(), /** Stardex refused it (401) since. */ refused: z.boolean() }),
]);
export type Connection = z.infer<typeof connectionSchema>;

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
  /** Sends a save that needs its user again, with her corrections. */
  "save.retry": { request: z.object({ id: z.string(), draft: z.optional(saveDraftSchema) }), answer: z.object({ ok: z.boolean() }) },
  /** Forgets a save: only ever on the user's word. */
  "save.discard": { request: z.object({ id: z.string() }), answer: z.object({ ok: z.boolean() }) },
  /** The network is back, says an open page. */
  "queue.wake": { request: z.object({}), answer: z.object({}) },
} as const;

export type MessageType = keyof typeof protocol;
export type Request<T extends MessageType> = z.input<(typeof protocol)[T]["request"]>;
export type Answer<T extends MessageType> = z.infer<(typeof protocol)[T]["answer"]>;
