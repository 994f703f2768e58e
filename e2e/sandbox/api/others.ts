import { randomUUID } from "node:crypto";
import type { Task } from "../records.ts";
import { now } from "../store.ts";
import { ok, page, parseBody, refuse } from "./answers.ts";
import { listItemsBody, searchCompaniesBody, searchListsBody, taskBody } from "./bodies.ts";
import { type ApiApp, type ApiState, hasAll, storeOf } from "./state.ts";

/** Companies, lists and tasks. */
export function otherRoutes(app: ApiApp, state: ApiState): void {
  app.post("/v1/companies/search", async (c) => {
    const parsed = await parseBody(c, searchCompaniesBody);
    if ("refusal" in parsed) return parsed.refusal;
    const { body } = parsed;
    const found = storeOf(c, state).companies.filter(
      (company) =>
        (body.is_client === undefined || company.is_client === body.is_client) &&
        hasAll(body.keywords, company.name, company.domain),
    );
    return page(c, found, body);
  });

  app.post("/v1/lists/search", async (c) => {
    const parsed = await parseBody(c, searchListsBody);
    if ("refusal" in parsed) return parsed.refusal;
    const found = storeOf(c, state).lists.filter(({ name }) => hasAll(parsed.body.keywords, name));
    const rows = found.map(({ person_ids, ...list }) => ({ ...list, item_count: person_ids.length }));
    return page(c, rows, parsed.body);
  });

  app.post("/v1/lists/:id/items", async (c) => {
    const parsed = await parseBody(c, listItemsBody);
    if ("refusal" in parsed) return parsed.refusal;
    const store = storeOf(c, state);
    const list = store.lists.find(({ id }) => id === c.req.param("id"));
    if (!list) return refuse(c, 404, "NOT_FOUND", "List not found");
    const known = parsed.body.person_ids.filter((id) => store.person(id));
    const added = known.filter((id) => !list.person_ids.includes(id));
    list.person_ids.push(...added);
    return ok(c, {
      added_ids: added,
      already_present_ids: known.filter((id) => !added.includes(id)),
      failed: parsed.body.person_ids
        .filter((id) => !known.includes(id))
        .map((id) => ({ id, reason: "Person not found" })),
    });
  });

  app.post("/v1/tasks", async (c) => {
    const parsed = await parseBody(c, taskBody);
    if ("refusal" in parsed) return parsed.refusal;
    const { body } = parsed;
    const store = storeOf(c, state);
    if (body.person_id && !store.person(body.person_id))
      return refuse(c, 404, "NOT_FOUND", "Person not found");
    const task: Task = {
      id: randomUUID(),
      content_text: body.content_text,
      task_type: body.task_type,
      due_date: body.due_date ?? null,
      person_id: body.person_id ?? null,
      job_id: body.job_id ?? null,
      created_at: now(),
    };
    store.tasks.push(task);
    return ok(c, task, state.behavior.createdStatus);
  });
}
