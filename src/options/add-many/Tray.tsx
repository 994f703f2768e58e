import { useEffect, useReducer, useState } from "preact/hooks";
import { plural } from "../../i18n/plurals.ts";
import { t } from "../../i18n/words.ts";
import { SaveSelected } from "../../people/batch/SaveSelected.tsx";
import { keptTrayChoices } from "../../people/kept/kept-choices.ts";
import { keptTrayRows } from "../../people/kept/kept-tables.ts";
import { useKeptRows } from "../../people/kept/use-kept-rows.ts";
import { rowOfDraft } from "../../people/person-row.ts";
import { PeopleBar } from "../../people/table/PeopleBar.tsx";
import { PeopleTable } from "../../people/table/PeopleTable.tsx";
import { changePeople, noPeople, selectedRows } from "../../people/table/people-state.ts";
import { useRowChecks } from "../../people/table/use-row-checks.ts";
import { send } from "../../protocol/send.ts";
import { readTray, watchTray } from "../../storage/tray.ts";

/** The people collected by shortcut and menu, to be sent with one job; nothing while there are none. */
export function Tray({ workspace }: { workspace: string }) {
  const [state, onAction] = useReducer(changePeople, noPeople);
  const checks = useRowChecks(onAction);
  const selected = selectedRows(state);
  /** Whose tray is shown by now, with what was written into its rows. */
  const [shown, setShown] = useState<string | null>(null);
  const isLost = useKeptRows(keptTrayRows, shown === workspace ? workspace : null, state);

  useEffect(() => {
    let isStopped = false;
    let isFirst = true;
    async function read() {
      const [drafts, kept] = await Promise.all([
        readTray(workspace),
        isFirst ? keptTrayRows.read(workspace).catch(() => null) : null,
      ]);
      if (isStopped) return;
      const rows = drafts.map(rowOfDraft);
      if (!isFirst) return onAction({ type: "rows_read_again", rows });
      isFirst = false;
      onAction({ type: "rows_loaded", rows, ...(kept && { kept: kept.content }) });
      setShown(workspace);
    }
    const readQuietly = () =>
      void read().catch((error: unknown) => console.warn("The tray could not be read", error));
    const stop = watchTray(readQuietly);
    readQuietly();
    return () => {
      isStopped = true;
      stop();
    };
  }, [workspace]);

  /** By their ids: a cell with the address may have been edited. */
  function remove(): void {
    const ids = selected.map(({ id }) => id);
    send("tray.remove", { linkedinUrls: ids }).then(
      () => onAction({ type: "rows_removed", ids }),
      () => undefined,
    );
  }

  /** With the last row goes what was chosen for it. */
  function takeOut(): void {
    remove();
    if (selected.length === state.rows.length) void keptTrayChoices.forget(workspace).catch(() => undefined);
  }

  if (state.rows.length === 0) return null;
  return (
    <section class="card add-many" id="tray">
      <div class="add-many-head">
        <h2 tabIndex={-1}>{plural("tray_title", state.rows.length)}</h2>
        <button type="button" class="button" disabled={selected.length === 0} onClick={remove}>
          {t("tray_remove")}
        </button>
      </div>
      {isLost && (
        <p class="bad" role="alert">
          {t("edits_not_kept")}
        </p>
      )}
      <PeopleBar state={state} checks={checks} onAction={onAction} />
      <PeopleTable label={t("tray_table")} state={state} look="cells" onAction={onAction} />
      <SaveSelected
        key={workspace}
        rows={selected}
        workspace={workspace}
        kept={keptTrayChoices}
        onStarted={takeOut}
      />
    </section>
  );
}
