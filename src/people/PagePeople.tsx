import type { ComponentChildren } from "preact";
import { useEffect, useMemo, useReducer, useState } from "preact/hooks";
import { readListInTab } from "../capture/read-list.ts";
import { plural } from "../i18n/plurals.ts";
import { t } from "../i18n/words.ts";
import { placeOf } from "../storage/tab-state.ts";
import { StatusScreen } from "../ui/StatusScreen.tsx";
import { BatchList } from "./batch/BatchList.tsx";
import { SaveSelected } from "./batch/SaveSelected.tsx";
import { tablesOfPage } from "./kept/page-tables.ts";
import { useKeptPageRows } from "./kept/use-kept-rows.ts";
import { rowOfList } from "./person-row.ts";
import { PeopleBar } from "./table/PeopleBar.tsx";
import { PeopleTable } from "./table/PeopleTable.tsx";
import { changePeople, noPeople, selectedRows } from "./table/people-state.ts";
import { useRowChecks } from "./table/use-row-checks.ts";

interface Props {
  tabId: number;
  /** Of the tab; null where it is not known, and nothing is kept. */
  url: string | null;
  /** Null until it is known under which key we are. */
  workspace: string | null;
  recentUrl: string;
  /** Shown where the list gives nobody. */
  children: ComponentChildren;
}

/** The people of the list that the tab shows, as far as they are in the page: nothing is scrolled or turned. */
export function PagePeople({ tabId, url, workspace, recentUrl, children }: Props) {
  const [state, onAction] = useReducer(changePeople, noPeople);
  const [reads, setReads] = useState(1);
  const [outcome, setOutcome] = useState<"reading" | "read" | "nobody">("reading");
  const checks = useRowChecks(onAction);
  const selected = selectedRows(state);
  const place = url === null ? null : placeOf(url);
  const tables = useMemo(() => tablesOfPage(place ?? ""), [place]);
  const keeper = place === null ? null : workspace;
  const isLost = useKeptPageRows(tables.rows, outcome === "read" ? keeper : null, state, onAction);

  useEffect(() => {
    let isCurrent = true;
    void readListInTab(tabId).then((people) => {
      if (!isCurrent) return;
      const rows = (people ?? []).map(rowOfList);
      setOutcome(rows.length === 0 ? "nobody" : "read");
      onAction({ type: "rows_read_again", rows });
    });
    return () => {
      isCurrent = false;
    };
  }, [tabId, reads]);

  function onStarted(): void {
    onAction({ type: "rows_removed", ids: selected.map(({ id }) => id) });
    if (keeper !== null) void tables.choices.forget(keeper).catch(() => undefined);
  }

  if (outcome === "reading")
    return <StatusScreen symbol="wait" title={t("reading_title")} body={t("people_page_reading")} />;
  if (outcome === "nobody") return <>{children}</>;
  return (
    <div class="page-people">
      <div class="page-people-head">
        <h2>{plural("people_page_title", state.rows.length)}</h2>
        <button type="button" class="link-button" onClick={() => setReads(reads + 1)}>
          {t("people_page_again")}
        </button>
      </div>
      {isLost && (
        <p class="bad" role="alert">
          {t("edits_not_kept")}
        </p>
      )}
      <PeopleBar state={state} checks={checks} onAction={onAction} />
      <PeopleTable label={t("people_page_table")} state={state} look="list" onAction={onAction} />
      <SaveSelected
        rows={selected}
        workspace={workspace}
        kept={place === null ? null : tables.choices}
        onStarted={onStarted}
      />
      {workspace !== null && <BatchList workspace={workspace} recentUrl={recentUrl} />}
    </div>
  );
}
