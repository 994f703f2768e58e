import type { Problem } from "../../model/problem.ts";

/**
 * What a failed write to storage means. Chrome rejects with "... quota exceeded" when our ten megabytes
 * are used up and with "... no space ..." when the disk is full; anything else (policy, a damaged
 * profile) is a refusal.
 */
export function storageProblem(error: unknown): Problem {
  const text = error instanceof Error ? error.message : String(error);
  return { kind: /quota|no.?space|disk.?full/i.test(text) ? "storage_full" : "storage_refused" };
}
