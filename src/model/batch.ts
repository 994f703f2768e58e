/**
 * A batch: people that were saved together. Each of them is an ordinary save that names its batch; here stand its
 * name and whether it goes on. How far it is, is counted by an index of the saves, never kept.
 */
import * as z from "zod/mini";
import type { SaveRecord } from "./save.ts";

/** As many as one batch takes: about a working day of saves at the API's rate. */
export const MOST_PEOPLE = 5000;

export const batchSchema = z.object({
  version: z.literal(1),
  id: z.string(),
  /** As of its saves. */
  workspace: z.string(),
  /** The job they were put on; null without one. */
  name: z.nullable(z.string()),
  /** Epoch ms. */
  createdAt: z.number(),
  /** Paused goes on at the user's word; of a stopped or ended one nothing is left to send. */
  state: z.enum(["running", "paused", "stopped", "ended"]),
  /** How many people it began with. */
  total: z.number(),
  /** Finished saves that the history keeps no more, by what had become of them. */
  pruned: z.object({ added: z.number(), known: z.number() }),
  /** Epoch ms of its end; null until then. */
  endedAt: z.nullable(z.number()),
});
export type Batch = z.infer<typeof batchSchema>;

/** Where a save of a batch is. `held`: in doubt, it waits for the user's decision. */
export const batchParts = ["waiting", "held", "failed", "added", "known"] as const;
export type BatchPart = (typeof batchParts)[number];
export type BatchCounts = Record<BatchPart, number>;

const doubtful: readonly string[] = ["possible_match", "client_company", "do_not_contact", "not_checked"];

export function batchPartOf(record: SaveRecord): BatchPart {
  if (record.state === "saved") return record.outcome.wasKnown ? "known" : "added";
  if (record.state !== "needs_you") return "waiting";
  return record.problem && doubtful.includes(record.problem.kind) ? "held" : "failed";
}
