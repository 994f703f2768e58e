/** The lists a person can be put on. */
import * as z from "zod/mini";
import { listSchema } from "../../model/records.ts";
import type { Answer } from "../../protocol/messages.ts";
import type { StardexClient } from "../../stardex/client.ts";
import { sessionCache } from "../../storage/cache.ts";
import { askStardex, searchKey } from "./ask-stardex.ts";

const found = sessionCache("lists", z.array(listSchema), 100);

/** Asked once a browser session for the same words. */
export function searchLists(
  text: string,
  clientFor: (key: string) => Pick<StardexClient, "searchLists">,
): Promise<Answer<"lists.search">> {
  return askStardex(async ({ key, workspace }) => ({
    lists: await found.getOr(workspace, searchKey(text), () => clientFor(key).searchLists(text)),
  }));
}
