import type { RequestLog } from "../sandbox/request-log.ts";

/** The requests that change something: all but look-ups. */
export function written(log: RequestLog) {
  return log.entries.filter(({ method, path }) => method !== "GET" && !path.endsWith("/search"));
}
