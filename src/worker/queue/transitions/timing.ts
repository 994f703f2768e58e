/** When a save is tried again, and when its time has come. */
import type { SaveIn, SaveRecord } from "../../../model/save.ts";

const FIRST = 5_000;
const LONGEST = 15 * 60_000;

/**
 * Ms to wait after the given number of tries: 5 s, doubled each time, at most 15 min, of which half is
 * random (`random` in [0, 1)), so that the browsers of a firm do not come back all at once.
 */
export function backoff(attempts: number, random: number): number {
  const full = Math.min(LONGEST, FIRST * 2 ** Math.max(0, attempts - 1));
  return Math.round(full * (0.5 + random / 2));
}

/** Ms after a request in which a slow server may still store it: only then its absence says anything. */
const TIME_TO_STORE = 120_000;
/** Ms after a request at which the second look-up is worth a call. */
const SECOND_LOOK = 45_000;
/** Ms between two look-ups at the least: both could meet the same moment otherwise. */
const BETWEEN_LOOKS = 15_000;

/** Ms by the server's clock from the first look-up on, which our clock, set on meanwhile, may have brought forward. */
const TIME_TO_STORE_SEEN = 90_000;
/** The same in look-ups, where the server tells no clock: as many as take that long, whatever our clock does meanwhile. */
const LOOKS_WITHOUT_CLOCK = 1 + TIME_TO_STORE_SEEN / BETWEEN_LOOKS;

type Doubt = Pick<SaveIn<"in_doubt">, "sentAt" | "misses" | "missedAt" | "isLate">;

/** Whether one more look-up without a find means that the request did not arrive. */
export function isVerdictDue(
  { sentAt, misses, missedAt, isLate }: Doubt,
  { now, serverAt }: { now: number; serverAt: number | null },
): boolean {
  if (!isLate) return true;
  if (now - sentAt < TIME_TO_STORE) return false;
  if (missedAt === null || serverAt === null) return misses + 1 >= LOOKS_WITHOUT_CLOCK;
  return serverAt - missedAt >= TIME_TO_STORE_SEEN;
}

/** `misses`: with the one just now. */
export function nextLookUp({ sentAt, misses }: Pick<Doubt, "sentAt" | "misses">, now: number): number {
  return Math.max(now + BETWEEN_LOOKS, sentAt + (misses === 1 ? SECOND_LOOK : TIME_TO_STORE));
}

/** Epoch ms of a save's next try, as the index holds it: what a dead worker left on its way is due at once. */
export function dueAtOf(record: SaveRecord): number | undefined {
  if (record.state === "sending") return 0;
  return record.state === "waiting" || record.state === "in_doubt" ? record.nextAttemptAt : undefined;
}

/** Whether it goes on by itself. */
export function isUnderway(record: SaveRecord): boolean {
  return record.state === "waiting" || record.state === "sending" || record.state === "in_doubt";
}
