import { useEffect, useState } from "preact/hooks";
import type { Problem } from "../../model/problem.ts";

export type Asked<T> =
  | { phase: "asking" }
  | { phase: "answered"; found: T }
  /** `problem` is null when the worker gave no answer at all. */
  | { phase: "failed"; problem: Problem | null };

type Reply<T> = ({ ok: true } & T) | { ok: false; problem: Problem };

/** Asks once for each `key`; null asks nothing yet. */
export function useAsked<T>(key: string | null, ask: () => Promise<Reply<T>>): Asked<T> {
  const [answer, setAnswer] = useState<{ key: string; asked: Asked<T> } | null>(null);
  // What is asked is named by the key.
  useEffect(() => {
    if (key === null) return;
    let isOver = false;
    const take = (asked: Asked<T>) => {
      if (!isOver) setAnswer({ key, asked });
    };
    ask().then(
      (reply) =>
        take(reply.ok ? { phase: "answered", found: reply } : { phase: "failed", problem: reply.problem }),
      () => take({ phase: "failed", problem: null }),
    );
    return () => {
      isOver = true;
    };
  }, [key]);
  return answer && answer.key === key ? answer.asked : { phase: "asking" };
}

/** Stardex was not asked: the rest of the rate limit is kept for saves. */
export function isSkipped(asked: Asked<unknown>): boolean {
  return asked.phase === "failed" && asked.problem?.kind === "rate_limited";
}
