/** What can go wrong between the worker and Stardex, by chance. */
import type { Fault, FaultRule } from "../sandbox/faults.ts";

const faults: Fault[] = [
  { kind: "drop_before_storing" },
  { kind: "drop_after_storing" },
  { kind: "delay", ms: 200 },
  { kind: "status", status: 500, envelope: "B" },
  { kind: "status", status: 500, envelope: "A", stored: true },
  { kind: "status", status: 429, envelope: "A", headers: { "retry-after": "1" } },
  { kind: "status", status: 400, envelope: "A" },
  { kind: "status", status: 403, envelope: "A" },
  { kind: "html", status: 502 },
  { kind: "html", status: 200, stored: true },
  { kind: "truncated" },
  { kind: "empty", status: 200, stored: true },
];

const targets: Pick<FaultRule, "method" | "path">[] = [
  { method: "POST", path: "/v1/persons" },
  { method: "POST", path: "/v1/persons/search" },
  { method: "PATCH", path: /^\/v1\/persons\// },
  { method: "GET", path: /^\/v1\/persons\// },
  { path: "/v1/candidates/update-stage" },
  { path: "/v1/person-activities" },
  { path: /items$/ },
  { path: "/v1/tasks" },
];

export function randomFault(random: () => number): FaultRule {
  const pick = <T>(items: T[]): T => items[Math.floor(random() * items.length)] as T;
  return { ...pick(targets), fault: pick(faults) };
}
