import { useEffect, useReducer, useState } from "preact/hooks";
import { plural } from "../../i18n/plurals.ts";
import { relativeTime } from "../../i18n/time.ts";
import { t } from "../../i18n/words.ts";
import { MOST_PEOPLE } from "../../model/batch.ts";
import { SaveSelected } from "../../people/batch/SaveSelected.tsx";
import { keptPasteChoices } from "../../people/kept/kept-choices.ts";
import { type KeptPaste, keptPasteRows } from "../../people/kept/kept-tables.ts";
import { useKeptRows } from "../../people/kept/use-kept-rows.ts";
import type { ColumnKind, Paste } from "../../people/paste/pasted-person.ts";
import { readPaste } from "../../people/paste/read-paste.ts";
import { type PersonRow, rowOfPaste } from "../../people/person-row.ts";
import { PeopleBar } from "../../people/table/PeopleBar.tsx";
import { PeopleTable } from "../../people/table/PeopleTable.tsx";
import { changePeople, noPeople, selectedRows } from "../../people/table/people-state.ts";
import { useRowChecks } from "../../people/table/use-row-checks.ts";
import { AskFirst } from "../../ui/AskFirst.tsx";
import { ColumnChoices } from "./ColumnChoices.tsx";
import { PasteBox } from "./PasteBox.tsx";
import { noPaste, type Restored, useKeptPaste } from "./use-kept-paste.ts";
import "./add-many.css";

/** People pasted from a spreadsheet, a report or an e-mail, saved together. */
export function AddMany({ workspace }: { workspace: string | null }) {
  /** `paste` is null until the box was read. */
  const [{ kept, paste }, setRead] = useState(() => readKept(noPaste));
  const [state, onAction] = useReducer(changePeople, noPeople);
  const checks = useRowChecks(onAction);
  const selected = selectedRows(state);
  const keeping = useKeptPaste({ workspace, paste: kept, onRestore: restore });
  const areRowsLost = useKeptRows(keptPasteRows, keeping.writable, state);
  const hasRows = paste !== null && paste.people.length > 0;
  const isLost = keeping.isLost || areRowsLost;
  useAskBeforeLeaving(hasRows && (isLost || keeping.writable === null));

  function restore(restored: Restored | null): void {
    checks.stop();
    const read = readKept(restored?.paste ?? noPaste);
    setRead(read);
    onAction({ type: "rows_loaded", rows: rowsOf(read), ...(restored?.rows && { kept: restored.rows }) });
  }

  function take(pasted: string): void {
    const read = readKept({ ...noPaste, text: pasted, isRead: true });
    keeping.startAnew();
    setRead(read);
    onAction({ type: "rows_loaded", rows: rowsOf(read) });
  }

  function chooseColumn(at: number, kind: ColumnKind): void {
    const read = readKept({ ...kept, chosen: { ...kept.chosen, [at]: kind } });
    setRead(read);
    onAction({ type: "rows_read_again", rows: rowsOf(read) });
  }

  function startOver(): void {
    checks.stop();
    keeping.startAnew();
    setRead(readKept(noPaste));
    onAction({ type: "rows_loaded", rows: [] });
    if (workspace !== null) void keptPasteChoices.forget(workspace).catch(() => undefined);
  }

  /** What was sent goes from the table: it is in the batch now. */
  function onStarted(): void {
    const ids = selected.map(({ id }) => id);
    if (ids.length === state.rows.length) startOver();
    else {
      setRead({ kept: { ...kept, sent: [...kept.sent, ...ids] }, paste });
      onAction({ type: "rows_removed", ids });
    }
  }

  return (
    <section class="card add-many" id="add-many">
      <h2 tabIndex={-1}>{t("add_many_title")}</h2>
      {!hasRows ? (
        <PasteBox
          text={kept.text}
          isEmpty={paste !== null}
          isLost={isLost}
          onText={(text) => setRead(readKept({ ...noPaste, text }))}
          onPaste={take}
        />
      ) : (
        <>
          <div class="add-many-head">
            <div>
              <PasteSummary paste={paste} />
              {keeping.keptAt !== null && (
                <p class="quiet">{t("add_many_kept", relativeTime(keeping.keptAt, Date.now()))}</p>
              )}
              {isLost && (
                <p class="bad" role="alert">
                  {t("edits_not_kept")}
                </p>
              )}
            </div>
            <AskFirst label={t("add_many_again")} question={t("add_many_ask")} onConfirm={startOver} />
          </div>
          <ColumnChoices columns={paste.columns} onChoose={chooseColumn} />
          <PeopleBar state={state} checks={checks} onAction={onAction} />
          <PeopleTable label={t("add_many_table")} state={state} look="cells" onAction={onAction} />
          <SaveSelected
            // Under another key nothing of it is there.
            key={keeping.keysBefore}
            rows={selected}
            workspace={workspace}
            kept={keptPasteChoices}
            onStarted={onStarted}
          />
        </>
      )}
    </section>
  );
}

interface ReadPaste {
  kept: KeptPaste;
  paste: Paste | null;
}

function readKept(kept: KeptPaste): ReadPaste {
  return { kept, paste: kept.isRead ? readPaste(kept.text, kept.chosen) : null };
}

function rowsOf({ kept, paste }: ReadPaste): PersonRow[] {
  const sent = new Set(kept.sent);
  return (paste?.people ?? []).map(rowOfPaste).filter(({ id }) => !sent.has(id));
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

/** Where rows cannot be kept they exist nowhere else. */
function useAskBeforeLeaving(isNeeded: boolean): void {
  useEffect(() => {
    if (!isNeeded) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [isNeeded]);
}
