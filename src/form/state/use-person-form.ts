/** The form's state with what surrounds it: unsaved edits in storage, remembered jobs, a save that is under way. */
import { useEffect, useLayoutEffect, useReducer, useState } from "preact/hooks";
import type { List } from "../../model/records.ts";
import type { PlacedJob, SaveRecord } from "../../model/save.ts";
import { send } from "../../protocol/send.ts";
import { noJobs, type RememberedJobs, recallJobs } from "../jobs/job-choice.ts";
import type { InitialForm } from "../values/initial-form.ts";
import { formReducer } from "./form-reducer.ts";
import { editsOf, firstState, isWaitingForPage } from "./form-state.ts";
import { loadEdits, storeEdits } from "./unsaved-edits.ts";

/** What goes from person to person where the form stays open. */
export interface StickyChoices {
  jobs: PlacedJob[];
  list: List | null;
}

/**
 * `workspace` is null until the worker has said under which key we are; the form does not wait for it. `sticky`
 * stands in the place of the remembered job.
 */
export function usePersonForm(
  initial: InitialForm,
  workspace: string | null,
  onPending: (record: SaveRecord) => void,
  sticky: StickyChoices | null,
) {
  const [state, dispatch] = useReducer(formReducer, initial, firstState);
  const [remembered, setRemembered] = useState<RememberedJobs>(noJobs);
  const [isDraftLost, setDraftLost] = useState(false);
  const { linkedinUrl } = initial;

  useEffect(() => {
    if (workspace === null) return;
    let isCurrent = true;
    void loadEdits(workspace, linkedinUrl).then((kept) => {
      if (isCurrent) dispatch({ type: "edits_recalled", kept });
    });
    void recall(linkedinUrl).then(({ pending, jobs }) => {
      if (!isCurrent) return;
      setRemembered(jobs.remembered);
      dispatch({ type: "recalled", pending, preselected: sticky?.jobs ?? jobs.preselected });
      if (sticky?.list && !pending) dispatch({ type: "proposed", changes: { list: sticky.list } });
      if (pending) onPending(pending);
    });
    return () => {
      isCurrent = false;
    };
  }, [workspace, linkedinUrl]);

  useEffect(() => {
    if (initial !== state.initial) dispatch({ type: "read_again", initial });
  }, [initial]);

  // Before the next paint: the popup may close at any moment.
  useLayoutEffect(() => {
    if (workspace === null || !state.isRecalled) return;
    storeEdits(workspace, linkedinUrl, editsOf(state)).then(
      () => setDraftLost(false),
      () => setDraftLost(true),
    );
  }, [workspace, state.isRecalled, state.edited, state.values, state.identity]);

  return {
    state,
    dispatch,
    remembered,
    setRemembered,
    isDraftLost,
    isWaitingForPage: isWaitingForPage(state),
  };
}

async function recall(linkedinUrl: string) {
  const [pending, jobs] = await Promise.all([
    // Without the worker's answer the form still opens; Save will say what is wrong.
    send("save.pending", { linkedinUrl }).then(
      ({ save }) => save,
      () => null,
    ),
    recallJobs(),
  ]);
  return { pending, jobs };
}
