import { useLayoutEffect, useState } from "preact/hooks";
import type { PeopleAction, PeopleState } from "../table/people-state.ts";
import type { KeptRows, keptPasteRows } from "./kept-tables.ts";
import { useRecalled } from "./use-recalled.ts";

/**
 * Keeps what the user writes and ticks in the table, before the next paint: a tab is closed in a moment. `workspace`
 * is null as long as nothing may be written: no key, or what was kept is not there yet. Whether it could not be kept.
 */
export function useKeptRows(
  table: typeof keptPasteRows,
  workspace: string | null,
  { rows, edits, selected }: PeopleState,
): boolean {
  const [isLost, setLost] = useState(false);
  useLayoutEffect(() => {
    if (workspace === null) return;
    const kept = keptRows({ rows, edits, selected });
    const isEmpty = kept.selected.length === 0 && Object.keys(kept.edits).length === 0;
    const done = isEmpty ? table.forget(workspace) : table.write(workspace, kept);
    done.then(
      () => setLost(false),
      () => setLost(true),
    );
  }, [workspace, rows, edits, selected]);
  return isLost;
}

/**
 * The same for the people of a page, whose rows are read anew: brings back what was kept of them first. `workspace` is
 * null as long as they are not read, too.
 */
export function useKeptPageRows(
  table: typeof keptPasteRows,
  workspace: string | null,
  state: PeopleState,
  onAction: (action: PeopleAction) => void,
): boolean {
  const { rows, selected, edits } = state;
  const isReady = useRecalled(table, workspace, (kept) => {
    // What was ticked meanwhile is the later word.
    if (selected.size === 0 && edits.size === 0) onAction({ type: "rows_loaded", rows, kept });
  });
  return useKeptRows(table, isReady ? workspace : null, state);
}

/** Of rows that are still there. */
function keptRows({ rows, edits, selected }: Pick<PeopleState, "rows" | "edits" | "selected">): KeptRows {
  const ids = rows.map(({ id }) => id);
  return {
    edits: Object.fromEntries(
      ids.flatMap((id) => {
        const own = edits.get(id);
        return own ? [[id, own]] : [];
      }),
    ),
    selected: ids.filter((id) => selected.has(id)),
  };
}
