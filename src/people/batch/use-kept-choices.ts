import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { FormValues } from "../../form/values/form-values.ts";
import { areNone, type ChoicesTable, choicesIn } from "../kept/kept-choices.ts";

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
  const [ready, setReady] = useState<string | null>(null);
  const choices = choicesIn(values);
  const now = useRef(choices);
  now.current = choices;

  useEffect(() => {
    if (!table || workspace === null) return;
    let isCurrent = true;
    void table
      .read(workspace)
      .catch(() => null)
      .then((kept) => {
        if (!isCurrent) return;
        // What was chosen meanwhile is the later word.
        if (kept && areNone(now.current)) change(kept.content);
        setReady(workspace);
      });
    return () => {
      isCurrent = false;
    };
  }, [table, workspace]);

  useLayoutEffect(() => {
    if (!table || workspace === null || ready !== workspace) return;
    // Without room the rows say so.
    const done = areNone(choices) ? table.forget(workspace) : table.write(workspace, choices);
    done.catch(() => undefined);
  }, [ready, workspace, ...Object.values(choices)]);
}
