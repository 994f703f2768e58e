/** Messages about people that are saved together. */
import * as z from "zod/mini";
import { MOST_PEOPLE } from "../model/batch.ts";
import { saveDraftSchema } from "../model/save.ts";
import { once, orProblem } from "./message-parts.ts";

const done = z.object({ ok: z.boolean() });

export const batchMessages = {
  /** Accepts people as one batch: all of them are in storage when the answer comes. `workspace` as for one save. */
  "batch.start": once(() => ({
    request: z.object({
      /** The job they are put on; null without one. */
      name: z.nullable(z.string()),
      workspace: z.nullable(z.string()),
      drafts: z.array(saveDraftSchema).check(z.minLength(1), z.maxLength(MOST_PEOPLE)),
    }),
    answer: orProblem({ id: z.string() }),
  })),
  /** Takes people out of the tray of the present key. */
  "tray.remove": once(() => ({ request: z.object({ linkedinUrls: z.array(z.string()) }), answer: done })),
  /** Pauses a batch, goes on with it, or stops it: then what is not sent yet is dropped. False when it is over. */
  "batch.change": once(() => ({
    request: z.object({ id: z.string(), to: z.enum(["running", "paused", "stopped"]) }),
    answer: done,
  })),
  /** Takes a batch that is over off the list; false while people of it wait. */
  "batch.forget": once(() => ({ request: z.object({ id: z.string() }), answer: done })),
};
