import { plural } from "../../i18n/plurals.ts";
import { t } from "../../i18n/words.ts";
import {
  type PeopleAction,
  type PeopleState,
  problemOfRow,
  selectedRows,
  shownRows,
} from "./people-state.ts";
import type { RowChecks } from "./use-row-checks.ts";

interface Props {
  state: PeopleState;
  checks: RowChecks;
  onAction: (action: PeopleAction) => void;
}

/** What is done with several rows of the table at once. */
export function PeopleBar({ state, checks, onAction }: Props) {
  const shown = shownRows(state).filter((row) => problemOfRow(state, row) === null);
  const selected = selectedRows(state);
  const wrong = state.rows.filter((row) => problemOfRow(state, row) !== null).length;
  return (
    <div class="people-bar" role="toolbar" aria-label={t("people_bar")}>
      <button
        type="button"
        class="button"
        disabled={shown.length === 0}
        onClick={() => onAction({ type: "all_shown_selected" })}
      >
        {plural("people_select_all", shown.length)}
      </button>
      {selected.length > 0 && (
        <button type="button" class="link-button" onClick={() => onAction({ type: "selection_cleared" })}>
          {t("people_clear")}
        </button>
      )}
      {checks.isChecking ? (
        <button type="button" class="button" onClick={checks.stop}>
          {t("people_check_stop")}
        </button>
      ) : (
        <button
          type="button"
          class="button"
          disabled={selected.length === 0}
          title={t("people_check_help")}
          onClick={() => checks.start(selected)}
        >
          {t("people_check")}
        </button>
      )}
      {(wrong > 0 || state.onlyProblems) && (
        <label class="people-filter">
          <input
            type="checkbox"
            checked={state.onlyProblems}
            onChange={({ currentTarget }) =>
              onAction({ type: "problems_filtered", isOn: currentTarget.checked })
            }
          />
          {plural("people_only_problems", wrong)}
        </label>
      )}
      <span class="people-count" role="status">
        {plural("people_selected_count", selected.length)}
      </span>
    </div>
  );
}
