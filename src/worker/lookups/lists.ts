/** The lists a person can be put on. */
import * as z from "zod/mini";
import { listSchema } from "../../model/records.ts";
import type { Answer } from "../../protocol/messages.ts";
import type { StardexClient } from "../../stardex/client.ts";
import { sessionCache } from "../../storage/cache.ts";
import { askWithinLimit, type LookUpParts, searchKey } from "./ask-stardex.ts";

/** Ms: what was made in Stardex a minute ago is found. */
const FRESH = 60_000;

const found = sessionCache("lists", z.array(listSchema), {
  capacity: 50,
  size: 200_000,
  maxAge: (lists) => (lists.length === 0 ? 0 : FRESH),
});

export function searchLists(
  text: string,
  parts: LookUpParts<Pick<StardexClient, "searchLists">>,
): Promise<Answer<"lists.search">> {
  return askWithinLimit(parts, async ({ workspace }, client, mayAsk) => {
    const lists = await found.getOr(workspace, searchKey(text), async () => {
      await mayAsk();
      return await client.searchLists(text);
    });
    return { lists };
  });
}
