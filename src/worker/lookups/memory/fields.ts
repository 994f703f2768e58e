/** The firm's own fields on a person: asked once a browser session and job. */
import * as z from "zod/mini";
import { customFieldSchema, shownFields } from "../../../model/custom-field.ts";
import type { Answer, Request } from "../../../protocol/messages.ts";
import type { StardexClient } from "../../../stardex/client.ts";
import { sessionCache } from "../../../storage/cache.ts";
import { askWithinLimit, type LookUpParts } from "../ask-stardex.ts";

/** Ms: a working day, and no longer than the browser is open. */
const FRESH = 12 * 3_600_000;

const definitions = sessionCache("fields", z.array(customFieldSchema), {
  capacity: 30,
  size: 1_000_000,
  maxAge: (fields) => (fields.length > 0 ? FRESH : 0),
});

export function lookUpFields(
  { jobId }: Request<"memory.fields">,
  parts: LookUpParts<Pick<StardexClient, "listCustomFields">>,
): Promise<Answer<"memory.fields">> {
  return askWithinLimit(parts, async ({ workspace }, client, mayAsk) => ({
    fields: await definitions.getOr(workspace, jobId ?? "", async () => {
      await mayAsk();
      const all = await client.listCustomFields(jobId === null ? {} : { jobId });
      // Those of a list are written where the list is, in Stardex.
      return shownFields(all.filter(({ listId }) => listId === null));
    }),
  }));
}
