import { useEffect, useReducer, useState } from "preact/hooks";
import { plural } from "../../i18n/plurals.ts";
import { t } from "../../i18n/words.ts";
import { MOST_PEOPLE } from "../../model/batch.ts";
import { SaveSelected } from "../../people/batch/SaveSelected.tsx";
import type { ColumnKind, Paste } from "../../people/paste/pasted-person.ts";
import { readPaste } from "../../people/paste/read-paste.ts";
import { rowOfPaste } from "../../people/person-row.ts";
import { PeopleBar } from "../../people/table/PeopleBar.tsx";
import { PeopleTable } from "../../people/table/PeopleTable.tsx";
import { changePeople, noPeople, selectedRows } from "../../people/table/people-state.ts";
import { useRowChecks } from "../../people/table/use-row-checks.ts";
import { AskFirst } from "../../ui/AskFirst.tsx";
import { ColumnChoices } from "./ColumnChoices.tsx";
import { PasteBox } from "./PasteBox.tsx";
import "./add-many.css";

/** People pasted from a spreadsheet, a report or an e-mail, saved together. */
export function AddMany({ workspace }: { workspace: string | null }) {
  const [text, setText] = useState<string | null>(null);
  const [chosen, setChosen] = useState<Record<number, ColumnKind>>({});
  const [paste, setPaste] = useState<Paste | null>(null);
  const [state, onAction] = useReducer(changePeople, noPeople);
  const checks = useRowChecks(onAction);
  const selected = selectedRows(state);
  useAskBeforeLeaving(state.rows.length > 0);

  function take(pasted: string): void {
    const read = readPaste(pasted);
    setPaste(read);
    setChosen({});
    if (read.people.length === 0) return;
    setText(pasted);
    onAction({ type: "rows_loaded", rows: read.people.map(rowOfPaste) });
  }

  function chooseColumn(at: number, kind: ColumnKind): void {
    const choices = { ...chosen, [at]: kind };
    const read = readPaste(text ?? "", choices);
    setChosen(choices);
    setPaste(read);
    onAction({ type: "rows_read_again", rows: read.people.map(rowOfPaste) });
  }

  function startOver(): void {
    checks.stop();
    setText(null);
    setPaste(null);
    onAction({ type: "rows_loaded", rows: [] });
  }

  /** What was sent goes from the table: it is in the batch now. */
  function onStarted(): void {
    const ids = selected.map(({ id }) => id);
    if (ids.length === state.rows.length) startOver();
    else onAction({ type: "rows_removed", ids });
  }

  return (
    <section class="card add-many" id="add-many">
      <h2 tabIndex={-1}>{t("add_many_title")}</h2>
      {text === null || paste === null ? (
        <PasteBox isEmpty={paste !== null} onPaste={take} />
      ) : (
        <>
          <div class="add-many-head">
            <PasteSummary paste={paste} />
            <AskFirst label={t("add_many_again")} question={t("add_many_ask")} onConfirm={startOver} />
          </div>
          <ColumnChoices columns={paste.columns} onChoose={chooseColumn} />
          <PeopleBar state={state} checks={checks} onAction={onAction} />
          <PeopleTable label={t("add_many_table")} state={state} look="cells" onAction={onAction} />
          <SaveSelected rows={selected} workspace={workspace} onStarted={onStarted} />
        </>
      )}
    </section>
  );
}

/** What became of the lines that are no row of the table. */
function PasteSummary({ paste }: { paste: Paste }) {
  const { people, doubles, leftOut, beyondLimit } = paste;
  return (
    <div>
      <p role="status">
        {plural("add_many_found", people.length)}
        {doubles > 0 && ` ${plural("add_many_doubles", doubles)}`}
        {beyondLimit > 0 && ` ${plural("add_many_beyond", beyondLimit, MOST_PEOPLE)}`}
      </p>
      {leftOut.length > 0 && (
        <details>
          <summary>{plural("add_many_left_out", leftOut.length)}</summary>
          <ul class="left-out">
            {leftOut.slice(0, MOST_LINES).map(({ line, text }) => (
              <li key={line} dir="auto">
                {text}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

/** Enough to see what they are. */
const MOST_LINES = 100;

/** Rows that are not saved exist nowhere else. */
function useAskBeforeLeaving(hasRows: boolean): void {
  useEffect(() => {
    if (!hasRows) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [hasRows]);
}
