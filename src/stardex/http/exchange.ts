/** One request to Stardex and its answer, whatever comes back. */

import { StardexError } from "../stardex-error.ts";
import { answerProblem } from "./answer-problem.ts";
import { type Body, readBody } from "./read-body.ts";

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

/**
 * The answer's JSON of a success, undefined where it has no body. Rejects with StardexError and nothing
 * else.
 */
export async function ask(
  options: ClientOptions,
  method: Method,
  path: string,
  body?: unknown,
): Promise<unknown> {
  await options.onCall?.();
  const answer = await exchange(options, method, path, body);
  await options.onHeaders?.(answer.response.headers);
  const problem = answerProblem(answer.response, answer.body, options.now());
  if (problem) throw new StardexError(problem);
  return answer.body.kind === "json" ? answer.body.json : undefined;
}

/** One request with its whole body, under one timeout. */
async function exchange(
  options: ClientOptions,
  method: Method,
  path: string,
  body: unknown,
): Promise<{ response: Response; body: Body }> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), options.timeout ?? TIMEOUT);
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
      signal: abort.signal,
    });
    return { response, body: await readBody(response) };
  } catch {
    // The error itself is dropped: fetch says no more than "Failed to fetch", and may quote a header.
    throw new StardexError({ kind: abort.signal.aborted ? "timeout" : "offline" });
  } finally {
    clearTimeout(timer);
  }
}
