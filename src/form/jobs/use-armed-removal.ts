/** Backspace in the empty box: the first marks the last job, the second takes it out, Ctrl+Z puts it back. */
import { useState } from "preact/hooks";
import type { PlacedJob } from "../../model/save.ts";
import type { FormAction, FormState } from "../state/form-state.ts";

export function useArmedRemoval(
  jobs: PlacedJob[],
  removedJob: FormState["removedJob"],
  dispatch: (action: FormAction) => void,
  hasTitle: boolean,
) {
  /** A job's id, or "title" for one that is only named. */
  const [armed, setArmed] = useState<string | null>(null);
  const last = jobs.at(-1)?.job.id ?? (hasTitle ? "title" : null);

  function onDelete() {
    if (last === null) return;
    if (armed !== last) return setArmed(last);
    setArmed(null);
    if (last === "title") dispatch({ type: "changed", changes: { jobName: "" } });
    else dispatch({ type: "job_removed", jobId: last });
  }

  /** True when the key was for the rows. */
  function onKey(event: KeyboardEvent): boolean {
    if (event.key === "Backspace" || event.key === "Delete") {
      // A key held down to empty the box must not go on with the jobs.
      if (!event.repeat) onDelete();
      return last !== null;
    }
    if (["Control", "Meta", "Shift", "Alt"].includes(event.key)) return false;
    if (armed !== null) setArmed(null);
    if (event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey) && removedJob) {
      dispatch({ type: "job_restored" });
      return true;
    }
    if (event.key === "Escape" && armed !== null) return true;
    return false;
  }

  return { armed, onKey, disarm: () => setArmed(null) };
}
