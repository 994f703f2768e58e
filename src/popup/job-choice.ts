/** The job of the form: that of the last save, until she picks another or none. */
import { useEffect, useState } from "preact/hooks";
import type { Job } from "../save.ts";
import { send } from "../send-message.ts";

/** `workspace` is null until it is known; the remembered jobs belong to it. */
export function useJobChoice(workspace: string | null) {
  const [recent, setRecent] = useState<Job[]>([]);
  const [last, setLast] = useState<Job | null>(null);
  const [chosen, setChosen] = useState<Job | null | undefined>(undefined);

  useEffect(() => {
    if (workspace === null) return;
    // Without the remembered jobs she can still search for one.
    send("jobs.remembered", {}).then(
      (remembered) => {
        setRecent(remembered.recent);
        setLast(remembered.last);
      },
      () => undefined,
    );
  }, [workspace]);

  return { job: chosen === undefined ? last : chosen, recent, choose: setChosen };
}
