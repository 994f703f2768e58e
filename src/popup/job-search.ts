/** The jobs to offer while she types: the remembered ones at once, then Stardex' answer to a pause. */
import { useEffect, useState } from "preact/hooks";
import type { Job, Problem } from "../save.ts";
import { send } from "../send-message.ts";

/** A pause in typing, ms: at most one search each. */
const PAUSE = 250;

export interface JobOffer {
  jobs: Job[];
  isSearching: boolean;
  problem: Problem | null;
}

/** `text` is what stands in the box; empty shows `recent`, or the newest open jobs when there are none. */
export function useJobOffer(text: string, isOpen: boolean, recent: Job[]): JobOffer {
  const [offer, setOffer] = useState<JobOffer>({ jobs: [], isSearching: false, problem: null });
  const words = text.trim();

  useEffect(() => {
    if (!isOpen) return;
    if (words === "" && recent.length > 0) {
      setOffer({ jobs: recent, isSearching: false, problem: null });
      return;
    }
    let isCurrent = true;
    setOffer((now) => ({ ...now, isSearching: true, problem: null }));
    const timer = setTimeout(() => {
      void search(words).then((found) => {
        if (isCurrent) setOffer(found);
      });
    }, PAUSE);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [words, isOpen, recent]);

  return offer;
}

async function search(text: string): Promise<JobOffer> {
  try {
    const answer = await send("jobs.search", { text });
    if (answer.ok) return { jobs: answer.jobs, isSearching: false, problem: null };
    return { jobs: [], isSearching: false, problem: answer.problem };
  } catch {
    return { jobs: [], isSearching: false, problem: { kind: "offline" } };
  }
}
