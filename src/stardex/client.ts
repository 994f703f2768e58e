/** The calls to the Stardex API this extension makes, and nothing else. */
import type * as z from "zod/mini";
import type { Job, SaveRecord } from "../save.ts";
import { answerProblem } from "./answer-problem.ts";
import type { PersonBody } from "./person-body.ts";
import { readJson } from "./read-json.ts";
import {
  createdPersonSchema,
  jobRowSchema,
  jobRowsSchema,
  type PersonRow,
  personJobsSchema,
  personRowsSchema,
  successSchema,
} from "./schemas.ts";
import { StardexError } from "./stardex-error.ts";

const BASE_URL = "https://api.stardex.ai";

/** A worker dies with its pending request at 30 s and no handler runs: give up well before. */
const TIMEOUT = 20_000;

/** More than a person reads; she types a word instead. */
const JOBS_SHOWN = 30;

interface ClientOptions {
  fetch: typeof fetch;
  key: string;
  /** Epoch ms. */
  now: () => number;
  baseUrl?: string;
  timeout?: number;
  /** Sees every answer's headers, for the rate limiter. */
  onHeaders?: (headers: Headers) => Promise<void>;
}

export type StardexClient = ReturnType<typeof createStardexClient>;

/** All calls reject with StardexError and nothing else. */
export function createStardexClient(options: ClientOptions) {
  const call = (path: string, body?: unknown) => ask(options, path, body);
  return {
    /**
     * Creates the person, or matches the one with the same `linkedin_url`. A 2xx with a surprising body
     * is a stored save whose ids are not known.
     */
    async createPerson(person: PersonBody): Promise<NonNullable<SaveRecord["outcome"]>> {
      const { data } = createdPersonSchema.safeParse(await call("/v1/persons", person));
      return { personId: data?.data.id ?? null, candidateId: data?.data.candidate_id ?? null };
    },

    /** The person with this profile, or undefined. */
    async findPerson(linkedinUrl: string): Promise<PersonRow | undefined> {
      const answer = await call("/v1/persons/search", { linkedin_url: linkedinUrl, limit: 1 });
      return parsed(personRowsSchema, answer).data[0];
    },

    /** The id of the person's candidate entry on the job, or null when she is not on it. Ids are Stardex'. */
    async findCandidate(personId: string, jobId: string): Promise<string | null> {
      const answer = await call(`/v1/persons/${encodeURIComponent(personId)}`);
      const entries = parsed(personJobsSchema, answer).data.candidates;
      const entry = entries.find(({ job_id }) => job_id === jobId);
      // An entry without a readable id is still an entry.
      return entry ? (entry.candidate_id ?? "") : null;
    },

    /** Open jobs that fit the words, in the server's order. */
    async searchJobs(text: string): Promise<Job[]> {
      const words = text.split(/\s+/).filter(Boolean);
      const answer = await call("/v1/jobs/search", {
        ...(words.length > 0 && { keywords: words }),
        is_archived: false,
        limit: JOBS_SHOWN,
      });
      return parsed(jobRowsSchema, answer).data.flatMap(toJob);
    },

    /** Resolves when Stardex accepts the key. No call says whose key it is; this is the cheapest there is. */
    async verifyKey(): Promise<void> {
      parsed(successSchema, await call("/v1/jobs/search", { limit: 1 }));
    },
  };
}

/** A row that cannot be offered spoils no other. */
function toJob(row: unknown): Job[] {
  const { success, data } = jobRowSchema.safeParse(row);
  if (!success) return [];
  const { id, name, client_company_name, location, candidate_count } = data;
  return [
    {
      id,
      name,
      clientCompanyName: client_company_name ?? null,
      location: location ?? null,
      candidateCount: candidate_count ?? null,
    },
  ];
}

/** POSTs the body; GETs without one. */
async function ask(options: ClientOptions, path: string, body?: unknown): Promise<unknown> {
  const { response, json } = await exchange(options, path, body);
  await options.onHeaders?.(response.headers);
  const problem = answerProblem(response, json, options.now());
  if (problem) throw new StardexError(problem);
  return json;
}

/** One request with its whole body, under one timeout. */
async function exchange(options: ClientOptions, path: string, body?: unknown) {
  try {
    const response = await options.fetch((options.baseUrl ?? BASE_URL) + path, {
      method: body === undefined ? "GET" : "POST",
      headers: {
        accept: "application/json",
        authorization: `Bearer ${options.key}`,
        "content-type": "application/json",
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      cache: "no-store",
      credentials: "omit",
      // A redirect would carry the key to another address, or be a captive portal.
      redirect: "error",
      referrerPolicy: "no-referrer",
      signal: AbortSignal.timeout(options.timeout ?? TIMEOUT),
    });
    return { response, json: await readJson(response) };
  } catch (error) {
    // The error itself is dropped: fetch says no more than "Failed to fetch", and may quote a header.
    throw new StardexError({ kind: isTimeout(error) ? "timeout" : "offline" });
  }
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && (error.name === "TimeoutError" || error.name === "AbortError");
}

function parsed<T>(schema: z.ZodMiniType<T>, answer: unknown): T {
  const result = schema.safeParse(answer);
  if (!result.success) throw new StardexError({ kind: "unreadable" });
  return result.data;
}
