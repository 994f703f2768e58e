/** Follow-ups. Vendor's reference: POST /v1/tasks, POST /v1/tasks/search. */
import * as z from "zod/mini";
import type { Api } from "../api.ts";
import { createdId, flag, idOrNone, text } from "../schemas.ts";
import type { Task } from "../types.ts";

/** `dueDate`: YYYY-MM-DD. Whose a task without `ownerIds` is, is not said. */
export interface TaskBody {
  text: string;
  dueDate?: string;
  personId: string;
  jobId?: string;
  ownerIds?: string[];
}

/** More open tasks than anybody has of one person. */
const ROWS = 100;

const taskRow = z.lazy(() =>
  z.looseObject({
    id: idOrNone,
    content_text: z.string(),
    due_date: text,
    is_completed: flag,
    person_id: idOrNone,
    job_id: idOrNone,
    created_at: text,
  }),
);

export function taskCalls(api: Api) {
  return {
    /** Gives its id. Not to be repeated blindly: every call adds one. */
    async addTask({ text: content, dueDate, personId, jobId, ownerIds }: TaskBody): Promise<string | null> {
      const answer = await api.call("POST", "/v1/tasks", {
        content_text: content,
        task_type: "text",
        person_id: personId,
        ...(dueDate && { due_date: dueDate }),
        ...(jobId && { job_id: jobId }),
        ...(ownerIds?.length && { owner_ids: ownerIds }),
      });
      return createdId(answer);
    },

    /**
     * The person's tasks, newest first. `keywords` only narrow what is sent over: whether all of them or any
     * has to fit is not said, and only whole words are found.
     */
    async searchTasks({ personId, keywords }: { personId: string; keywords?: string[] }): Promise<Task[]> {
      const filter = { related_to: personId, ...(keywords?.length && { keywords }) };
      const { rows } = await api.search("/v1/tasks/search", filter, taskRow, { limit: ROWS });
      return rows.map(taskOf);
    },
  };
}

function taskOf(row: z.infer<typeof taskRow>): Task {
  return {
    id: row.id ?? null,
    text: row.content_text,
    dueDate: row.due_date ?? null,
    isCompleted: row.is_completed === true,
    personId: row.person_id ?? null,
    jobId: row.job_id ?? null,
    createdAt: row.created_at ?? null,
  };
}
