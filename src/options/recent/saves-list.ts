/** The rows that are on the screen: the first pages of the history, kept up to date record by record. */
import type { SaveRecord, SaveState } from "../../model/save.ts";
import { isWanted } from "../../storage/saves.ts";

/** Saves a page. */
const PAGE = 50;

export interface SavesFilter {
  search: string;
  /** Null shows all jobs. */
  jobId: string | null;
  states: "all" | "needs_you" | "open" | "saved";
}

export const noFilter: SavesFilter = { search: "", jobId: null, states: "all" };

const STATES: Record<SavesFilter["states"], readonly SaveState[] | null> = {
  all: null,
  needs_you: ["needs_you"],
  open: ["waiting", "sending", "in_doubt"],
  saved: ["saved"],
};

/** What the database is asked for. */
export function queryOf(workspace: string, { search, jobId, states }: SavesFilter) {
  const wanted = STATES[states];
  return {
    workspace,
    limit: PAGE,
    ...(wanted && { states: wanted }),
    ...(search.trim() && { search: search.trim() }),
    ...(jobId !== null && { jobId }),
  };
}

export type ListQuery = ReturnType<typeof queryOf>;

export interface SavesList {
  /** Newest first. */
  saves: SaveRecord[];
  /** Where the next page begins; null when there is none. */
  next: number | null;
}

/** The list after these saves changed; null for one that is gone. Further pages are read when they are asked for. */
export function withChanges(
  list: SavesList,
  changes: ReadonlyMap<string, SaveRecord | null>,
  query: ListQuery,
): SavesList {
  const { next } = list;
  const kept = list.saves.filter(({ id }) => !changes.has(id));
  const changed = [...changes.values()].filter(
    (save) =>
      save !== null &&
      save.workspace === query.workspace &&
      isWanted(save, query) &&
      (next === null || save.order >= next),
  ) as SaveRecord[];
  return { saves: [...kept, ...changed].sort((a, b) => b.order - a.order), next };
}
