import { t } from "../../i18n/words.ts";
import type { CellName, PersonRow } from "../person-row.ts";
import type { PeopleAction } from "./people-state.ts";
import { columnWords, type StateWords } from "./row-state-words.ts";

interface Props {
  row: PersonRow;
  /** Its place among the rows shown. */
  at: number;
  columns: readonly CellName[];
  words: StateWords;
  canSelect: boolean;
  isSelected: boolean;
  /** The one row that the Tab key reaches. */
  isActive: boolean;
  look: "cells" | "list";
  onFocus: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onAction: (action: PeopleAction) => void;
}

const several: readonly CellName[] = ["email", "phone"];

export function PeopleRow(props: Props) {
  const { row, at, columns, words, canSelect, isSelected, isActive, look, onAction } = props;
  const { name } = row.cells;
  const tabIndex = isActive ? 0 : -1;
  return (
    <tr
      aria-rowindex={at + 2}
      data-at={at}
      data-selected={isSelected}
      data-active={isActive}
      onFocusIn={props.onFocus}
      onKeyDown={props.onKeyDown}
    >
      <td class="people-select">
        <input
          type="checkbox"
          data-column="select"
          tabIndex={tabIndex}
          aria-label={t("people_select", name || t("people_name_missing"))}
          checked={isSelected}
          aria-disabled={!canSelect}
          onClick={(event) => {
            // Only where nothing changes: a browser takes back the tick of a prevented click after the row is drawn anew.
            if (!canSelect) event.preventDefault();
            else onAction({ type: "row_toggled", id: row.id, isRange: event.shiftKey });
          }}
        />
      </td>
      {columns.map((cell) => (
        <td key={cell} class={`people-${cell}`} title={look === "list" ? "" : row.cells[cell]}>
          {look === "list" ? (
            <ListCell row={row} />
          ) : (
            <input
              class="people-input"
              data-column={cell}
              data-several={several.includes(cell) || undefined}
              tabIndex={tabIndex}
              dir={cell === "address" || cell === "email" ? "ltr" : "auto"}
              aria-label={`${t(columnWords[cell])}, ${name || at + 1}`}
              value={row.cells[cell]}
              spellcheck={false}
              autoComplete="off"
              onInput={({ currentTarget }) =>
                onAction({ type: "cell_edited", id: row.id, cell, text: currentTarget.value })
              }
            />
          )}
        </td>
      ))}
      <td class={`people-state people-${words.tone}`}>
        <span class="people-text" title={words.help ?? words.text}>
          {words.text}
        </span>
      </td>
    </tr>
  );
}

function ListCell({ row: { cells, headline } }: { row: PersonRow }) {
  const more = [headline, cells.location].filter(Boolean).join(" · ");
  return (
    <>
      <span class="people-text" dir="auto" title={cells.name}>
        {cells.name}
      </span>
      <span class="people-more" dir="auto" title={more}>
        {more}
      </span>
    </>
  );
}
