/** Comes back to the queue in time, whether or not the worker lives until then. */
import browser from "webextension-polyfill";

export const QUEUE_ALARM = "save-queue";

/** Chrome's least delay of an alarm; a timer of the living worker serves shorter waits. */
const LEAST_ALARM_DELAY = 30_000;

let timer: ReturnType<typeof setTimeout> | undefined;

/** Calls `wake` at `due` (epoch ms) if the worker still lives; the alarm fires then or soon after in any case. */
export async function wakeUpAt(due: number, now: number, wake: () => void): Promise<void> {
  clearTimeout(timer);
  if (due - now < LEAST_ALARM_DELAY) timer = setTimeout(wake, Math.max(0, due - now));
  await setAlarm(due, now);
}

/**
 * The alarm alone, for a drain that begins now. It repeats: a worker killed while it drains is woken again.
 * Never rejects: the next start of the worker drains all the same.
 */
export async function setAlarm(due: number, now: number): Promise<void> {
  try {
    const when = Math.max(due, now + LEAST_ALARM_DELAY);
    await browser.alarms.create(QUEUE_ALARM, { when, periodInMinutes: 1 });
  } catch (error) {
    console.warn("The alarm of the save queue was not set", error);
  }
}

export async function sleepOn(): Promise<void> {
  clearTimeout(timer);
  await browser.alarms.clear(QUEUE_ALARM);
}
