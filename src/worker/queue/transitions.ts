/**
 * What becomes of a save, as pure functions: a record and an event give the next record. Nothing here
 * knows of storage, clocks or the network.
 *
 * Rules it keeps: a save leaves the queue only as `saved` or at the user's word; its steps are done in order;
 * no state that goes on by itself is without a step; what may be in Stardex is looked up before it is sent
 * again, and not sent again before any server has had time to store it.
 */
import type { Problem } from "../../model/problem.ts";
import {
  currentStep,
  type SaveDraft,
  type SaveIn,
  type SaveOutcome,
  type SaveRecord,
  type Step,
} from "../../model/save.ts";
import { arrivedWith, noOutcome, planOf, replan, withoutLookUp } from "./plan.ts";
import { backoff, isVerdictDue, nextLookUp } from "./timing.ts";

/** `random` is in [0, 1). */
type Timing = { now: number; random: number };

/** What of a step whose answer was lost is in Stardex all the same. */
export interface FoundPart {
  /** The words as for the known person who was found. */
  draft: SaveDraft;
  /** `unknown`: Stardex does not show this key the timeline. */
  note: "there" | "missing" | "unknown";
}

export type QueueEvent =
  /** It is decided who the person is; what follows is planned by it. */
  | { type: "checked"; now: number; draft: SaveDraft }
  /** A finding that only the user can pass over. */
  | { type: "blocked"; now: number; problem: Problem }
  | { type: "send"; now: number }
  /** The step is in Stardex: by its answer, or by the look-up after a lost one. */
  | { type: "arrived"; now: number; outcome: Partial<SaveOutcome> }
  | ({ type: "failed"; problem: Problem } & Timing)
  /** The worker died between the request and its answer. */
  | ({ type: "interrupted" } & Timing)
  /** The look-up did not find the step, or only a part of it. `isHarmless`: what is missing may be sent again at once. */
  | ({ type: "missed"; outcome: Partial<SaveOutcome>; isHarmless: boolean; part: FoundPart | null } & Timing)
  | ({ type: "look_up_failed"; problem: Problem } & Timing)
  | { type: "retry"; now: number; draft?: SaveDraft }
  /** "It is there", says the user of a step that no look-up can find. */
  | { type: "settle"; now: number }
  /** What held the save up may be over: the network is back, or the key is accepted again. */
  | { type: "wake"; now: number }
  | { type: "adopt"; now: number; workspace: string }
  /** The user looks at the offer to undo: the save is not sent before `until`. */
  | { type: "hold"; now: number; until: number }
  /** The queue took it up and nothing changed: it must not be due again at once. */
  | ({ type: "stalled" } & Timing);

type Change = SaveRecord | undefined;

/** The record after the event, or undefined when the event means nothing in its state. */
export function transition(record: SaveRecord, event: QueueEvent): Change {
  const next = change(record, event);
  return next && { ...next, updatedAt: event.now, batch: placeInBatch(next, event) };
}

/** What the user takes up by itself waits for its batch no more; under another key there is no such batch. */
function placeInBatch({ batch }: SaveRecord, { type }: QueueEvent): SaveRecord["batch"] {
  if (type === "adopt") return null;
  return batch && type === "retry" ? { ...batch, goesFirst: true } : batch;
}

function change(record: SaveRecord, event: QueueEvent): Change {
  switch (record.state) {
    case "waiting":
      return whileWaiting(record, event);
    case "sending":
      return whileSending(record, event);
    case "in_doubt":
      return whileInDoubt(record, event);
    case "needs_you":
      return whileNeedy(record, event);
    case "saved":
      return undefined;
  }
}

function whileWaiting(record: SaveIn<"waiting">, event: QueueEvent): Change {
  switch (event.type) {
    case "checked":
      return checked(record, event);
    case "blocked":
      return needy(record, event.problem);
    case "send":
      return sending(record, event.now);
    case "look_up_failed":
      return isRefusal(event.problem)
        ? needy(record, event.problem)
        : { ...record, ...afterFailedLookUp(record, event) };
    case "retry":
      return goOn(
        event.draft ? { ...record, ...replan(record, event.draft) } : record,
        event.now,
        record.problem,
      );
    case "wake":
      return isHeldUp(record) ? { ...record, nextAttemptAt: inOrder(record, event.now) } : undefined;
    case "adopt":
      return { ...record, workspace: event.workspace, nextAttemptAt: event.now };
    case "hold":
      return isUntouched(record) && record.nextAttemptAt > event.now
        ? { ...record, nextAttemptAt: Math.max(record.nextAttemptAt, event.until) }
        : undefined;
    case "stalled":
      return currentStep(record) ? { ...record, ...afterStall(record, event) } : goOn(record, event.now);
    default:
      return undefined;
  }
}

function whileSending(record: SaveIn<"sending">, event: QueueEvent): Change {
  switch (event.type) {
    case "arrived":
      return afterStep(record, event);
    case "failed":
      return afterFailure(record, event);
    case "interrupted":
    case "stalled":
      return withoutAnswer(record, null, event);
    default:
      return undefined;
  }
}

function whileInDoubt(record: SaveIn<"in_doubt">, event: QueueEvent): Change {
  switch (event.type) {
    case "arrived":
      return afterStep(record, event);
    case "missed":
      return missed(record, event);
    case "look_up_failed":
      return isRefusal(event.problem)
        ? needy(record, event.problem, record)
        : { ...record, ...afterFailedLookUp(record, event) };
    case "retry":
      return {
        ...record,
        attempts: 0,
        nextAttemptAt: event.now,
        correction: event.draft ?? record.correction,
      };
    case "wake":
      return isHeldUp(record) ? { ...record, nextAttemptAt: inOrder(record, event.now) } : undefined;
    case "adopt":
      return { ...record, workspace: event.workspace, nextAttemptAt: event.now };
    case "stalled":
      return { ...record, ...afterStall(record, event) };
    default:
      return undefined;
  }
}

function whileNeedy(record: SaveIn<"needs_you">, event: QueueEvent): Change {
  switch (event.type) {
    case "retry":
      return retried(record, event);
    case "settle":
      return record.sentAt === null ? undefined : afterStep(record, { ...event, outcome: {} });
    case "adopt":
      return { ...record, workspace: event.workspace };
    default:
      return undefined;
  }
}

/** What every state has. */
type Common = Pick<
  SaveRecord,
  | "version"
  | "id"
  | "workspace"
  | "order"
  | "createdAt"
  | "updatedAt"
  | "draft"
  | "earlier"
  | "steps"
  | "arrived"
  | "goneId"
  | "batch"
  | "outcome"
>;

/** Without what only its present state has. */
function common(record: Common): Common {
  const { version, id, workspace, order, createdAt, updatedAt } = record;
  const { draft, earlier, steps, arrived, goneId, batch, outcome } = record;
  return {
    version,
    id,
    workspace,
    order,
    createdAt,
    updatedAt,
    draft,
    earlier,
    steps,
    arrived,
    goneId,
    batch,
    outcome,
  };
}

/** The one way to a next step, or to the end: there is no waiting without a step. */
function goOn(record: Common, now: number, problem: Problem | null = null): SaveRecord {
  if (!currentStep(record)) {
    return { ...common(record), state: "saved", problem: null, outcome: record.outcome ?? noOutcome };
  }
  return { ...common(record), state: "waiting", attempts: 0, nextAttemptAt: now, problem };
}

function sending(record: SaveIn<"waiting">, now: number): SaveRecord {
  const step = currentStep(record);
  if (!step || step.kind === "check") return goOn(record, now);
  const { attempts, problem } = record;
  return { ...common(record), state: "sending", attempts: attempts + 1, sentAt: now, problem };
}

type Doubt = Pick<SaveIn<"needs_you">, "sentAt" | "correction">;

const noDoubt: Doubt = { sentAt: null, correction: null };

function needy(record: Common, problem: Problem | null, { sentAt, correction } = noDoubt): SaveRecord {
  return { ...common(record), state: "needs_you", problem, sentAt, correction };
}

/** The person with the id that is gone, or nobody where the save has created somebody: only the user can say. */
function checked(record: SaveIn<"waiting">, { draft, now }: { draft: SaveDraft; now: number }): SaveRecord {
  const { arrived, goneId } = record;
  const isStillGone = goneId !== null && (draft.known?.personId ?? goneId) === goneId;
  if (isStillGone || (arrived.fields !== null && !draft.known)) {
    return needy(
      { ...record, steps: withCheck(record.steps, true) },
      record.problem ?? { kind: "not_found" },
    );
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

function withCheck(steps: Step[], done: boolean): Step[] {
  return steps.map((step) => (step.kind === "check" ? { ...step, done } : step));
}

/** What the user has chosen to change of the person goes to the record that has taken the place of the other. */
function withChosenUpdate(draft: SaveDraft, before: SaveDraft): SaveDraft {
  if (!draft.known || !before.known) return draft;
  return { ...draft, known: { ...draft.known, update: { ...draft.known.update, ...before.known.update } } };
}

type Found = { now: number; outcome: Partial<SaveOutcome> };

function afterStep(
  record: SaveIn<"sending" | "in_doubt" | "needs_you">,
  { now, outcome }: Found,
): SaveRecord {
  const step = currentStep(record);
  if (!step) return goOn(record, now);
  const steps = record.steps.map((one) => (one === step ? { ...one, done: true } : one));
  const arrived = arrivedWith(record, step);
  const next = { ...record, steps, arrived, outcome: withFound(record, outcome) };
  return goOn({ ...next, ...corrections(next) }, now);
}

/** The user's corrections count once nothing is in doubt any more. */
function corrections(record: SaveIn<"sending" | "in_doubt" | "needs_you">): Partial<Common> {
  return record.state !== "sending" && record.correction ? replan(record, record.correction) : {};
}

function withFound({ outcome }: Common, found: Partial<SaveOutcome>): SaveOutcome {
  return {
    ...noOutcome,
    ...outcome,
    ...found,
    candidateIds: { ...outcome?.candidateIds, ...found.candidateIds },
  };
}

function isOnTimeline(step: Step | undefined): boolean {
  return step?.kind === "note" || step?.kind === "activity";
}

type Missed = Extract<QueueEvent, { type: "missed" }>;

function missed(record: SaveIn<"in_doubt">, event: Missed): SaveRecord {
  const { now, part } = event;
  const next = record.outcome ? { ...record, outcome: withFound(record, event.outcome) } : record;
  if (!event.isHarmless && !isVerdictDue(record, now)) {
    const misses = record.misses + 1;
    // A clock that was set back: the server's time to store begins anew.
    const sentAt = Math.min(record.sentAt, now);
    return {
      ...next,
      misses,
      sentAt,
      nextAttemptAt: nextLookUp({ sentAt, misses }, now),
      problem: record.problem,
    };
  }
  if (part) return goOnWithPart(next, part, now);
  return goOn({ ...next, ...corrections(next) }, now, record.problem);
}

/** Somebody added the person meanwhile, or the server stored half: the rest goes as for a known person. */
function goOnWithPart(record: SaveIn<"in_doubt">, { draft, note }: FoundPart, now: number): SaveRecord {
  const personId = draft.known?.personId ?? null;
  const outcome = { ...noOutcome, ...record.outcome, personId, wasKnown: true };
  const arrived = { ...record.arrived, note: note === "there" ? (draft.note ?? null) : record.arrived.note };
  const found = { ...record, draft, outcome, arrived };
  const steps = planOf(found);
  const isNoteOpen = note === "unknown" && steps.some(({ kind }) => kind === "note");
  if (isNoteOpen) return needy({ ...found, steps: noteFirst(steps) }, record.problem, record);
  const next = { ...found, steps };
  return goOn({ ...next, ...corrections(next) }, now);
}

function noteFirst(steps: Step[]): Step[] {
  const rank = ({ kind, done }: Step) => (done ? 0 : kind === "note" ? 1 : 2);
  return steps.toSorted((a, b) => rank(a) - rank(b));
}

/** Stardex will say the same again: the user has to decide. */
function isRefusal({ kind }: Problem): boolean {
  return kind === "invalid" || kind === "not_found" || kind === "forbidden";
}

function afterFailure(record: SaveIn<"sending">, event: { problem: Problem } & Timing): SaveRecord {
  const { problem, now } = event;
  if (problem.kind === "not_found" && isPersonMaybeGone(record)) return askByAddress(record, problem, now);
  if (isRefusal(problem)) return needy(record, problem);
  // Not done, for sure. With a refused key nothing is sent; with another one it goes out in its order.
  if (problem.kind === "unauthorised" || problem.kind === "rate_limited") {
    const { attempts } = record;
    const nextAttemptAt = problem.kind === "unauthorised" ? inOrder(record, now) : nextTry(record, event);
    return { ...common(record), state: "waiting", attempts, nextAttemptAt, problem };
  }
  return withoutAnswer(record, problem, event);
}

/** The id of the person the save writes to; null while it creates one. */
export function personIdOf({ outcome, draft }: Pick<SaveRecord, "outcome" | "draft">): string | null {
  return outcome?.personId ?? draft.known?.personId ?? null;
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
function withoutAnswer(record: SaveIn<"sending">, problem: Problem | null, event: Timing): SaveRecord {
  const { attempts, sentAt } = record;
  const nextAttemptAt = problem
    ? nextTry(record, { ...event, problem })
    : event.now + backoff(attempts, event.random);
  if (isRepeatable(record)) return { ...common(record), state: "waiting", attempts, nextAttemptAt, problem };
  return {
    ...common(record),
    state: "in_doubt",
    attempts,
    nextAttemptAt,
    sentAt,
    // How soon a timeline shows what is written is not said: there an absence tells nothing at once.
    isLate: !isEndOfServer(problem) || isOnTimeline(currentStep(record)),
    misses: 0,
    problem,
    correction: null,
  };
}

/** Stardex itself gave up (a proxy's 502 or 504 says nothing of it): nothing of the request comes later. */
function isEndOfServer(problem: Problem | null): boolean {
  return problem?.kind === "server" && (problem.status === 500 || problem.status === 503);
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

type Retried = Pick<SaveIn<"waiting">, "attempts" | "nextAttemptAt" | "problem">;

function afterFailedLookUp(
  record: SaveIn<"waiting" | "in_doubt">,
  event: { problem: Problem } & Timing,
): Retried {
  const attempts = record.attempts + 1;
  return { attempts, problem: event.problem, nextAttemptAt: nextTry({ attempts }, event) };
}

function afterStall(record: SaveIn<"waiting" | "in_doubt">, { now, random }: Timing): Retried {
  const attempts = record.attempts + 1;
  return { attempts, problem: record.problem, nextAttemptAt: now + backoff(attempts, random) };
}

/** The server's own time wins, without jitter. */
function nextTry(
  record: { attempts: number },
  { problem, now, random }: { problem: Problem } & Timing,
): number {
  return problem.retryAt ?? now + backoff(record.attempts, random);
}

/** What may have arrived is looked up first, and by the words it was sent with. */
function retried(
  record: SaveIn<"needs_you">,
  { now, draft }: { now: number; draft?: SaveDraft },
): SaveRecord {
  const { sentAt, problem } = record;
  const correction = draft ?? record.correction;
  if (sentAt !== null && !isSentAgainAtOnce(record)) {
    return {
      ...common(record),
      state: "in_doubt",
      attempts: 0,
      nextAttemptAt: now,
      sentAt,
      isLate: true,
      misses: 0,
      problem,
      correction,
    };
  }
  return goOn(correction ? { ...record, ...replan(record, correction) } : record, now, problem);
}

/** No look-up could tell whether the note or the task is there, and the user has looked. */
function isSentAgainAtOnce(record: SaveRecord): boolean {
  const kind = currentStep(record)?.kind;
  return kind === "note" || kind === "task" || kind === "activity";
}

const heldUpBy: Problem["kind"][] = ["offline", "timeout", "unauthorised"];

function isHeldUp({ problem }: SaveIn<"waiting" | "in_doubt">): boolean {
  return problem !== null && heldUpBy.includes(problem.kind);
}

/** Due at once, and before those that were accepted later and have not been tried yet. */
function inOrder({ createdAt }: Common, now: number): number {
  return Math.min(createdAt, now);
}

/** Nothing of the save has been sent, nor tried. */
export function isUntouched(record: SaveRecord): boolean {
  return (
    record.state === "waiting" &&
    record.attempts === 0 &&
    record.steps.every(({ kind, done }) => kind === "check" || !done) &&
    record.arrived.fields === null &&
    record.goneId === null
  );
}
