/** What Save would do, so that its button can say so. */
import type { SaveDraft } from "../../model/save.ts";

export type SaveIntent =
  | "new"
  | "add"
  | "update"
  | "update_and_add"
  /** A known person's note, list, task or client alone. */
  | "more"
  | "nothing";

interface Parts extends Pick<SaveDraft, "jobs"> {
  /** A note, list, task or client goes with it. */
  isMore: boolean;
}

/** `known` undefined: saved as a new person. */
export function saveIntent(parts: Parts, known: SaveDraft["known"]): SaveIntent {
  if (!known) return "new";
  const isAdded = parts.jobs.some(({ job }) => !known.onJobs.includes(job.id));
  const isUpdated = Object.keys(known.update).length > 0;
  if (isAdded) return isUpdated ? "update_and_add" : "add";
  if (isUpdated) return "update";
  return parts.isMore ? "more" : "nothing";
}
