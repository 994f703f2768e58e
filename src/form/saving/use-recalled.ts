import { useEffect, useState } from "preact/hooks";
import type { FormState } from "../state/form-state.ts";

/** Ms: who does not hear from storage and worker by then saves without them, or is told that they are silent. */
const PATIENCE = 3000;

/**
 * Whether the form holds all that belongs in it: a fast Enter comes before the remembered job and before what was typed
 * last time, and must not save without them. `onRecalled`: it does now, and a save was waiting.
 */
export function useRecalled({ isRecalled, holdsSave }: FormState, onRecalled: () => void) {
  const [isWaiting, setWaiting] = useState(false);
  const [isGivenUp, setGivenUp] = useState(false);
  const isReady = (isRecalled && holdsSave !== null) || isGivenUp;

  // After the effects that lay into the form what comes with the answer.
  useEffect(() => {
    if (!isWaiting || !isReady) return;
    setWaiting(false);
    onRecalled();
  }, [isWaiting, isReady]);

  useEffect(() => {
    if (!isWaiting) return;
    const timer = setTimeout(() => setGivenUp(true), PATIENCE);
    return () => clearTimeout(timer);
  }, [isWaiting]);

  return { isReady, isWaiting, wait: () => setWaiting(true) };
}
