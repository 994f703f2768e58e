/** The lists a person can be put on. */
import * as z from "zod/mini";
import type { Answer } from "../messages.ts";
import { listSchema } from "../records.ts";
import type { StardexClient } from "../stardex/client.ts";
import { askStardex, searchKey } from "./ask-stardex.ts";
import { sessionCache } from "./session-cache.ts";

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
