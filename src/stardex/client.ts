/** The calls to the Stardex API this extension makes, and nothing else. */
import type * as z from "zod/mini";
import type { SaveRecord } from "../save.ts";
import { answerProblem } from "./answer-problem.ts";
import type { PersonBody } from "./person-body.ts";
import { readJson } from "./read-json.ts";
import { createdPersonSchema, type PersonRow, personRowsSchema, successSchema } from "./schemas.ts";
import { StardexError } from "./stardex-error.ts";

const BASE_URL = "https://api.stardex.ai";

/** A worker dies with its pending request at 30 s and no handler runs: give up well before. */
const TIMEOUT = 20_000;

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
  const call = (path: string, body: unknown) => post(options, path, body);
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

    /** Resolves when Stardex accepts the key. No call says whose key it is; this is the cheapest there is. */
    async verifyKey(): Promise<void> {
      parsed(successSchema, await call("/v1/jobs/search", { limit: 1 }));
    },
  };
}

async function post(options: ClientOptions, path: string, body: unknown): Promise<unknown> {
  const { response, json } = await exchange(options, path, body);
  await options.onHeaders?.(response.headers);
  const problem = answerProblem(response, json, options.now());
  if (problem) throw new StardexError(problem);
  return json;
}

/** One request with its whole body, under one timeout. */
async function exchange(options: ClientOptions, path: string, body: unknown) {
  try {
    const response = await options.fetch((options.baseUrl ?? BASE_URL) + path, {
      method: "POST",
      headers: {
        accept: "application/json",
        authorization: `Bearer ${options.key}`,
        "content-type": "application/json",
      },
      body: JSON.stringify(body),
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
