/** The state of a people table: its rows, which of them are ticked, and what Stardex said of them. */
import type { Doubt } from "../../model/save.ts";
import type { KeptRows } from "../kept/kept-tables.ts";
import { type CellName, judgeRow, type PersonRow, type RowProblem, withCell } from "../person-row.ts";

/** What a look-up said of a row. `not_checked`: the question could not be asked, or had no answer. */
export type Standing =
  | { state: "checking" }
  | { state: "new" }
  | { state: "known"; jobs: string[] }
  | { state: "possible"; count: number }
  | { state: "off_limits"; doubt: Exclude<Doubt, "possible_match"> }
  | { state: "not_checked" };

export interface PeopleState {
  rows: readonly PersonRow[];
  /** Ids of the ticked rows. Nothing is ticked but by the user. */
  selected: ReadonlySet<string>;
  /** The row ticked last: a range goes from there. */
  anchor: string | null;
  /** By the canonical address: an edited cell changes nothing of what is known of the person. */
  standings: ReadonlyMap<string, Standing>;
  /** What the user wrote into the cells, by row: it outlives another reading of the paste. */
  edits: ReadonlyMap<string, KeptRows["edits"][string]>;
  /** Shows only rows that cannot be saved as they stand. */
  onlyProblems: boolean;
}

export const noPeople: PeopleState = {
  rows: [],
  selected: new Set(),
  anchor: null,
  standings: new Map(),
  edits: new Map(),
  onlyProblems: false,
};

export type PeopleAction =
  /** `kept`: what the user wrote and ticked in these rows before. */
  | { type: "rows_loaded"; rows: readonly PersonRow[]; kept?: KeptRows }
  /** The same paste, its columns understood otherwise. */
  | { type: "rows_read_again"; rows: readonly PersonRow[] }
  /** `isRange`: the rows from the one ticked last to this one, all as this one becomes. */
  | { type: "row_toggled"; id: string; isRange: boolean }
  /** From the row ticked last to this one, all become as that one is. */
  | { type: "range_extended"; id: string }
  | { type: "all_shown_selected" }
  | { type: "selection_cleared" }
  | { type: "cell_edited"; id: string; cell: CellName; text: string }
  | { type: "rows_removed"; ids: readonly string[] }
  | { type: "standing_found"; linkedinUrl: string; standing: Standing }
  | { type: "problems_filtered"; isOn: boolean };

export function changePeople(state: PeopleState, action: PeopleAction): PeopleState {
  switch (action.type) {
    case "rows_loaded":
      return load(state, action);
    case "rows_read_again":
      return { ...state, rows: action.rows.map((row) => withEdits(row, state.edits.get(row.id))) };
    case "row_toggled":
      return toggle(state, action);
    case "range_extended":
      return extend(state, action.id);
    case "all_shown_selected":
      return {
        ...state,
        selected: new Set(
          shownRows(state)
            .filter(isUsableIn(state))
            .map(({ id }) => id),
        ),
      };
    case "selection_cleared":
      return { ...state, selected: new Set(), anchor: null };
    case "cell_edited":
      return edit(state, action);
    case "rows_removed": {
      const isKept = (id: string) => !action.ids.includes(id);
      const rows = state.rows.filter(({ id }) => isKept(id));
      return {
        ...state,
        rows,
        selected: new Set([...state.selected].filter(isKept)),
        edits: new Map([...state.edits].filter(([id]) => isKept(id))),
        anchor: null,
      };
    }
    case "standing_found":
      return {
        ...state,
        standings: new Map(state.standings).set(action.linkedinUrl, action.standing),
      };
    case "problems_filtered":
      return { ...state, onlyProblems: action.isOn, anchor: null };
  }
}

function load(
  { standings }: PeopleState,
  { rows, kept = { edits: {}, selected: [] } }: Extract<PeopleAction, { type: "rows_loaded" }>,
): PeopleState {
  const edits = new Map(Object.entries(kept.edits));
  const loaded = rows.map((row) => withEdits(row, edits.get(row.id)));
  return { ...noPeople, rows: loaded, edits, selected: new Set(kept.selected), standings };
}

function toggle(state: PeopleState, { id, isRange }: { id: string; isRange: boolean }): PeopleState {
  const isOn = !state.selected.has(id);
  const from = isRange && state.anchor !== null ? state.anchor : id;
  return { ...tick(state, from, id, isOn), anchor: id };
}

/** Without a row that was ticked before there is nothing to extend. */
function extend(state: PeopleState, id: string): PeopleState {
  const { anchor } = state;
  return anchor === null ? state : tick(state, anchor, id, state.selected.has(anchor));
}

/** Ticks, or unticks, the rows shown between the two. */
function tick(state: PeopleState, from: string, to: string, isOn: boolean): PeopleState {
  const shown = shownRows(state);
  const last = shown.findIndex(({ id }) => id === to);
  const first = shown.findIndex(({ id }) => id === from);
  const [start, end] = first < 0 ? [last, last] : [Math.min(first, last), Math.max(first, last)];
  const selected = new Set(state.selected);
  for (const row of shown.slice(start, end + 1)) {
    if (isOn && isUsableIn(state)(row)) selected.add(row.id);
    else selected.delete(row.id);
  }
  return { ...state, selected };
}

function edit(
  state: PeopleState,
  { id, cell, text }: { id: string; cell: CellName; text: string },
): PeopleState {
  const rows = state.rows.map((row) => (row.id === id ? withCell(row, cell, text) : row));
  const edits = new Map(state.edits).set(id, { ...state.edits.get(id), [cell]: text });
  const edited = { ...state, rows, edits };
  const row = rows.find((one) => one.id === id);
  if (!row || !state.selected.has(id) || isUsableIn(edited)(row)) return edited;
  const selected = new Set(state.selected);
  selected.delete(id);
  return { ...edited, selected };
}

function withEdits(row: PersonRow, edits: KeptRows["edits"][string] = {}): PersonRow {
  const changes = Object.entries(edits) as [CellName, string][];
  return changes.reduce((edited, [cell, text]) => withCell(edited, cell, text), row);
}

/** The rows that the table shows, in their order. */
export function shownRows(state: PeopleState): readonly PersonRow[] {
  if (!state.onlyProblems) return state.rows;
  return state.rows.filter((row) => problemOfRow(state, row) !== null);
}

/** Why the row cannot be saved; null for one that can. */
export function problemOfRow(state: Pick<PeopleState, "rows">, row: PersonRow): RowProblem | null {
  const { problem, linkedinUrl } = judgeRow(row);
  if (problem !== null || linkedinUrl === null) return problem;
  return firstRows(state.rows).get(linkedinUrl) === row.id ? null : "double";
}

function isUsableIn(state: PeopleState): (row: PersonRow) => boolean {
  return (row) => problemOfRow(state, row) === null;
}

/** The ticked rows that can be saved, in their order. */
export function selectedRows(state: PeopleState): PersonRow[] {
  return state.rows.filter((row) => state.selected.has(row.id)).filter(isUsableIn(state));
}

const firstRowsOf = new WeakMap<readonly PersonRow[], Map<string, string>>();

/** Canonical address -> id of the first row that has it. */
function firstRows(rows: readonly PersonRow[]): Map<string, string> {
  const known = firstRowsOf.get(rows);
  if (known) return known;
  const first = new Map<string, string>();
  for (const row of rows) {
    const { linkedinUrl } = judgeRow(row);
    if (linkedinUrl !== null && !first.has(linkedinUrl)) first.set(linkedinUrl, row.id);
  }
  firstRowsOf.set(rows, first);
  return first;
}
