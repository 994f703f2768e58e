import { useRef, useState } from "preact/hooks";
import type { Job } from "../../model/records.ts";
import { send } from "../../protocol/send.ts";

/** The user's own searches, asked for once the box is used: a form that is only looked at costs no call, even where it has the focus. */
export function useMyJobs() {
  const [jobs, setJobs] = useState<Job[]>([]);
  const isAsked = useRef(false);

  function load() {
    if (isAsked.current) return;
    isAsked.current = true;
    send("jobs.mine", {}).then(
      (answer) => answer.ok && setJobs(answer.jobs),
      // Without them the list is as it was.
      () => undefined,
    );
  }

  return { jobs, load };
}
