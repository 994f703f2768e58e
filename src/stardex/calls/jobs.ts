/** The firm's searches. Vendor's reference: POST /v1/jobs/search, GET /v1/jobs/{id}. */
import * as z from "zod/mini";
import { type Api, pathOf } from "../api.ts";
import { flag, id, idOrNone, number, rows, rowsIn, successSchema, text } from "../schemas.ts";
import type { Job, JobDetail } from "../types.ts";

/** More than anybody reads: the user types another word instead. */
const ROWS = 100;

/** One without id or name cannot be offered. */
const jobRow = z.lazy(() =>
  z.looseObject({
    id,
    name: z.string(),
    client_company_name: text,
    location: text,
    candidate_count: number,
    is_archived: flag,
  }),
);

const stageRow = z.lazy(() => z.looseObject({ id, name: z.string() }));

const jobAnswer = z.lazy(() =>
  z.looseObject({
    data: z.looseObject({
      id: idOrNone,
      name: text,
      client_company_name: text,
      client_company_id: idOrNone,
      client_company_domain: text,
      client_company_linkedin_url: text,
      location: text,
      candidate_count: number,
      is_archived: flag,
      pipeline_stages: rows,
    }),
  }),
);

const candidateAnswer = z.lazy(() =>
  z.looseObject({ data: z.looseObject({ current_pipeline_stage_date: text }) }),
);

export function jobCalls(api: Api) {
  return {
    /** Open jobs of which some keyword fits, in the server's order: whether all have to is not said. */
    async searchJobs(keywords: string[], { teamMemberId }: { teamMemberId?: string } = {}): Promise<Job[]> {
      const filter = {
        ...(keywords.length > 0 && { keywords }),
        ...(teamMemberId && { team_member_ids: [teamMemberId] }),
        is_archived: false,
      };
      const found = await api.search("/v1/jobs/search", filter, jobRow, { limit: ROWS });
      return found.rows.filter((job) => job.is_archived !== true).map(jobOf);
    },

    /** Rejects with `not_found` for a job that is gone. */
    async getJob(jobId: string): Promise<JobDetail> {
      const { data } = await api.read(jobAnswer, "GET", pathOf("jobs", jobId));
      return {
        id: jobId,
        name: data.name ?? "",
        clientCompanyName: data.client_company_name ?? null,
        location: data.location ?? null,
        candidateCount: data.candidate_count ?? null,
        isArchived: data.is_archived === true,
        clientCompanyId: data.client_company_id ?? null,
        clientCompanyDomain: data.client_company_domain ?? null,
        clientCompanyLinkedinUrl: data.client_company_linkedin_url ?? null,
        stages: rowsIn(stageRow, data.pipeline_stages ?? []).map(({ id, name }) => ({ id, name })),
      };
    },

    /** Since when a candidate is at the stage, ISO 8601; null where the answer does not tell. GET /v1/candidates/{id}. */
    async getStageDate(candidateId: string): Promise<string | null> {
      const { data } = await api.read(candidateAnswer, "GET", pathOf("candidates", candidateId));
      return data.current_pipeline_stage_date ?? null;
    },

    async moveCandidate(jobId: string, candidateId: string, stageId: string): Promise<void> {
      const body = { job_id: jobId, candidate_id: candidateId, stage_id: stageId };
      await api.call("POST", "/v1/candidates/update-stage", body);
    },

    /** Resolves when Stardex accepts the key. No call says whose it is; this is the cheapest there is. */
    async verifyKey(): Promise<void> {
      await api.read(successSchema, "POST", "/v1/jobs/search", { limit: 1 });
    },
  };
}

function jobOf(row: z.infer<typeof jobRow>): Job {
  return {
    id: row.id,
    name: row.name,
    clientCompanyName: row.client_company_name ?? null,
    location: row.location ?? null,
    candidateCount: row.candidate_count ?? null,
  };
}
