import type { Context, MiddlewareHandler, Next } from "hono";
import type { Fault } from "../faults.ts";
import type { LoggedRequest } from "../request-log.ts";
import { NO_ANSWER } from "./connection.ts";
import type { ApiState, Env } from "./state.ts";

/** Logs every request and plays the fault that is due. */
export function observe(state: ApiState): MiddlewareHandler<Env> {
  return async (c, next) => {
    const request = await logged(c);
    const fault = state.faults.take(c.req.method, c.req.path, await c.req.text());
    request.fault = fault?.kind ?? null;
    state.log.add(request);
    void c.env.connection.closed.then((status) => state.log.finish(request, status));
    if (!fault) await run(c, next, request);
    else await play(fault, c, next, request);
    if (c.res !== NO_ANSWER) tellTime(c, state);
  };
}

function tellTime(c: Context<Env>, { behavior, clock }: ApiState): void {
  if (behavior.dateHeader === "none") return;
  const isOwn = behavior.dateHeader === "own";
  c.res.headers.set("date", isOwn ? new Date(clock.now()).toUTCString() : "half past nine");
}

async function logged(c: Context<Env>): Promise<LoggedRequest> {
  const text = await c.req.text();
  const headers = c.req.header();
  const authorization = headers.authorization;
  return {
    method: c.req.method,
    path: c.req.url.slice(new URL(c.req.url).origin.length),
    headers: { ...headers, ...(authorization && { authorization: `…${authorization.slice(-4)}` }) },
    body: text === "" ? undefined : parsed(text),
    at: Date.now(),
    status: null,
    answer: undefined,
    fault: null,
    finished: false,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Lets the API do its work and notes what it answers. */
async function run(c: Context<Env>, next: Next, request: LoggedRequest): Promise<void> {
  await next();
  request.answer = parsed(await c.res.clone().text());
}

async function play(fault: Fault, c: Context<Env>, next: Next, request: LoggedRequest): Promise<void> {
  switch (fault.kind) {
    case "delay":
      await new Promise((resolve) => setTimeout(resolve, fault.ms));
      return run(c, next, request);
    case "hold":
      if (!fault.stored) await fault.until;
      await run(c, next, request);
      if (fault.stored) await fault.until;
      return;
    case "drop_before_storing":
      return drop(c);
    case "drop_after_storing":
      await run(c, next, request);
      return drop(c);
    case "never_answer":
      if (fault.stored) await run(c, next, request);
      await c.env.connection.closed;
      return drop(c);
    case "truncated": {
      await run(c, next, request);
      const text = await c.res.text();
      replace(c, text.slice(0, text.length / 2), c.res.status, "application/json");
      return;
    }
    default:
      if (fault.stored) await run(c, next, request);
      if (fault.storesAfter !== undefined) setTimeout(() => void next(), fault.storesAfter);
      spoil(fault, c);
  }
}

function spoil(fault: Extract<Fault, { kind: "status" | "html" | "empty" | "raw" }>, c: Context<Env>): void {
  if (fault.kind === "status") {
    replace(c, errorBody(fault), fault.status, "application/json", fault.headers);
  } else if (fault.kind === "raw") {
    replace(c, fault.body, fault.status, "application/json", fault.headers);
  } else if (fault.kind === "html") {
    const page = `<!doctype html><title>${fault.status}</title><h1>${fault.status} from a proxy</h1>`;
    replace(c, page, fault.status, "text/html");
  } else {
    replace(c, "", fault.status);
  }
}

function errorBody(fault: Extract<Fault, { kind: "status" }>): string {
  const message = fault.message ?? `The sandbox was told to answer ${fault.status}`;
  const body =
    fault.envelope === "A"
      ? { success: false, error: { code: fault.code ?? `SANDBOX_${fault.status}`, message } }
      : { statusCode: fault.status, error: fault.code ?? "Error", message };
  return JSON.stringify(body);
}

function replace(c: Context<Env>, body: string, status: number, type?: string, headers = {}): void {
  // Cleared first: assigning merges the headers of an answer that is there already, its length too.
  c.res = undefined;
  c.res = new Response(status === 204 ? null : body, {
    status,
    headers: { ...(type && { "content-type": type }), ...headers },
  });
}

/** Breaks the connection; what is answered afterwards reaches nobody. */
function drop(c: Context<Env>): void {
  c.env.connection.drop();
  c.res = NO_ANSWER;
}
