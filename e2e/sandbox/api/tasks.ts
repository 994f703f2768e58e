import { randomUUID } from "node:crypto";
import type { Task } from "../records.ts";
import { now, type Store } from "../store.ts";
import { bodyOf, notFound, ok, page } from "./answers.ts";
import type { SearchTasks, TaskBody } from "./bodies.ts";
import { type ApiApp, hasWholeWords, storeOf } from "./state.ts";

export function taskRoutes(app: ApiApp): void {
  app.post("/v1/tasks", async (c) => {
    const body = await bodyOf<TaskBody>(c);
    const store = storeOf(c);
    if (body.person_id && !store.person(body.person_id)) return notFound(c, "Person");
    const task: Task = {
      id: randomUUID(),
      content_text: body.content_text,
      task_type: body.task_type,
      due_date: body.due_date ?? null,
      is_completed: body.is_completed ?? false,
      person_id: body.person_id ?? null,
      job_id: body.job_id ?? null,
      owner_ids: body.owner_ids ?? [],
      created_at: now(),
    };
    store.tasks.push(task);
    return ok(c, taskAnswer(store, task), c.get("state").behavior.createdStatus);
  });

  app.post("/v1/tasks/search", async (c) => {
    const body = await bodyOf<SearchTasks>(c);
    const store = storeOf(c);
    const found = store.tasks.filter(
      (task) =>
        (body.related_to === undefined || [task.person_id, task.job_id].includes(body.related_to)) &&
        (body.is_completed === undefined || task.is_completed === body.is_completed) &&
        hasWholeWords(c, body.keywords, task.content_text),
    );
    return page(
      c,
      found.toReversed().map((task) => taskAnswer(store, task)),
      body,
    );
  });
}

function taskAnswer(store: Store, { owner_ids, ...task }: Task) {
  return { ...task, owners: store.members.filter(({ id }) => owner_ids.includes(id)) };
}
