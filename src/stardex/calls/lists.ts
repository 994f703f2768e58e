/** Lists of persons. Vendor's reference: POST /v1/lists/search, POST /v1/lists/{id}/items. */
import * as z from "zod/mini";
import { type Api, pathOf } from "../api.ts";
import { flag, id, text } from "../schemas.ts";
import { StardexError } from "../stardex-error.ts";
import type { List } from "../types.ts";

const ROWS = 100;

const listRow = z.lazy(() => z.looseObject({ id, name: z.string(), list_type: text, is_archived: flag }));

const itemsAnswer = z.lazy(() => z.looseObject({ data: z.looseObject({ failed: z.array(z.unknown()) }) }));

export function listCalls(api: Api) {
  return {
    /** Open lists of persons. The search has one string for its words, and no filter for the type. */
    async searchLists(words: string): Promise<List[]> {
      const filter = { ...(words.trim() && { keywords: words.trim() }), is_archived: false };
      const { rows } = await api.search("/v1/lists/search", filter, listRow, { limit: ROWS });
      return rows
        .filter((list) => list.list_type !== "companies" && list.is_archived !== true)
        .map(({ id, name }) => ({ id, name }));
    },

    /** One who is on the list already stays there once: the answer names the person as present. */
    async addToList(listId: string, personId: string): Promise<void> {
      const answer = await api.call("POST", `${pathOf("lists", listId)}/items`, { person_ids: [personId] });
      const { data } = itemsAnswer.safeParse(answer);
      if (data && data.data.failed.length > 0) throw new StardexError({ kind: "not_found" });
    },
  };
}
