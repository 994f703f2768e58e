import type { Candidate, Job } from "../records.ts";
import type { Store } from "../store.ts";
import { bodyOf, notFound, ok, page, refuseAsPlayed } from "./answers.ts";
import type { SearchJobs, UpdateStage } from "./bodies.ts";
import { type ApiApp, hasKeywords, storeOf } from "./state.ts";

export function jobRoutes(app: ApiApp): void {
  app.post("/v1/jobs/search", async (c) => {
    const body = await bodyOf<SearchJobs>(c);
    const store = storeOf(c);
    const found = store.jobs
      .filter((job) => job.is_archived === (body.is_archived ?? false))
      .filter((job) => body.company_ids_included?.includes(job.client_company_id) ?? true)
      .filter((job) => body.team_member_ids?.some((id) => job.team_member_ids.includes(id)) ?? true)
      .filter((job) => hasKeywords(c, body.keywords, job.name, job.client_company_name))
      .sort(byField(body.sort_by, body.sort_order));
    return page(
      c,
      found.map((job) => jobRow(store, job)),
      body,
    );
  });

  app.get("/v1/jobs/:id", (c) => {
    const store = storeOf(c);
    const job = store.job(c.req.param("id"));
    if (!job) return notFound(c, "Job");
    const { stageOrder } = c.get("state").behavior;
    const stages = stageOrder === "first_to_last" ? job.pipeline_stages : job.pipeline_stages.toReversed();
    return ok(c, { ...jobRow(store, job), ...clientOf(store, job), pipeline_stages: stages });
  });

  app.get("/v1/candidates/:id", (c) => {
    const store = storeOf(c);
    const candidate = store.candidates.find((one) => one.candidate_id === c.req.param("id"));
    return candidate ? ok(c, candidateAnswer(store, candidate)) : notFound(c, "Candidate");
  });

  app.post("/v1/candidates/update-stage", async (c) => {
    const body = await bodyOf<UpdateStage>(c);
    const store = storeOf(c);
    const candidate = store.candidates.find(
      ({ candidate_id, job_id }) => candidate_id === body.candidate_id && job_id === body.job_id,
    );
    if (!candidate) return notFound(c, "Candidate");
    const stage = store
      .job(candidate.job_id)
      ?.pipeline_stages.find(({ id, name }) =>
        body.stage_id ? id === body.stage_id : name === body.stage_name,
      );
    if (!stage) return refuseAsPlayed(c, 400, "INVALID_STAGE", "body/stage_id is not a stage of this job");
    const previous = candidate.stage_id;
    candidate.stage_id = stage.id;
    candidate.stage_date = store.clock.iso();
    if (c.get("state").behavior.changedStatus === 204) return c.body(null, 204);
    const { candidate_id, person_id, job_id } = candidate;
    return ok(c, { candidate_id, person_id, job_id, previous_stage_id: previous, new_stage_id: stage.id });
  });
}

/** One candidacy; of its way through the pipeline the present stage alone. */
function candidateAnswer(store: Store, candidate: Candidate) {
  const person = store.person(candidate.person_id);
  const stages = store.job(candidate.job_id)?.pipeline_stages ?? [];
  return {
    id: candidate.candidate_id,
    person_id: candidate.person_id,
    job_id: candidate.job_id,
    name: person?.name ?? null,
    current_job_title: person?.current_job_title ?? null,
    current_company_name: person?.current_company_name ?? null,
    current_pipeline_stage_name: stages.find(({ id }) => id === candidate.stage_id)?.name ?? null,
    current_pipeline_stage_id: candidate.stage_id,
    current_pipeline_stage_date: candidate.stage_date,
    created_at: candidate.created_at,
  };
}

function clientOf(store: Store, job: Job) {
  const client = store.company(job.client_company_id);
  return {
    client_company_domain: client?.domain ?? null,
    client_company_linkedin_url: client?.linkedin_url ?? null,
  };
}

function jobRow(store: Store, job: Job) {
  const { pipeline_stages: _stages, team_member_ids: _team, ...row } = job;
  return { ...row, candidate_count: store.candidates.filter(({ job_id }) => job_id === job.id).length };
}

/** Newest first, unless told otherwise. */
function byField(sortBy = "created_at", order: "asc" | "desc" = "desc") {
  const field = sortBy === "name" ? "name" : "created_at";
  const sign = order === "asc" ? 1 : -1;
  return (a: Job, b: Job) => sign * a[field].localeCompare(b[field]);
}
