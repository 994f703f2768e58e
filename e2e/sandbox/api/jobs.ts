import type { Job } from "../records.ts";
import type { Store } from "../store.ts";
import { ok, page, parseBody, refuse } from "./answers.ts";
import { searchJobsBody, updateStageBody } from "./bodies.ts";
import { type ApiApp, type ApiState, hasAll, storeOf } from "./state.ts";

export function jobRoutes(app: ApiApp, state: ApiState): void {
  app.post("/v1/jobs/search", async (c) => {
    const parsed = await parseBody(c, searchJobsBody);
    if ("refusal" in parsed) return parsed.refusal;
    const { body } = parsed;
    const store = storeOf(c, state);
    const found = store.jobs
      .filter((job) => body.is_archived === undefined || job.is_archived === body.is_archived)
      .filter((job) => body.company_ids_included?.includes(job.client_company_id) ?? true)
      .filter((job) => hasAll(body.keywords, job.name, job.client_company_name))
      .sort(byField(body.sort_by, body.sort_order));
    return page(
      c,
      found.map((job) => jobRow(store, job)),
      body,
    );
  });

  app.get("/v1/jobs/:id", (c) => {
    const store = storeOf(c, state);
    const job = store.job(c.req.param("id"));
    if (!job) return refuse(c, 404, "NOT_FOUND", "Job not found");
    return ok(c, { ...jobRow(store, job), pipeline_stages: job.pipeline_stages });
  });

  app.post("/v1/candidates/update-stage", async (c) => {
    const parsed = await parseBody(c, updateStageBody);
    if ("refusal" in parsed) return parsed.refusal;
    const { body } = parsed;
    const store = storeOf(c, state);
    const candidate = store.candidates.find(
      ({ candidate_id, job_id }) => candidate_id === body.candidate_id && job_id === body.job_id,
    );
    if (!candidate) return refuse(c, 404, "NOT_FOUND", "Candidate not found");
    const stage = store
      .job(body.job_id)
      ?.pipeline_stages.find(({ id, name }) =>
        body.stage_id ? id === body.stage_id : name === body.stage_name,
      );
    if (!stage) return refuse(c, 400, "INVALID_STAGE", "body/stage_id is not a stage of this job");
    const previous = candidate.stage_id;
    candidate.stage_id = stage.id;
    return ok(c, { previous_stage_id: previous, new_stage_id: stage.id });
  });
}

function jobRow(store: Store, job: Job) {
  const { pipeline_stages: _stages, ...row } = job;
  return { ...row, candidate_count: store.candidates.filter(({ job_id }) => job_id === job.id).length };
}

/** Newest first, unless told otherwise. */
function byField(sortBy = "created_at", order: "asc" | "desc" = "desc") {
  const field = sortBy === "name" ? "name" : "created_at";
  const sign = order === "asc" ? 1 : -1;
  return (a: Job, b: Job) => sign * a[field].localeCompare(b[field]);
}
