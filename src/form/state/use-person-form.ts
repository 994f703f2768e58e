/** The form's state with what surrounds it: unsaved edits in storage, remembered jobs, a save that is under way. */
import { useContext, useEffect, useLayoutEffect, useReducer, useState } from "preact/hooks";
import type { SaveRecord } from "../../model/save.ts";
import { send } from "../../protocol/send.ts";
import { noJobs, type RememberedJobs, recallJobs } from "../jobs/job-choice.ts";
import { RoundContext } from "../round/round.ts";
import type { InitialForm } from "../values/initial-form.ts";
import { formReducer } from "./form-reducer.ts";
import { editsOf, firstState, isWaitingForPage } from "./form-state.ts";
import { loadEdits, storeEdits } from "./unsaved-edits.ts";

/** `workspace` is null until the worker has said under which key we are; the form does not wait for it. */
export function usePersonForm(
  initial: InitialForm,
  workspace: string | null,
  onPending: (record: SaveRecord) => void,
) {
  const round = useContext(RoundContext)?.round;
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
      dispatch({ type: "recalled", pending, preselected: round?.jobs ?? jobs.preselected });
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
