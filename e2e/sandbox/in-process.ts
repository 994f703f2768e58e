/**
 * The sandbox's API as a `fetch`, for unit tests: no socket, no certificate. Its only clock is `Date` and
 * `setTimeout`, so that fake timers rule it.
 */
import { apiApp } from "./api/app.ts";
import type { ApiState } from "./api/state.ts";
import { newState, type StateOptions } from "./new-state.ts";
import type { Store } from "./store.ts";

export { SANDBOX_KEY, SECOND_KEY } from "./new-state.ts";

export interface InProcessSandbox extends ApiState {
  /** Rejects as the browser's does: TypeError for a broken connection, the signal's reason once it is aborted. */
  fetch: typeof fetch;
  /** The workspace of SANDBOX_KEY. */
  store: Store;
  /** The workspace of SECOND_KEY. */
  secondStore: Store;
}

export function createSandbox(options: StateOptions = {}): InProcessSandbox {
  const { state, store, secondStore } = newState(options);
  const api = apiApp(state);

  function fetchAnswer(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
    const signal = init.signal ?? null;
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      let close: (status: number | null) => void = () => undefined;
      const closed = new Promise<number | null>((tell) => {
        close = tell;
      });
      const fail = (reason: unknown) => {
        close(null);
        reject(reason);
      };
      signal?.addEventListener("abort", () => fail(signal.reason), { once: true });
      const connection = { drop: () => fail(new TypeError("Failed to fetch")), closed };
      // Without the signal: the API goes on with what has reached it, whoever hangs up.
      const request = new Request(input, { ...init, signal: null });
      Promise.resolve(api.fetch(request, { connection })).then((response) => {
        close(response.status);
        resolve(response);
      }, reject);
    });
  }

  return { ...state, store, secondStore, fetch: fetchAnswer };
}
