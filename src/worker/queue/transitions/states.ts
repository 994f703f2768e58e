/** A save in each of its states, made of one in another: what only the former state had is left behind. */
import type { Problem } from "../../../model/problem.ts";
import { currentStep, type SaveIn, type SaveRecord } from "../../../model/save.ts";
import { noOutcome } from "../plan.ts";
import type { Sent, Timing } from "./events.ts";
import { backoff } from "./timing.ts";

/** What every state has. */
export type Common = Pick<
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
  | "serverSentAt"
  | "outcome"
>;

/** Without what only its present state has. */
export function common(record: Common): Common {
  const { version, id, workspace, order, createdAt, updatedAt } = record;
  const { draft, earlier, steps, arrived, goneId, batch, serverSentAt, outcome } = record;
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
    serverSentAt,
    outcome,
  };
}

/** The one way to a next step, or to the end: there is no waiting without a step. */
export function goOn(record: Common, now: number, problem: Problem | null = null): SaveRecord {
  if (!currentStep(record)) {
    return { ...common(record), state: "saved", problem: null, outcome: record.outcome ?? noOutcome };
  }
  return { ...common(record), state: "waiting", attempts: 0, nextAttemptAt: now, problem };
}

export function toSending(record: SaveIn<"waiting">, { now, serverAt }: Sent): SaveRecord {
  const step = currentStep(record);
  if (!step || step.kind === "check") return goOn(record, now);
  const { attempts, problem } = record;
  // What was thought lost before may still turn up: it counts from the first time.
  const serverSentAt = record.serverSentAt ?? serverAt;
  return { ...common(record), serverSentAt, state: "sending", attempts: attempts + 1, sentAt: now, problem };
}

type Doubt = Pick<SaveIn<"needs_you">, "sentAt" | "correction">;

const noDoubt: Doubt = { sentAt: null, correction: null };

export function toNeedsYou(
  record: Common,
  problem: Problem | null,
  { sentAt, correction } = noDoubt,
): SaveRecord {
  return { ...common(record), state: "needs_you", problem, sentAt, correction };
}

/** The id of the person the save writes to; null while it creates one. */
export function personIdOf({ outcome, draft }: Pick<SaveRecord, "outcome" | "draft">): string | null {
  return outcome?.personId ?? draft.known?.personId ?? null;
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

/** Due at once, and before those that were accepted later and have not been tried yet. */
export function inOrder({ createdAt }: Common, now: number): number {
  return Math.min(createdAt, now);
}

const heldUpBy: Problem["kind"][] = ["offline", "timeout", "unauthorized"];

export function isHeldUp({ problem }: SaveIn<"waiting" | "in_doubt">): boolean {
  return problem !== null && heldUpBy.includes(problem.kind);
}

export type Retried = Pick<SaveIn<"waiting">, "attempts" | "nextAttemptAt" | "problem">;

/** The server's own time wins, without jitter. */
export function nextTry(
  record: { attempts: number },
  { problem, now, random }: { problem: Problem } & Timing,
): number {
  return problem.retryAt ?? now + backoff(record.attempts, random);
}

/** Stardex will say the same again: the user has to decide. */
export function isRefusal({ kind }: Problem): boolean {
  return kind === "invalid" || kind === "not_found" || kind === "forbidden";
}

export function afterFailedLookUp(
  record: SaveIn<"waiting" | "in_doubt">,
  event: { problem: Problem } & Timing,
): Retried {
  const attempts = record.attempts + 1;
  return { attempts, problem: event.problem, nextAttemptAt: nextTry({ attempts }, event) };
}

export function afterStall(record: SaveIn<"waiting" | "in_doubt">, { now, random }: Timing): Retried {
  const attempts = record.attempts + 1;
  return { attempts, problem: record.problem, nextAttemptAt: now + backoff(attempts, random) };
}
