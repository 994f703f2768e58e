import type { Context, Hono } from "hono";
import type { Behavior } from "../behavior.ts";
import type { Clock } from "../clock.ts";
import type { Faults } from "../faults.ts";
import type { RateLimit } from "../rate-limit.ts";
import type { RequestLog } from "../request-log.ts";
import type { Store } from "../store.ts";
import type { Connection } from "./connection.ts";

export type Env = { Bindings: { connection: Connection }; Variables: { key: string; state: ApiState } };
export type ApiApp = Hono<Env>;

/** All that the routes work on, shared with the test. */
export interface ApiState {
  /** API key -> its workspace. Any other key is refused. */
  workspaces: Record<string, Store>;
  clock: Clock;
  log: RequestLog;
  faults: Faults;
  rateLimit: RateLimit;
  behavior: Behavior;
}

/** The workspace of the request's key. */
export function storeOf(c: Context<Env>): Store {
  const store = c.get("state").workspaces[c.get("key")];
  if (!store) throw new Error("A route ran without a verified key");
  return store;
}

/** Whether the keywords occur in the texts, in any case; how several combine is played. */
export function hasKeywords(
  c: Context<Env>,
  keywords: string[] | undefined,
  ...texts: (string | null)[]
): boolean {
  const text = texts.join(" ").toLowerCase();
  const has = (keyword: string) => text.includes(keyword.trim().toLowerCase());
  if (!keywords || keywords.length === 0) return true;
  return c.get("state").behavior.keywords === "all" ? keywords.every(has) : keywords.some(has);
}

/** The same for whole words alone, as a full-text index finds them. */
export function hasWholeWords(c: Context<Env>, keywords: string[] | undefined, text: string): boolean {
  const words = text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  const has = (keyword: string) => words.includes(keyword.trim().toLowerCase());
  if (!keywords || keywords.length === 0) return true;
  return c.get("state").behavior.keywords === "all" ? keywords.every(has) : keywords.some(has);
}
