/** The worker's requests and messages under way, so that nothing of them is written after all was forgotten. */

export function createRequests(fetch: typeof globalThis.fetch) {
  let controller = new AbortController();
  const running = new Set<Promise<unknown>>();

  return {
    /** `fetch`, which gives up with all the others. */
    fetch: ((input, init) => {
      const signals = [controller.signal, ...(init?.signal ? [init.signal] : [])];
      return fetch(input, { ...init, signal: AbortSignal.any(signals) });
    }) as typeof globalThis.fetch,

    /** Counts the work as under way until it is done. */
    track<T>(work: Promise<T>): Promise<T> {
      running.add(work);
      const end = () => running.delete(work);
      work.then(end, end);
      return work;
    },

    /** Gives up every request, waits for what rested on them, does the work, and lets requests out again. */
    async withoutAny(work: () => Promise<void>): Promise<void> {
      controller.abort();
      await Promise.allSettled(running);
      try {
        await work();
      } finally {
        controller = new AbortController();
      }
    },
  };
}
