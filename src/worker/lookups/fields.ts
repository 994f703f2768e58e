/** The firm's own fields on a person: asked once a browser session and job. */
import * as z from "zod/mini";
import { customFieldSchema, shownFields } from "../../model/custom-field.ts";
import type { Answer, Request } from "../../protocol/messages.ts";
import { sessionCache } from "../../storage/cache.ts";
import { askIfRoom, type LookUpParts } from "./ask-if-room.ts";

const definitions = sessionCache("fields", z.object({ fields: z.array(customFieldSchema) }), 50);

export function lookUpFields(
  { jobId }: Request<"memory.fields">,
  parts: LookUpParts,
): Promise<Answer<"memory.fields">> {
  const key = jobId ?? "";
  return askIfRoom(parts, {
    cached: (workspace) => definitions.get(workspace, key),
    async ask(client, workspace) {
      const all = await client.listCustomFields(jobId === null ? {} : { jobId });
      // Those of a list are written where the list is, in Stardex.
      const found = { fields: shownFields(all.filter(({ listId }) => listId === null)) };
      if (found.fields.length > 0) await definitions.set(workspace, key, found);
      return found;
    },
  });
}
