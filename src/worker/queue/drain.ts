/**
 * Sends what is due, one save after the other in order, until nothing is. All it knows it reads from the
 * database: the worker may stop at any line. Whoever holds the lock sends; what is `sending` when the drain
 * takes it up was left by a dead worker.
 */
import type { Problem } from "../../model/problem.ts";
import { currentStep, type SaveIn, type SaveRecord } from "../../model/save.ts";
import { settings } from "../../settings/settings.ts";
import type { RateLimiter } from "../../stardex/rate.ts";
import { StardexError } from "../../stardex/stardex-error.ts";
import { readSave } from "../../storage/saves.ts";
import { markRefused, type StoredConnection, storedConnection } from "../key/connection.ts";
import { rememberSaved } from "../lookups/match-after-save.ts";
import { forgetMatch } from "../lookups/match-cache.ts";
import type { Checked } from "./identify.ts";
import { restsUntil, restUntil } from "./rest.ts";
import { type LookUp, lookUpStep } from "./steps/look-up.ts";
import type { Clocks } from "./steps/same-words.ts";
import { runStep, type StepClient } from "./steps/steps.ts";
import type { SaveStore } from "./store.ts";
import type { QueueEvent } from "./transitions/events.ts";
import { setAlarm, sleepOn, wakeUpAt } from "./wake-up.ts";

const LOCK = "stardex-capture/drain";

export interface DrainOptions<C extends StepClient = StepClient> {
  store: SaveStore;
  clientFor: (key: string) => C;
  /** Decides who the person is before anything is sent. Rejects with StardexError. */
  check: (record: SaveRecord, client: C) => Promise<Checked>;
  limiterOf: (
    workspace: string,
  ) => Pick<RateLimiter, "roomForQueue" | "roomForBatch" | "serverTime" | "close">;
  /** Epoch ms. */
  now: () => number;
  /** [0, 1) */
  random: () => number;
  /** After each drain, when the saves that are left wait for something. */
  onIdle: () => Promise<void>;
}

/** Does the work while no save is being sent. */
export function pauseDrain<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks.request(LOCK, work);
}

/** Gives the drain. It never rejects; when it fails, the alarm comes back to it. */
export function createDrain<C extends StepClient>(options: DrainOptions<C>): () => Promise<void> {
  const { store, clientFor, check, limiterOf, now, random, onIdle } = options;
  /** The drain that waits for its turn: it will see all that is stored by then. */
  let next: Promise<void> | undefined;

  function drain(): Promise<void> {
    next ??= navigator.locks.request(LOCK, async () => {
      next = undefined;
      await drainAll().catch((error: unknown) => console.error("The save queue stopped", error));
    });
    return next;
  }

  async function drainAll(): Promise<void> {
    // What the user waits for is read side by side; nothing is sent before the alarm stands.
    let [turn] = await Promise.all([nextTurn(), setAlarm(now(), now())]);
    for (; turn; turn = await nextTurn()) {
      const { record, connection } = turn;
      try {
        await workOn(record, connection);
      } catch (error) {
        console.error(`The save queue stopped at the save ${record.id}`, error);
        await store.changeSave(record.id, { type: "stalled", now: now(), random: random() });
      }
      await keepMoving(record);
    }
    await comeBackInTime();
    const { historyLength } = await settings.get();
    await store.pruneFinished(historyLength);
    await onIdle();
  }

  /** Undefined when nothing is due, or nothing may be sent. */
  async function nextTurn(): Promise<{ record: SaveRecord; connection: StoredConnection } | undefined> {
    const connection = await storedConnection();
    if (!connection || connection.refused) return undefined;
    const { workspace } = connection;
    const [closed, due] = await Promise.all([readClosedUntil(workspace), store.nextDue(workspace, now())]);
    if (closed !== undefined) return undefined;
    const record = due ?? (await nextOfBatches(workspace));
    return record && { record, connection };
  }

  /** Only when no other save is due, and calls enough are left for one that comes now. */
  async function nextOfBatches(workspace: string): Promise<SaveRecord | undefined> {
    if ((await limiterOf(workspace).roomForBatch()) !== undefined) return undefined;
    return await store.nextOfBatches(workspace, now());
  }

  async function readClosedUntil(workspace: string): Promise<number | undefined> {
    const [rest, limit] = await Promise.all([restsUntil(now()), limiterOf(workspace).roomForQueue()]);
    return rest ?? limit;
  }

  /** A save that was looked at and did not change would be due again at once, for ever. */
  async function keepMoving(before: SaveRecord): Promise<void> {
    const after = await readSave(before.id);
    if (after && JSON.stringify(after) === JSON.stringify(before)) {
      await store.changeSave(before.id, { type: "stalled", now: now(), random: random() });
    }
  }

  async function workOn(record: SaveRecord, connection: StoredConnection): Promise<void> {
    const setback = await attempt(record, clientFor(connection.key));
    if (!setback) return;
    const { problem, until } = setback;
    if (problem.kind === "unauthorized") await markRefused(connection);
    if (problem.kind === "rate_limited") await limiterOf(connection.workspace).close(until);
    if (isNetworkProblem(problem)) await restUntil(until, now());
  }

  async function attempt(record: SaveRecord, client: C): Promise<Setback | undefined> {
    if (record.state === "sending") {
      await store.changeSave(record.id, { type: "interrupted", now: now(), random: random() });
      return undefined;
    }
    if (record.state === "in_doubt") return await lookUp(record, client);
    if (currentStep(record)?.kind === "check") return await decide(record, client);
    // What was never sent is known to be so; the browser's word can be wrong both ways, so a question goes first.
    if (!navigator.onLine) {
      const problem = await probe(record, client);
      if (problem) return await setBack(record.id, "look_up_failed", problem);
    }
    return await send(await store.changeSave(record.id, await sendEvent(record)), client);
  }

  async function decide(record: SaveRecord, client: C): Promise<Setback | undefined> {
    const { id } = record;
    const result = await outcomeOf(check(record, client));
    if (!result.ok) return await setBack(id, "look_up_failed", result.problem);
    const { draft, problem } = result.value;
    if (problem) {
      await store.changeSave(id, { type: "blocked", problem, now: now() });
      return undefined;
    }
    const checked: QueueEvent = { type: "checked", draft, now: now() };
    const further: QueueEvent[] = navigator.onLine ? [await sendEvent(record)] : [];
    return await send(await store.changeSave(id, checked, ...further), client);
  }

  /** The call itself; the record says already that it is on its way. */
  async function send(record: SaveRecord | undefined, client: C): Promise<Setback | undefined> {
    const step = record && currentStep(record);
    if (record?.state !== "sending" || !step) return await cacheOutcome(record);
    const result = await outcomeOf(runStep(step, record, client));
    if (!result.ok) return await setBack(record.id, "failed", result.problem);
    const { id } = record;
    return await cacheOutcome(
      await store.changeSave(id, { type: "arrived", now: now(), outcome: result.value }),
    );
  }

  async function lookUp(record: SaveIn<"in_doubt">, client: C): Promise<Setback | undefined> {
    const { id } = record;
    const step = currentStep(record);
    if (!step) return undefined;
    const look = await outcomeOf(lookUpStep(step, record, client, () => readClocks(record)));
    if (!look.ok) return await setBack(id, "look_up_failed", look.problem);
    return await cacheOutcome(await store.changeSave(id, eventOf(look.value, await readClocks(record))));
  }

  /** Ours, and the server's at its last answer. */
  async function readClocks({ workspace }: SaveRecord): Promise<Clocks> {
    return { serverAt: await limiterOf(workspace).serverTime(), now: now() };
  }

  async function sendEvent(record: SaveRecord): Promise<QueueEvent> {
    return { type: "send", ...(await readClocks(record)) };
  }

  /** What the form asks next about the person is known without a call. */
  async function cacheOutcome(record: SaveRecord | undefined): Promise<undefined> {
    if (record?.state === "saved") await rememberSaved(record, now());
    else if (record && isPartlySent(record)) await forgetMatch(record.workspace, record.draft.linkedinUrl);
  }

  async function probe({ draft }: SaveRecord, client: C): Promise<Problem | undefined> {
    const result = await outcomeOf(client.findPerson(draft.linkedinUrl));
    return result.ok || !isNetworkProblem(result.problem) ? undefined : result.problem;
  }

  async function setBack(id: string, type: "failed" | "look_up_failed", problem: Problem): Promise<Setback> {
    const record = await store.changeSave(id, { type, problem, now: now(), random: random() });
    // The cache may hold the person under an id that Stardex has no more, or without what this save has sent.
    if (record && (problem.kind === "not_found" || isPartlySent(record)))
      await forgetMatch(record.workspace, record.draft.linkedinUrl);
    const nextAttemptAt = record && "nextAttemptAt" in record ? record.nextAttemptAt : now();
    return { problem, until: problem.retryAt ?? nextAttemptAt };
  }

  async function comeBackInTime(): Promise<void> {
    const connection = await storedConnection();
    const due = connection && !connection.refused ? await nextTime(connection.workspace) : undefined;
    if (due === undefined) await sleepOn();
    else await wakeUpAt(due, now(), () => void drain());
  }

  async function nextTime(workspace: string): Promise<number | undefined> {
    const isDue = (await store.nextDue(workspace, now())) !== undefined;
    const own = isDue ? now() : await store.nextDueAt(workspace, now());
    const times = [own, await nextTimeOfBatches(workspace)].filter((time) => time !== undefined);
    if (times.length === 0) return undefined;
    const due = Math.min(...times);
    return Math.max(due, (await readClosedUntil(workspace)) ?? due);
  }

  async function nextTimeOfBatches(workspace: string): Promise<number | undefined> {
    const isDue = (await store.nextOfBatches(workspace, now())) !== undefined;
    const due = isDue ? now() : await store.nextOfBatchesAt(workspace, now());
    return due === undefined ? undefined : Math.max(due, (await limiterOf(workspace).roomForBatch()) ?? due);
  }

  return drain;
}

function eventOf(look: LookUp, clocks: Clocks): QueueEvent {
  if (look.result === "arrived") return { type: "arrived", now: clocks.now, outcome: look.outcome };
  if (look.result === "unclear") return { type: "unclear", now: clocks.now };
  const { outcome, isHarmless, part } = look;
  return { type: "missed", outcome, isHarmless, part, ...clocks };
}

/** Stopped on its way: Stardex has, or may have, more of the person than the look-up before it has found. */
function isPartlySent(record: SaveRecord): boolean {
  if (record.state !== "needs_you") return false;
  return record.sentAt !== null || record.steps.some(({ kind, done }) => done && kind !== "check");
}

/** A call that failed, and when its save is tried again, epoch ms. */
type Setback = { problem: Problem; until: number };

type Outcome<T> = { ok: true; value: T } | { ok: false; problem: Problem };

async function outcomeOf<T>(call: Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await call };
  } catch (error) {
    if (error instanceof StardexError) return { ok: false, problem: error.problem };
    throw error;
  }
}

function isNetworkProblem({ kind }: Problem): boolean {
  return kind === "offline" || kind === "timeout";
}
