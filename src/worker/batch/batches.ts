/** Batches: people saved together. Their rows are ordinary saves that the queue takes when no other waits. */
import type { Answer, Request } from "../../protocol/messages.ts";
import { storageProblem } from "../../storage/storage-problem.ts";
import { rememberJobs } from "../lookups/remembered-jobs.ts";
import { newSave } from "../queue/queue.ts";
import { addBatch, forgetBatch, setBatchState, stopBatch } from "./batch-store.ts";

interface Parts {
  /** Begins with what is due now. */
  goOn: () => Promise<void>;
  /** Epoch ms. */
  now: () => number;
}

export function createBatches({ goOn, now }: Parts) {
  return {
    /** Stores all rows, then answers; nothing is sent before. */
    async start({ name, workspace, drafts }: Request<"batch.start">): Promise<Answer<"batch.start">> {
      try {
        const saves = drafts.map((draft) => newSave(draft, now(), 0));
        const started = await addBatch(saves, name, workspace, now());
        if (!started.batch) {
          return { ok: false, problem: { kind: started.connection ? "key_changed" : "not_connected" } };
        }
        void goOn();
        const [first] = drafts;
        // Only a convenience, and the rows are accepted already.
        if (first) void rememberJobs(started.batch.workspace, first.jobs).catch(() => undefined);
        return { ok: true, id: started.batch.id };
      } catch (error) {
        return { ok: false, problem: storageProblem(error) };
      }
    },

    async change({ id, to }: Request<"batch.change">): Promise<Answer<"batch.change">> {
      const ok = to === "stopped" ? await stopBatch(id, now()) : await setBatchState(id, to);
      void goOn();
      return { ok };
    },

    forget: async ({ id }: Request<"batch.forget">): Promise<Answer<"batch.forget">> => ({
      ok: await forgetBatch(id),
    }),
  };
}
