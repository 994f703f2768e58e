import { randomUUID } from "node:crypto";
import type { Context } from "hono";
import type { Task } from "../records.ts";
import { bodyOf, notFound, ok, page, toldTime } from "./answers.ts";
import type { SearchTasks, TaskBody } from "./bodies.ts";
import { type ApiApp, type Env, hasWholeWords, storeOf } from "./state.ts";

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
      created_at: store.clock.iso(),
    };
    store.tasks.push(task);
    return ok(c, taskAnswer(c, task), c.get("state").behavior.createdStatus);
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
      found.toReversed().map((task) => taskAnswer(c, task)),
      body,
    );
  });
}

function taskAnswer(c: Context<Env>, { owner_ids, ...task }: Task) {
  const created_at = toldTime(task.created_at, c.get("state").behavior);
  return { ...task, created_at, owners: storeOf(c).members.filter(({ id }) => owner_ids.includes(id)) };
}
