import type { Context, Hono } from "hono";
import type { Behavior } from "../behavior.ts";
import type { Faults } from "../faults.ts";
import type { RateLimit } from "../rate-limit.ts";
import type { RequestLog } from "../request-log.ts";
import type { Store } from "../store.ts";
import type { Connection } from "./connection.ts";

export type Env = { Bindings: { connection: Connection }; Variables: { key: string } };
export type ApiApp = Hono<Env>;

/** All that the routes work on, shared with the test. */
export interface ApiState {
  /** API key -> its workspace. Any other key is refused. */
  workspaces: Record<string, Store>;
  log: RequestLog;
  faults: Faults;
  rateLimit: RateLimit;
  behavior: Behavior;
}

/** The workspace of the request's key. */
export function storeOf(c: Context<Env>, state: ApiState): Store {
  const store = state.workspaces[c.get("key")];
  if (!store) throw new Error("A route ran without a verified key");
  return store;
}

/** Whether every keyword occurs in one of the texts, in any case. */
export function hasAll(keywords: string[] | undefined, ...texts: (string | null)[]): boolean {
  const text = texts.join(" ").toLowerCase();
  return (keywords ?? []).every((keyword) => text.includes(keyword.trim().toLowerCase()));
}
