import { useEffect, useState } from "preact/hooks";
import { plural } from "../../i18n/plurals.ts";
import { t, type WordKey } from "../../i18n/words.ts";
import type { Job } from "../../model/records.ts";
import type { SaveRecord } from "../../model/save.ts";
import { send } from "../../protocol/send.ts";
import type { SavesFilter } from "./saves-list.ts";

const STATES: Record<SavesFilter["states"], WordKey> = {
  all: "recent_states_all",
  needs_you: "save_state_needs_you",
  open: "save_state_waiting",
  saved: "save_state_saved",
};

interface Props {
  filter: SavesFilter;
  /** Those on the screen: their jobs can be chosen, beside those that were used last. */
  saves: readonly SaveRecord[];
  needsYou: number;
  onChange: (filter: SavesFilter) => void;
}

/** Search, job and state; and the way to what needs the user. */
export function RecentFilters({ filter, saves, needsYou, onChange }: Props) {
  const jobs = useJobs(saves);
  return (
    <search class="filters">
      <input
        type="search"
        class="control"
        aria-label={t("recent_search")}
        placeholder={t("recent_search")}
        value={filter.search}
        autoComplete="off"
        spellcheck={false}
        onInput={({ currentTarget: { value } }) => onChange({ ...filter, search: value })}
      />
      <select
        class="control"
        aria-label={t("field_job")}
        value={filter.jobId ?? ""}
        onChange={({ currentTarget: { value } }) => onChange({ ...filter, jobId: value || null })}
      >
        <option value="">{t("recent_jobs_all")}</option>
        {jobs.map(({ id, name, clientCompanyName }) => (
          <option key={id} value={id}>
            {[name, clientCompanyName].filter(Boolean).join(" · ")}
          </option>
        ))}
      </select>
      <select
        class="control"
        aria-label={t("recent_state")}
        value={filter.states}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...filter, states: value as SavesFilter["states"] })
        }
      >
        {Object.entries(STATES).map(([state, words]) => (
          <option key={state} value={state}>
            {t(words)}
          </option>
        ))}
      </select>
      {needsYou > 0 && filter.states !== "needs_you" && (
        <button
          type="button"
          class="link-button needy"
          onClick={() => onChange({ ...filter, states: "needs_you" })}
        >
          {plural("recent_need_you", needsYou)}
        </button>
      )}
    </search>
  );
}

/** The jobs used last, and those of every save that has been on the screen: a filter must not empty its own list. */
function useJobs(saves: readonly SaveRecord[]): Job[] {
  const [jobs, setJobs] = useState<ReadonlyMap<string, Job>>(new Map());
  const add = (more: readonly Job[]) =>
    setJobs((known) => {
      const added = more.filter(({ id }) => !known.has(id));
      return added.length === 0 ? known : new Map([...known, ...added.map((job) => [job.id, job] as const)]);
    });
  useEffect(() => {
    void send("jobs.remembered", {}).then(
      ({ pinned, recent }) => add([...pinned, ...recent]),
      () => undefined,
    );
  }, []);
  useEffect(() => add(saves.flatMap(({ draft }) => draft.jobs.map(({ job }) => job))), [saves]);
  return [...jobs.values()].sort((a, b) => a.name.localeCompare(b.name));
}
