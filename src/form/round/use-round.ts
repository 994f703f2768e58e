import { useContext, useEffect } from "preact/hooks";
import type { FormAction, FormState } from "../state/form-state.ts";
import { followForm, RoundContext } from "./round.ts";

/** Lays what stays from person to person into this one's form, and keeps what the user chooses here for the next. */
export function useRound(state: FormState, isKnown: boolean, dispatch: (action: FormAction) => void): void {
  const handle = useContext(RoundContext);
  const { holdsSave, chosen, values } = state;

  useEffect(() => {
    // A save that is on its way has its own words.
    if (handle && holdsSave === false) dispatch({ type: "round_laid", round: handle.round, isKnown });
  }, [holdsSave, isKnown]);

  useEffect(() => {
    if (chosen.size > 0) handle?.change((round) => followForm(round, state));
  }, [chosen, values.jobs, values.list, values.fields]);
}
