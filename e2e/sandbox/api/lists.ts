import { bodyOf, notFound, ok, page, refuseAsPlayed } from "./answers.ts";
import type { ListItems, SearchLists } from "./bodies.ts";
import { type ApiApp, storeOf } from "./state.ts";

export function listRoutes(app: ApiApp): void {
  app.post("/v1/lists/search", async (c) => {
    const body = await bodyOf<SearchLists>(c);
    const words = (body.keywords ?? "").toLowerCase();
    const found = storeOf(c)
      .lists.filter(({ is_archived }) => is_archived === (body.is_archived ?? false))
      .filter(({ name }) => name.toLowerCase().includes(words))
      .map(({ person_ids, ...list }) => ({ ...list, item_count: person_ids.length }));
    return page(c, found, body);
  });

  app.post("/v1/lists/:id/items", async (c) => {
    const { person_ids: wanted = [] } = await bodyOf<ListItems>(c);
    const store = storeOf(c);
    const list = store.lists.find(({ id }) => id === c.req.param("id"));
    if (!list) return notFound(c, "List");
    if (list.list_type !== "persons")
      return refuseAsPlayed(c, 400, "VALIDATION_ERROR", "body/person_ids is not for a list of companies");
    const known = wanted.filter((id) => store.person(id));
    const added = known.filter((id) => !list.person_ids.includes(id));
    list.person_ids.push(...added);
    return ok(c, {
      list_id: list.id,
      list_type: list.list_type,
      added_ids: added,
      reactivated_ids: [],
      already_present_ids: known.filter((id) => !added.includes(id)),
      failed: wanted.filter((id) => !known.includes(id)).map((id) => ({ id, reason: "not_found" })),
    });
  });
}
