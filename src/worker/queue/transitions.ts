/**
 * What becomes of a save, as pure functions: a record and an event give the next record. Nothing here
 * knows of storage, clocks or the network.
 *
 * Rules it keeps: a save leaves the queue only as `saved` or at its user's word; its steps are done in
 * order; a step whose answer was lost is looked up before it is sent again, and one that no call can look
 * up is sent again only at its user's word.
 */

import type { Problem } from "../../model/problem.ts";
import {
  currentStep,
  type SaveDraft,
  type SaveOutcome,
  type SaveRecord,
  type Step,
} from "../../model/save.ts";
import { backoff } from "./backoff.ts";
import { newJobs, noOutcome, outcomeAtStart, planOf, replanned } from "./plan.ts";

/** `random` is in [0, 1). */
type Timing = { now: number; random: number };

export type QueueEvent =
  /** It is decided who she is; what follows is planned by it. */
  | { type: "checked"; now: number; draft: SaveDraft }
  /** One click was not enough: its user has to look. */
  | { type: "blocked"; now: number; problem: Problem }
  | { type: "send"; now: number }
  /** The step is in Stardex: by its answer, or by the look-up after a lost one. */
  | { type: "arrived"; now: number; outcome: Partial<SaveOutcome> }
  | ({ type: "failed"; problem: Problem } & Timing)
  /** The worker died between the request and its answer. */
  | ({ type: "interrupted" } & Timing)
  /** `outcome`: what of it is there all the same. */
  | { type: "not_arrived"; now: number; outcome: Partial<SaveOutcome> }
  | ({ type: "look_up_failed"; problem: Problem } & Timing)
  | { type: "retry"; now: number; draft?: SaveDraft }
  /** "It arrived", says its user of a step that no call can look up. */
  | { type: "settle"; now: number }
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
    case "checked":
      return whileIn(record, ["waiting", "in_doubt"], checked(event));
    case "blocked":
      return whileIn(record, ["waiting"], { state: "needs_you", problem: event.problem });
    case "send":
      return whileIn(record, ["waiting"], { state: "sending", attempts: record.attempts + 1 });
    case "arrived":
      return whileIn(record, ["sending", "in_doubt"], afterStep(record, event));
    case "failed":
      return whileIn(record, ["sending"], afterFailure(record, event));
    case "interrupted":
      return whileIn(record, ["sending"], { ...inDoubt(record, event), problem: null });
    case "not_arrived":
      return whileIn(record, ["in_doubt"], notArrived(record, event));
    case "look_up_failed":
      return whileIn(record, ["waiting", "in_doubt"], afterFailedLookUp(record, event));
    case "retry":
      return whileIn(record, ["waiting", "needs_you", "in_doubt"], retried(record, event));
    case "settle":
      return record.unanswered
        ? whileIn(record, ["needs_you"], afterStep(record, { ...event, outcome: {} }))
        : undefined;
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

function checked({ draft, now }: { draft: SaveDraft; now: number }): Partial<SaveRecord> {
  return { draft, outcome: outcomeAtStart(draft), ...goOnWith(planOf(draft), now) };
}

type Found = { now: number; outcome: Partial<SaveOutcome> };

function afterStep(record: SaveRecord, event: Found): Partial<SaveRecord> {
  const current = record.steps.findIndex((step) => !step.done);
  const steps = record.steps.map((step, n) => (n === current ? { ...step, done: true } : step));
  const outcome = { ...noOutcome, ...withFound(record, event.outcome) };
  const arrived = { outcome, steps: withMissingJob(steps, record.draft, outcome) };
  const correction = corrected({ ...record, ...arrived });
  return { ...arrived, ...correction, ...goOnWith(correction.steps ?? arrived.steps, event.now) };
}

function notArrived(record: SaveRecord, { now, outcome }: Found): Partial<SaveRecord> {
  const found = record.outcome && { ...record.outcome, ...withFound(record, outcome) };
  return { ...waiting(now), outcome: found, ...corrected({ ...record, outcome: found }) };
}

function withFound({ outcome }: SaveRecord, found: Partial<SaveOutcome>): Partial<SaveOutcome> {
  return { ...outcome, ...found, candidateIds: { ...outcome?.candidateIds, ...found.candidateIds } };
}

/** The first job goes with the person; where she was found without it, it is a step of its own. */
function withMissingJob(steps: Step[], draft: SaveDraft, { candidateIds }: SaveOutcome): Step[] {
  const person = steps.findIndex(({ kind }) => kind === "person");
  const jobId = newJobs(draft)[0]?.job.id;
  const isMissing = jobId !== undefined && candidateIds[jobId] === undefined && steps[person]?.done;
  const isPlanned = steps.some((step) => step.kind === "job" && step.jobId === jobId);
  if (!isMissing || isPlanned) return steps;
  return steps.toSpliced(person + 1, 0, { kind: "job", jobId, done: false });
}

/** What her corrections change, once nothing is in doubt any more. */
function corrected(record: SaveRecord): Partial<SaveRecord> {
  return record.correction === null ? {} : { ...replanned(record, record.correction), correction: null };
}

function goOnWith(steps: Step[], now: number): Partial<SaveRecord> {
  const settled = { steps, problem: null, unanswered: false, attempts: 0, nextAttemptAt: now };
  return { ...settled, state: steps.every(({ done }) => done) ? "saved" : "waiting" };
}

function waiting(at: number): Partial<SaveRecord> {
  return { state: "waiting", unanswered: false, nextAttemptAt: at };
}

/** Not at once even for the first look-up: the server may still be storing what it was slow to answer. */
function inDoubt(record: SaveRecord, { now, random }: Timing): Partial<SaveRecord> {
  if (!canLookUp(record)) return { state: "needs_you", unanswered: true };
  return { state: "in_doubt", unanswered: true, nextAttemptAt: now + backoff(record.attempts, random) };
}

/** Stardex has no call that finds a note or a task. */
function canLookUp(record: SaveRecord): boolean {
  const kind = currentStep(record)?.kind;
  return kind !== "note" && kind !== "task";
}

/** Stardex will say the same again: its user has to decide. */
function isRefusal({ kind }: Problem): boolean {
  return kind === "invalid" || kind === "not_found" || kind === "forbidden";
}

function afterFailure(record: SaveRecord, event: { problem: Problem } & Timing): Partial<SaveRecord> {
  const { problem } = event;
  if (isRefusal(problem)) return { state: "needs_you", problem };
  if (problem.kind === "unauthorised" || problem.kind === "rate_limited")
    return { ...waiting(nextTry(record, event)), problem };
  const doubt = inDoubt(record, event);
  return { ...doubt, problem, ...(doubt.state === "in_doubt" && { nextAttemptAt: nextTry(record, event) }) };
}

/**
 * A look-up that Stardex refuses will be refused again: it decides nothing, so its user has to. A save
 * that is only waiting is looked up when there may be no network: nothing is lost then.
 */
function afterFailedLookUp(record: SaveRecord, event: { problem: Problem } & Timing): Partial<SaveRecord> {
  const { problem } = event;
  if (isRefusal(problem)) return { state: "needs_you", problem };
  const attempts = record.attempts + 1;
  return { attempts, problem, nextAttemptAt: nextTry({ ...record, attempts }, event) };
}

/** The server's own time wins, without jitter. */
function nextTry(record: SaveRecord, { problem, now, random }: { problem: Problem } & Timing): number {
  return problem.retryAt ?? now + backoff(record.attempts, random);
}

/** Backoff starts anew: she looks on. What she is told of the last problem stays until the next answer. */
function retried(record: SaveRecord, event: { now: number; draft?: SaveDraft }): Partial<SaveRecord> {
  const again = { attempts: 0, nextAttemptAt: event.now };
  // What may have arrived is looked up first, and by the words it was sent with.
  if (record.unanswered && canLookUp(record)) {
    return { ...again, state: "in_doubt", ...(event.draft && { correction: event.draft }) };
  }
  const change = event.draft ? replanned(record, event.draft) : {};
  return { ...again, ...change, state: "waiting", unanswered: false };
}

const heldUpBy: Problem["kind"][] = ["offline", "timeout", "unauthorised"];

function isHeldUp({ state, problem }: SaveRecord): boolean {
  const isUnsent = state === "waiting" || state === "in_doubt";
  return isUnsent && problem !== null && heldUpBy.includes(problem.kind);
}
