import { useLayoutEffect } from "preact/hooks";
import type { FormValues } from "../../form/values/form-values.ts";
import { areNone, type ChoicesTable, choicesIn } from "../kept/kept-choices.ts";
import { useRecalled } from "../kept/use-recalled.ts";

/**
 * Brings back what was chosen for a table whose tab was closed, and keeps what is chosen from then on. `table` is null
 * where nothing is kept.
 */
export function useKeptChoices(
  table: ChoicesTable | null,
  workspace: string | null,
  values: FormValues,
  change: (values: Partial<FormValues>) => void,
): void {
  const choices = choicesIn(values);
  const isReady = useRecalled(table, workspace, (kept) => {
    // What was chosen meanwhile is the later word.
    if (areNone(choices)) change(kept);
  });

  useLayoutEffect(() => {
    if (!table || workspace === null || !isReady) return;
    // Without room the rows say so.
    const done = areNone(choices) ? table.forget(workspace) : table.write(workspace, choices);
    done.catch(() => undefined);
  }, [isReady, workspace, ...Object.values(choices)]);
}
