/**
 * What becomes of a save, as pure functions: a record and an event give the next record. Nothing here
 * knows of storage, clocks or the network.
 *
 * Rules it keeps: a save leaves the queue only as `saved` or at the user's word; its steps are done in order;
 * no state that goes on by itself is without a step; what may be in Stardex is looked up before it is sent
 * again, and not sent again before any server has had time to store it.
 */
import { currentStep, type SaveIn, type SaveRecord } from "../../../model/save.ts";
import { replan } from "../plan.ts";
import { afterCheck, afterFailure, afterStep, withoutAnswer } from "./answer.ts";
import { afterMiss, afterRetry } from "./doubt.ts";
import type { QueueEvent } from "./events.ts";
import {
  afterFailedLookUp,
  afterStall,
  goOn,
  inOrder,
  isHeldUp,
  isRefusal,
  isUntouched,
  toNeedsYou,
  toSending,
} from "./states.ts";

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
      return whileNeedsYou(record, event);
    case "saved":
      return undefined;
  }
}

function whileWaiting(record: SaveIn<"waiting">, event: QueueEvent): Change {
  switch (event.type) {
    case "checked":
      return afterCheck(record, event);
    case "blocked":
      return toNeedsYou(record, event.problem);
    case "send":
      return toSending(record, event);
    case "look_up_failed":
      return isRefusal(event.problem)
        ? toNeedsYou(record, event.problem)
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
      return afterMiss(record, event);
    case "unclear":
      return toNeedsYou(record, record.problem, record);
    case "look_up_failed":
      return isRefusal(event.problem)
        ? toNeedsYou(record, event.problem, record)
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

function whileNeedsYou(record: SaveIn<"needs_you">, event: QueueEvent): Change {
  switch (event.type) {
    case "retry":
      return afterRetry(record, event);
    case "settle":
      return record.sentAt === null ? undefined : afterStep(record, { ...event, outcome: {} });
    case "adopt":
      return { ...record, workspace: event.workspace };
    default:
      return undefined;
  }
}
