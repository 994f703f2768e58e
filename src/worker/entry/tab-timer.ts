/** When a button changes by time alone: the seconds of the grace, a click that counts again. */
import type { SaveRecord } from "../../model/save.ts";
import { allTabStates, type TabState } from "../../storage/tab-state.ts";
import { changesAt } from "./tab-view.ts";

interface Parts {
  readSave: (id: string) => Promise<SaveRecord | null>;
  /** Epoch ms. */
  now: () => number;
  onTime: () => void;
}

/** One timer for all tabs; a worker that dies draws all of them anew at its next start. */
export function createTabTimer({ readSave, now, onTime }: Parts) {
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function changesOf({ view, ignoresClicksUntil }: TabState): Promise<number[]> {
    const record = "saveId" in view ? await readSave(view.saveId) : null;
    return [ignoresClicksUntil, changesAt(view, record, now()) ?? 0];
  }

  return {
    async set(): Promise<void> {
      clearTimeout(timer);
      const states = await allTabStates();
      const times = (await Promise.all(states.map(([, state]) => changesOf(state)))).flat();
      const next = Math.min(...times.filter((time) => time > now()));
      if (Number.isFinite(next)) timer = setTimeout(onTime, next - now());
    },
  };
}
