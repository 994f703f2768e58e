import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "../../i18n/words.ts";
import { type CellName, cellNames, judgeRow, type PersonRow } from "../person-row.ts";
import { PeopleRow } from "./PeopleRow.tsx";
import { type PeopleAction, type PeopleState, problemOfRow, shownRows } from "./people-state.ts";
import { columnWords, type StateWords, wordsOfProblem, wordsOfStanding } from "./row-state-words.ts";
import { useWindow } from "./use-window.ts";
import "./people.css";

interface Props {
  /** What the table is, for who does not see it. */
  label: string;
  state: PeopleState;
  /** `cells`: a column each, the user's own to correct. `list`: one of LinkedIn's, in a narrow place. */
  look: "cells" | "list";
  onAction: (action: PeopleAction) => void;
}

/** Px, as in people.css. */
const ROW_HEIGHTS = { cells: 40, list: 56 };
const HEAD_HEIGHT = 36;

const LIST_COLUMNS: readonly CellName[] = ["name"];

/** Shown only where a row has something in it. */
const rare: readonly CellName[] = ["email", "phone", "note"];

/** People to be saved together: ticked by the user, with what is known of each. Only rows in view are drawn. */
export function PeopleTable({ label, state, look, onAction }: Props) {
  const rows = shownRows(state);
  const { start, end, box, onScroll, show } = useWindow(rows.length, ROW_HEIGHTS[look], HEAD_HEIGHT);
  const [active, setActive] = useState(0);
  const columns = look === "list" ? LIST_COLUMNS : columnsOf(state.rows);
  /** The control to get the focus once its row is drawn. */
  const wanted = useRef<{ at: number; column: string } | null>(null);
  const current = rows[Math.min(active, rows.length - 1)];

  useEffect(() => {
    if (!wanted.current) return;
    const { at, column } = wanted.current;
    const control = box.current?.querySelector<HTMLElement>(`[data-at="${at}"] [data-column="${column}"]`);
    if (!control) return;
    wanted.current = null;
    control.focus({ preventScroll: true });
  });

  function move(at: number, column: string) {
    const next = Math.max(0, Math.min(rows.length - 1, at));
    wanted.current = { at: next, column };
    setActive(next);
    show(next);
  }

  function onKeyDown(event: KeyboardEvent) {
    const { column } = event.target instanceof HTMLElement ? event.target.dataset : {};
    const step =
      event.isComposing || event.altKey || event.ctrlKey || event.metaKey ? undefined : stepOf(event);
    if (column === undefined || step === undefined) return;
    const isText = column !== "select";
    // In a text Home and End belong to the text; Enter goes down, as in a spreadsheet.
    if (isText && (event.key === "Home" || event.key === "End" || event.shiftKey)) return;
    if (!isText && event.key === "Enter") return;
    event.preventDefault();
    const next = Math.max(0, Math.min(rows.length - 1, active + step));
    const row = rows[next];
    if (event.shiftKey && row && row !== current) onAction({ type: "range_extended", id: row.id });
    move(next, column);
  }

  const rowWords = (row: PersonRow): StateWords => {
    const problem = problemOfRow(state, row);
    return problem
      ? wordsOfProblem(problem)
      : wordsOfStanding(state.standings.get(judgeRow(row).linkedinUrl ?? ""));
  };

  return (
    <div class={`people people-as-${look}`}>
      <div class="people-box" ref={box} onScroll={onScroll}>
        <table class="people-table" aria-label={label} aria-rowcount={rows.length + 1}>
          <thead>
            <tr aria-rowindex={1}>
              <th class="people-select">
                <span class="visually-hidden">{t("people_selected")}</span>
              </th>
              {columns.map((cell) => (
                <th key={cell} class={`people-${cell}`} scope="col">
                  {t(columnWords[cell])}
                </th>
              ))}
              <th class="people-state" scope="col">
                {t("people_state")}
              </th>
            </tr>
          </thead>
          <tbody>
            {start > 0 && <Spacer height={start * ROW_HEIGHTS[look]} />}
            {rows.slice(start, end).map((row, index) => (
              <PeopleRow
                key={row.id}
                row={row}
                at={start + index}
                columns={columns}
                words={rowWords(row)}
                canSelect={problemOfRow(state, row) === null}
                isSelected={state.selected.has(row.id)}
                isActive={row === current}
                look={look}
                onFocus={() => setActive(start + index)}
                onKeyDown={onKeyDown}
                onAction={onAction}
              />
            ))}
            {end < rows.length && <Spacer height={(rows.length - end) * ROW_HEIGHTS[look]} />}
          </tbody>
        </table>
      </div>
      {/* Of the row with the focus: what its short word means, and what to do. */}
      <p class="people-help" aria-live="polite">
        {current && rowWords(current).help}
      </p>
    </div>
  );
}

function Spacer({ height }: { height: number }) {
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: an empty row, of which nothing takes the focus
  return <tr aria-hidden="true" style={{ height: `${height}px` }} />;
}

function stepOf({ key }: KeyboardEvent): number | undefined {
  switch (key) {
    case "ArrowDown":
    case "Enter":
      return 1;
    case "ArrowUp":
      return -1;
    case "PageDown":
      return 10;
    case "PageUp":
      return -10;
    case "Home":
      return Number.NEGATIVE_INFINITY;
    case "End":
      return Number.POSITIVE_INFINITY;
    default:
      return undefined;
  }
}

const columnsByRows = new WeakMap<readonly PersonRow[], readonly CellName[]>();

function columnsOf(rows: readonly PersonRow[]): readonly CellName[] {
  const known = columnsByRows.get(rows);
  if (known) return known;
  const columns = cellNames.filter((cell) => !rare.includes(cell) || rows.some(({ cells }) => cells[cell]));
  columnsByRows.set(rows, columns);
  return columns;
}
