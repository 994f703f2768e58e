/** What an answer of Stardex, or its absence, makes of a save. */
import type { Problem } from "../../../model/problem.ts";
import {
  currentStep,
  type SaveDraft,
  type SaveIn,
  type SaveOutcome,
  type SaveRecord,
  type Step,
} from "../../../model/save.ts";
import { arrivedWith, noOutcome, planOf, replan, withoutLookUp } from "../plan.ts";
import { isOnTimeline } from "./doubt.ts";
import type { Timing } from "./events.ts";
import { type Common, common, goOn, inOrder, isRefusal, nextTry, personIdOf, toNeedsYou } from "./states.ts";
import { backoff } from "./timing.ts";

/** The person with the id that is gone, or nobody where the save has created somebody: only the user can say. */
export function afterCheck(
  record: SaveIn<"waiting">,
  { draft, now }: { draft: SaveDraft; now: number },
): SaveRecord {
  const { arrived, goneId } = record;
  const isStillGone = goneId !== null && (draft.known?.personId ?? goneId) === goneId;
  if (isStillGone || (arrived.fields !== null && !draft.known)) {
    return toNeedsYou({ ...record, ...stepsLeft(record, draft) }, record.problem ?? { kind: "not_found" });
  }
  const words = goneId === null ? draft : withChosenUpdate(draft, record.draft);
  const outcome = words.known
    ? {
        ...noOutcome,
        ...record.outcome,
        personId: words.known.personId,
        wasKnown: record.outcome?.wasKnown ?? true,
      }
    : record.outcome;
  const next = { ...record, draft: words, outcome };
  return goOn({ ...next, steps: planOf(next) }, now);
}

/** After a correction there is nothing but the check: with that done, the save would end with nothing sent. */
function stepsLeft(record: SaveIn<"waiting">, draft: SaveDraft): Pick<Common, "draft" | "steps"> {
  const isPlanned = record.steps.some(({ kind }) => kind !== "check");
  if (isPlanned) return { draft: record.draft, steps: withCheck(record.steps, true) };
  return draft.known ? { draft, steps: planOf({ ...record, draft }) } : record;
}

function withCheck(steps: Step[], done: boolean): Step[] {
  return steps.map((step) => (step.kind === "check" ? { ...step, done } : step));
}

/** What the user has chosen to change of the person goes to the record that has taken the place of the other. */
function withChosenUpdate(draft: SaveDraft, before: SaveDraft): SaveDraft {
  if (!draft.known || !before.known) return draft;
  return { ...draft, known: { ...draft.known, update: { ...draft.known.update, ...before.known.update } } };
}

export type Found = { now: number; outcome: Partial<SaveOutcome> };

export function afterStep(
  record: SaveIn<"sending" | "in_doubt" | "needs_you">,
  { now, outcome }: Found,
): SaveRecord {
  const step = currentStep(record);
  if (!step) return goOn(record, now);
  const steps = record.steps.map((one) => (one === step ? { ...one, done: true } : one));
  const arrived = arrivedWith(record, step);
  const next = { ...record, steps, arrived, outcome: withFound(record, outcome), serverSentAt: null };
  return goOn({ ...next, ...corrections(next) }, now);
}

/** The user's corrections count once nothing is in doubt any more. */
export function corrections(record: SaveIn<"sending" | "in_doubt" | "needs_you">): Partial<Common> {
  return record.state !== "sending" && record.correction ? replan(record, record.correction) : {};
}

export function withFound({ outcome }: Common, found: Partial<SaveOutcome>): SaveOutcome {
  return {
    ...noOutcome,
    ...outcome,
    ...found,
    candidateIds: { ...outcome?.candidateIds, ...found.candidateIds },
  };
}

export function afterFailure(record: SaveIn<"sending">, event: { problem: Problem } & Timing): SaveRecord {
  const { problem, now } = event;
  if (problem.kind === "not_found" && isPersonMaybeGone(record)) return askByAddress(record, problem, now);
  if (isConflict(problem)) return afterConflict(record, problem, event);
  if (isRefusal(problem)) return toNeedsYou(record, problem);
  // Not done, for sure. With a refused key nothing is sent; with another one it goes out in its order.
  if (problem.kind === "unauthorized" || problem.kind === "rate_limited") {
    const { attempts } = record;
    const nextAttemptAt = problem.kind === "unauthorized" ? inOrder(record, now) : nextTry(record, event);
    return { ...common(record), state: "waiting", attempts, nextAttemptAt, problem };
  }
  return withoutAnswer(record, problem, event);
}

/** What was sent is there already, as far as a status can say so. */
function isConflict(problem: Problem | null): boolean {
  return problem?.status === 409;
}

/** Looked up, for somebody may have been faster; said to be there once more, it is the user's to judge. */
function afterConflict(record: SaveIn<"sending">, problem: Problem, event: Timing): SaveRecord {
  const kind = currentStep(record)?.kind;
  if (kind === "list" || kind === "client") return afterStep(record, { now: event.now, outcome: {} });
  if (isConflict(record.problem) || isRepeatable(record)) return toNeedsYou(record, problem);
  return { ...toDoubt(record, problem, event.now), isLate: isOnTimeline(currentStep(record)) };
}

/** An id can be of a record that was merged into another one; asked once for each id. */
function isPersonMaybeGone(record: SaveRecord): boolean {
  const personId = personIdOf(record);
  return personId !== null && personId !== record.goneId;
}

function askByAddress(record: SaveRecord, problem: Problem, now: number): SaveRecord {
  const draft = withoutLookUp(record.draft);
  const steps = withCheck(record.steps, false);
  return goOn({ ...record, draft, steps, goneId: personIdOf(record) }, now, problem);
}

/** Not looked up at once: the server may still be storing what it was slow to answer. */
export function withoutAnswer(record: SaveIn<"sending">, problem: Problem | null, event: Timing): SaveRecord {
  const { attempts } = record;
  const nextAttemptAt = problem
    ? nextTry(record, { ...event, problem })
    : event.now + backoff(attempts, event.random);
  if (isRepeatable(record)) return { ...common(record), state: "waiting", attempts, nextAttemptAt, problem };
  return toDoubt(record, problem, nextAttemptAt);
}

function toDoubt(
  record: SaveIn<"sending">,
  problem: Problem | null,
  nextAttemptAt: number,
): SaveIn<"in_doubt"> {
  const { attempts, sentAt } = record;
  return {
    ...common(record),
    state: "in_doubt",
    attempts,
    nextAttemptAt,
    sentAt,
    // How soon a timeline shows what is written is not said: there an absence tells nothing at once.
    isLate: !isEndOfServer(problem) || isOnTimeline(currentStep(record)),
    misses: 0,
    missedAt: null,
    problem,
    correction: null,
    outcome: record.outcome,
  };
}

/** Stardex itself gave up, in words of its own: nothing of the request comes later. What a proxy says tells nothing of it. */
function isEndOfServer(problem: Problem | null): boolean {
  const { kind, status, message } = problem ?? {};
  return kind === "server" && (status === 500 || status === 503) && message !== undefined;
}

/** Whether the step does no harm when it is done twice: a stage is set to the same, a list names a person once. */
function isRepeatable(record: SaveRecord): boolean {
  const step = currentStep(record);
  switch (step?.kind) {
    case "person":
      return record.draft.known !== undefined && step.jobId === null;
    case "job":
    case "note":
    case "task":
    case "activity":
      return false;
    default:
      return true;
  }
}
