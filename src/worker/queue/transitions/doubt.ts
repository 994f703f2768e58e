/** What becomes of a save whose answer was lost: by what a look-up found, and at the user's word. */
import { currentStep, type SaveDraft, type SaveIn, type SaveRecord, type Step } from "../../../model/save.ts";
import { noOutcome, planOf, replan } from "../plan.ts";
import { corrections, withFound } from "./answer.ts";
import type { FoundPart, QueueEvent } from "./events.ts";
import { common, goOn, toNeedsYou } from "./states.ts";
import { isVerdictDue, nextLookUp } from "./timing.ts";

export function isOnTimeline(step: Step | undefined): boolean {
  return step?.kind === "note" || step?.kind === "activity";
}

export type Missed = Extract<QueueEvent, { type: "missed" }>;

export function afterMiss(record: SaveIn<"in_doubt">, event: Missed): SaveRecord {
  const { now, serverAt, part } = event;
  const next = record.outcome ? { ...record, outcome: withFound(record, event.outcome) } : record;
  // A timeline may show a note only later: that it is not there tells nothing at once.
  const isLate = record.isLate || part?.note === "missing";
  if (!event.isHarmless && !isVerdictDue({ ...record, isLate }, event)) {
    const misses = record.misses + 1;
    // A clock that was set back: the server's time to store begins anew.
    const sentAt = Math.min(record.sentAt, now);
    return {
      ...next,
      misses,
      missedAt: record.missedAt ?? serverAt,
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
  const isNoteOpen = note === "unclear" && steps.some(({ kind }) => kind === "note");
  if (isNoteOpen) return toNeedsYou({ ...found, steps: noteFirst(steps) }, record.problem, record);
  const next = { ...found, steps };
  return goOn({ ...next, ...corrections(next) }, now);
}

function noteFirst(steps: Step[]): Step[] {
  const rank = ({ kind, done }: Step) => (done ? 0 : kind === "note" ? 1 : 2);
  return steps.toSorted((a, b) => rank(a) - rank(b));
}

/** What may have arrived is looked up first, and by the words it was sent with. */
export function afterRetry(
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
      missedAt: null,
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
