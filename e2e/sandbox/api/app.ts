import { Hono } from "hono";
import { activityRoutes } from "./activities.ts";
import { refuse, refuseB } from "./answers.ts";
import { companyRoutes } from "./companies.ts";
import { fieldRoutes } from "./fields.ts";
import { holdContract } from "./hold-contract.ts";
import { jobRoutes } from "./jobs.ts";
import { listRoutes } from "./lists.ts";
import { observe } from "./observe.ts";
import { personRoutes } from "./persons.ts";
import type { ApiState, Env } from "./state.ts";
import { taskRoutes } from "./tasks.ts";

/** The API as https://api.stardex.ai answers it: log and faults outermost, then key, limit, contract and routes. */
export function apiApp(state: ApiState) {
  const app = new Hono<Env>();
  app.use(observe(state));
  app.use(async (c, next) => {
    c.set("state", state);
    const key = /^Bearer (.+)$/.exec(c.req.header("authorization") ?? "")?.[1] ?? "";
    const turn = state.rateLimit.take(key);
    for (const [name, value] of Object.entries(turn.headers)) c.header(name, value);
    if (!key) return refuse(c, 401, "MISSING_API_KEY", "Missing API key");
    if (!state.workspaces[key])
      return refuse(c, 401, "INVALID_API_KEY", "The API key is invalid or was revoked");
    if (!turn.allowed)
      return refuse(c, 429, "RATE_LIMIT_EXCEEDED", "Rate limit exceeded", {
        retry_after_seconds: turn.retryAfter,
        limit: state.rateLimit.limit,
        reset_at: turn.resetAt,
      });
    c.set("key", key);
    await next();
  });
  app.use(holdContract);
  personRoutes(app);
  activityRoutes(app);
  jobRoutes(app);
  companyRoutes(app);
  listRoutes(app);
  fieldRoutes(app);
  taskRoutes(app);
  app.notFound((c) => refuseB(c, 404, "Not Found", `Cannot ${c.req.method} ${c.req.path}`));
  app.onError((error, c) => refuseB(c, 500, "Internal Server Error", error.message));
  return app;
}
