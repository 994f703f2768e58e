import { useEffect, useState } from "preact/hooks";

/** Ms after which an accepted save that is not through is said to be kept. */
const MOMENT = 900;

/** Whether `isWaiting` has been true for longer than a moment. */
export function useIsSlow(isWaiting: boolean): boolean {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    setSlow(false);
    if (!isWaiting) return;
    const timer = setTimeout(() => setSlow(true), MOMENT);
    return () => clearTimeout(timer);
  }, [isWaiting]);
  return isWaiting && isSlow;
}
