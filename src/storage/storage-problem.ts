import type { Problem } from "../model/problem.ts";

/** What a failed write means. Anything but a full disk is a refusal: by a policy, or of a damaged profile. */
export function storageProblem(error: unknown): Problem {
  const isFull = error instanceof Error && error.name === "QuotaExceededError";
  return { kind: isFull ? "storage_full" : "storage_refused" };
}
