import type { RequestLog } from "../sandbox/request-log.ts";

/** All but look-ups: what may go out only when there is no doubt. */
export function written(log: RequestLog) {
  return log.entries.filter(({ method, path }) => method !== "GET" && !path.endsWith("/search"));
}
