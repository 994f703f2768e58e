/** One request to Stardex and its answer, whatever comes back. */
import { answerProblem } from "./answer-problem.ts";
import { readJson } from "./read-json.ts";
import { StardexError } from "./stardex-error.ts";

const BASE_URL = "https://api.stardex.ai";

/** A worker dies with its pending request at 30 s and no handler runs: give up well before. */
const TIMEOUT = 20_000;

export interface ClientOptions {
  fetch: typeof fetch;
  key: string;
  /** Epoch ms. */
  now: () => number;
  baseUrl?: string;
  timeout?: number;
  /** Before every call, for the rate limiter's count. */
  onCall?: () => Promise<void>;
  /** Sees every answer's headers, for the rate limiter. */
  onHeaders?: (headers: Headers) => Promise<void>;
}

export type Method = "GET" | "POST" | "PATCH";

/** The answer's JSON of a success. Rejects with StardexError and nothing else. */
export async function ask(
  options: ClientOptions,
  method: Method,
  path: string,
  body?: unknown,
): Promise<unknown> {
  await options.onCall?.();
  const { response, json } = await exchange(options, method, path, body);
  await options.onHeaders?.(response.headers);
  const problem = answerProblem(response, json, options.now());
  if (problem) throw new StardexError(problem);
  return json;
}

/** One request with its whole body, under one timeout. */
async function exchange(options: ClientOptions, method: Method, path: string, body: unknown) {
  try {
    const response = await options.fetch((options.baseUrl ?? BASE_URL) + path, {
      method,
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
