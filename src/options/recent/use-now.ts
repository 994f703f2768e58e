import { useEffect, useState } from "preact/hooks";

const EVERY = 20_000;

/** Epoch ms, renewed often enough for "2 minutes ago". */
export function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), EVERY);
    return () => clearInterval(timer);
  }, []);
  return now;
}
