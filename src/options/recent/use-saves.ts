import { useEffect, useState } from "preact/hooks";
import type { Problem } from "../../model/problem.ts";
import type { SaveRecord } from "../../model/save.ts";
import { countSaves, readSave, readSavesPage, watchSaves } from "../../storage/saves.ts";
import { type ListQuery, type SavesList, withChanges } from "./saves-list.ts";

/** Ms in which further changes are gathered: a long queue's drain changes many saves a second. */
const PAUSE = 250;

const nothing: SavesList = { saves: [], next: null };

/** The saves that the query asks for, live; `list` is null until they are read. Without a query there are none. */
export function useSaves(query: ListQuery | null) {
  const [list, setList] = useState<SavesList | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const key = JSON.stringify(query);

  useEffect(() => {
    if (query === null) return setList(nothing);
    let isCurrent = true;
    const fail = () => isCurrent && setFailed(true);
    const load = async () => {
      const page = await readSavesPage(query);
      if (isCurrent) setList(page);
    };
    const apply = async (ids: ReadonlySet<string>) => {
      const records = await Promise.all([...ids].map((id) => readSave(id)));
      const changes = new Map([...ids].map((id, n) => [id, records[n] ?? null]));
      if (isCurrent) setList((shown) => shown && withChanges(shown, changes, query));
    };
    const stop = watchGathered((ids) => void (ids ? apply(ids) : load()).catch(fail));
    load().catch(fail);
    return () => {
      isCurrent = false;
      stop();
    };
    // A query is what it says, whichever object says it.
  }, [key]);

  async function showMore(): Promise<void> {
    if (query === null || list?.next == null) return;
    const page = await readSavesPage({ ...query, before: list.next }).catch(() => null);
    if (page === null) return setFailed(true);
    const isSame = (save: SaveRecord) => page.saves.some(({ id }) => id === save.id);
    setList((shown) => {
      if (shown === null) return shown;
      return { saves: [...shown.saves.filter((save) => !isSame(save)), ...page.saves], next: page.next };
    });
  }

  return { list, hasFailed, showMore };
}

/** How the queue stands. */
export interface QueueState {
  /** All saves under this key. */
  total: number;
  needsYou: number;
  /** Saves that go out by themselves. */
  waiting: number;
  /** Why they wait; null when nothing went wrong. */
  problem: Problem | null;
}

const emptyQueue: QueueState = { total: 0, needsYou: 0, waiting: 0, problem: null };

/** Live; null until it is known. `isKnown`: whether the workspace is. */
export function useQueueState(workspace: string | null, isKnown: boolean): QueueState | null {
  const [state, setState] = useState<QueueState | null>(null);

  useEffect(() => {
    if (!isKnown) return;
    if (workspace === null) return setState(emptyQueue);
    let isCurrent = true;
    // The list says when the database cannot be read; the page is there all the same.
    const read = () =>
      void readQueueState(workspace).then(
        (next) => isCurrent && setState(next),
        () => isCurrent && setState((known) => known ?? emptyQueue),
      );
    const stop = watchGathered(read);
    read();
    return () => {
      isCurrent = false;
      stop();
    };
  }, [workspace, isKnown]);

  return state;
}

async function readQueueState(workspace: string): Promise<QueueState> {
  const [total, needsYou, waiting, page] = await Promise.all([
    countSaves(workspace),
    countSaves(workspace, ["needs_you"]),
    countSaves(workspace, ["waiting", "in_doubt"]),
    // The newest of them have often not been tried yet.
    readSavesPage({ workspace, limit: 20, states: ["waiting", "in_doubt"] }),
  ]);
  const problem = page.saves.find((save) => save.problem !== null)?.problem ?? null;
  return { total, needsYou, waiting, problem };
}

/** Calls back with the saves that changed, gathered for a moment; null: read everything again. Returns how to stop. */
function watchGathered(callback: (ids: ReadonlySet<string> | null) => void): () => void {
  let ids: Set<string> | null = new Set();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = watchSaves((id) => {
    if (id === null) ids = null;
    else ids?.add(id);
    timer ??= setTimeout(() => {
      timer = undefined;
      const changed = ids;
      ids = new Set();
      callback(changed);
    }, PAUSE);
  });
  return () => {
    stop();
    clearTimeout(timer);
  };
}
