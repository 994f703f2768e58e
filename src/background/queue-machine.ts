/**
 * What becomes of a save, as pure functions: a record and an event give the next record. Nothing here
 * knows of storage, clocks or the network.
 *
 * Rules it keeps: a save leaves the queue only as `saved` or at its user's word; a save whose answer was
 * lost is looked up before it is sent again, or sent again at its user's word.
 */
import type { Problem, SaveDraft, SaveRecord } from "../save.ts";
import { backoff } from "./backoff.ts";

/** `random` is in [0, 1). */
type Timing = { now: number; random: number };

export type QueueEvent =
  | { type: "send"; now: number }
  | { type: "stored"; now: number; outcome: NonNullable<SaveRecord["outcome"]> }
  | ({ type: "failed"; problem: Problem } & Timing)
  /** The worker died between the request and its answer. */
  | ({ type: "interrupted" } & Timing)
  | { type: "found"; now: number; outcome: NonNullable<SaveRecord["outcome"]> }
  | { type: "not_found"; now: number }
  | ({ type: "look_up_failed"; problem: Problem } & Timing)
  | { type: "retry"; now: number; draft?: SaveDraft }
  /** What held everything up may be over: the network is back, or the key is accepted again. */
  | { type: "wake"; now: number }
  | { type: "adopt"; now: number; workspace: string };

/** The record after the event, or undefined when the event means nothing in its state. */
export function transition(record: SaveRecord, event: QueueEvent): SaveRecord | undefined {
  const next = change(record, event);
  return next && { ...record, ...next, updatedAt: event.now };
}

type Change = Partial<SaveRecord> | undefined;

function change(record: SaveRecord, event: QueueEvent): Change {
  switch (event.type) {
    case "send":
      return whileIn(record, ["waiting"], { state: "sending", attempts: record.attempts + 1 });
    case "stored":
      return whileIn(record, ["sending"], saved(event.outcome));
    case "failed":
      return whileIn(record, ["sending"], afterFailure(record, event));
    case "interrupted":
      return whileIn(record, ["sending"], { ...inDoubt(record, event), problem: null });
    case "found":
      return whileIn(record, ["in_doubt"], saved(event.outcome));
    case "not_found":
      return whileIn(record, ["in_doubt"], waiting(event.now));
    case "look_up_failed":
      return whileIn(record, ["waiting", "in_doubt"], afterFailedLookUp(record, event));
    case "retry":
      return whileIn(record, ["waiting", "needs_you", "in_doubt"], retried(record, event));
    case "wake":
      return isHeldUp(record) ? { nextAttemptAt: event.now } : undefined;
    case "adopt":
      return whileIn(record, ["waiting", "needs_you", "in_doubt"], {
        workspace: event.workspace,
        nextAttemptAt: event.now,
      });
  }
}

function whileIn(record: SaveRecord, states: SaveRecord["state"][], next: Partial<SaveRecord>): Change {
  return states.includes(record.state) ? next : undefined;
}

function saved(outcome: NonNullable<SaveRecord["outcome"]>): Partial<SaveRecord> {
  return { state: "saved", problem: null, unanswered: false, outcome };
}

function waiting(at: number): Partial<SaveRecord> {
  return { state: "waiting", unanswered: false, nextAttemptAt: at };
}

/** Not at once even for the first look-up: the server may still be storing what it was slow to answer. */
function inDoubt(record: SaveRecord, { now, random }: Timing): Partial<SaveRecord> {
  return { state: "in_doubt", unanswered: true, nextAttemptAt: now + backoff(record.attempts, random) };
}

function afterFailure(record: SaveRecord, event: { problem: Problem } & Timing): Partial<SaveRecord> {
  const { problem } = event;
  switch (problem.kind) {
    case "invalid":
    case "not_found":
    case "forbidden":
      return { state: "needs_you", problem };
    case "unauthorised":
    case "rate_limited":
      return { ...waiting(nextTry(record, event)), problem };
    default:
      return { ...inDoubt(record, event), nextAttemptAt: nextTry(record, event), problem };
  }
}

/**
 * A look-up that Stardex refuses will be refused again: it decides nothing, so its user has to. A save
 * that is only waiting is looked up when there may be no network: nothing is lost then.
 */
function afterFailedLookUp(record: SaveRecord, event: { problem: Problem } & Timing): Partial<SaveRecord> {
  const { problem } = event;
  const isRefused =
    problem.kind === "invalid" || problem.kind === "not_found" || problem.kind === "forbidden";
  if (isRefused) return { state: "needs_you", problem };
  const attempts = record.attempts + 1;
  return { attempts, problem, nextAttemptAt: nextTry({ ...record, attempts }, event) };
}

/** The server's own time wins, without jitter. */
function nextTry(record: SaveRecord, { problem, now, random }: { problem: Problem } & Timing): number {
  return problem.retryAt ?? now + backoff(record.attempts, random);
}

/** Backoff starts anew: she looks on. What she is told of the last problem stays until the next answer. */
function retried(record: SaveRecord, event: { now: number; draft?: SaveDraft }): Partial<SaveRecord> {
  const draft = event.draft ?? record.draft;
  const again = { draft, attempts: 0, nextAttemptAt: event.now };
  return record.state === "in_doubt" ? again : { ...again, state: "waiting", unanswered: false };
}

const heldUpBy: Problem["kind"][] = ["offline", "timeout", "unauthorised"];

function isHeldUp({ state, problem }: SaveRecord): boolean {
  const isUnsent = state === "waiting" || state === "in_doubt";
  return isUnsent && problem !== null && heldUpBy.includes(problem.kind);
}
