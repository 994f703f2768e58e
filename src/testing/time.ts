/**
 * Simulated time beside a database that works in real time: the in-memory IndexedDB runs on `setImmediate`,
 * which is left as it is, and watched, so that a test knows when nothing is under way any more.
 */
import { vi } from "vitest";

const realSetImmediate = globalThis.setImmediate;
let pending = 0;

globalThis.setImmediate = ((work: (...args: unknown[]) => void, ...args: unknown[]) => {
  pending += 1;
  return realSetImmediate(() => {
    pending -= 1;
    work(...args);
  });
}) as typeof setImmediate;

/** `now`: epoch ms. Ends with `vi.useRealTimers()`. */
export function useFakeTime(now: number): void {
  vi.useFakeTimers({ now, toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date"] });
  // The browser's own runs on a clock that cannot be simulated.
  vi.spyOn(AbortSignal, "timeout").mockImplementation((ms) => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(new DOMException("Timed out", "TimeoutError")), ms);
    return controller.signal;
  });
}

/** Turns of the event loop without database work after which nothing more comes of what was begun. */
const QUIET_TURNS = 6;

/** Waits until all is done that needs no time to pass. */
export async function settle(): Promise<void> {
  for (let quiet = 0; quiet < QUIET_TURNS; ) {
    await new Promise<void>((resolve) => realSetImmediate(resolve));
    quiet = pending === 0 ? quiet + 1 : 0;
  }
}

/** Lets `ms` pass, timer by timer, each followed by all that comes of it. */
export async function passTime(ms: number): Promise<void> {
  let isOver = false;
  setTimeout(() => {
    isOver = true;
  }, ms);
  await settle();
  while (!isOver) {
    vi.advanceTimersToNextTimer();
    await settle();
  }
}

/** What the work comes to, however much time it takes. */
export async function inTime<T>(work: Promise<T>): Promise<T> {
  let isOver = false;
  const end = () => {
    isOver = true;
  };
  work.then(end, end);
  for (await settle(); !isOver; await settle()) vi.advanceTimersToNextTimer();
  return await work;
}
