/** What stands between a person and a save until the user has said so: one rule for every way to Save. */
import type { Problem } from "../../model/problem.ts";
import { type Doubt, doubts } from "../../model/save.ts";

/**
 * The doubt to be asked about now; null when Save may go. `found`: by the form; `heldBackBy`: why the worker holds a stored save back.
 * Who it is comes first: the others are about that person.
 */
export function openDoubt(
  found: readonly Doubt[],
  accepted: readonly Doubt[],
  heldBackBy: Problem | null,
): Doubt | null {
  const open = new Set<Doubt>(found);
  const kind = heldBackBy?.kind === "blocked_by_policy" ? "do_not_contact" : heldBackBy?.kind;
  if (isDoubt(kind)) open.add(kind);
  return ORDER.find((doubt) => open.has(doubt) && !accepted.includes(doubt)) ?? null;
}

const ORDER: readonly Doubt[] = ["possible_match", "do_not_contact", "client_company", "not_checked"];

export function isDoubt(kind: string | undefined): kind is Doubt {
  return doubts.some((doubt) => doubt === kind);
}
