/**
 * The one way every save goes: into storage first, then to Stardex, one after the other, until Stardex
 * has it or its user decides. What is true is in storage (save-store.ts), what may happen is in
 * queue-machine.ts; here it is driven.
 */

import type { Problem } from "../../model/problem.ts";
import { currentStep, type SaveDraft, type SaveRecord } from "../../model/save.ts";
import type { Answer } from "../../protocol/messages.ts";
import type { RateLimiter } from "../../stardex/rate.ts";
import { StardexError } from "../../stardex/stardex-error.ts";
import { badgeText, showBadge } from "../entry/queue-badge.ts";
import {
  markRefused,
  publicConnection,
  rememberedConnection,
  type StoredConnection,
  storedConnection,
} from "../key/connection.ts";
import { rememberSaved } from "../lookups/match-after-save.ts";
import { rememberJobs } from "../lookups/remembered-jobs.ts";
import { behind } from "./behind.ts";
import type { Checked, EarlierWords } from "./identify.ts";
import { stepsAtStart, withoutLookUp } from "./plan.ts";
import { heads, isDue, isUnderway } from "./queue-order.ts";
import {
  allBroken,
  allSaves,
  createSaveStore,
  type NewSave,
  readSave,
  removeBroken,
  unfinishedSaves,
} from "./save-store.ts";
import { lookUpStep, runStep, type StepClient } from "./steps.ts";
import { storageProblem } from "./storage-problem.ts";
import type { QueueEvent } from "./transitions.ts";
import { alarmAt, sleepOn, wakeUpAt } from "./wake-up.ts";

/** Held by who sends. */
const DRAIN_LOCK = "stardex-capture/drain";

/** Without network every save would run into the same wall: the whole queue rests, but not for long. */
const LONGEST_REST = 30_000;

interface QueueOptions {
  clientFor: (key: string) => StepClient;
  /** Decides who she is before anything is sent. Rejects with StardexError. */
  check: (record: SaveRecord, client: StepClient, earlier: EarlierWords) => Promise<Checked>;
  /** The same where no call is needed for it; else undefined. */
  checkedWithoutCall: (record: SaveRecord, earlier: EarlierWords) => Promise<SaveDraft | undefined>;
  limiter: Pick<RateLimiter, "roomForQueue" | "close">;
  /** Epoch ms. */
  now: () => number;
  /** [0, 1) */
  random: () => number;
}

export type SaveQueue = ReturnType<typeof createSaveQueue>;

export function createSaveQueue({
  clientFor,
  check,
  checkedWithoutCall,
  limiter,
  now,
  random,
}: QueueOptions) {
  const { addSave, changeSave, removeSave, pruneHistory, ...store } = createSaveStore();
  const connectionAtPress = rememberedConnection();
  /** Epoch ms before which no call is made. Lost with the worker: that costs one call too early. */
  let restUntil = 0;
  /** Whether the last call went through; before the first, the browser's word. */
  let isOnline = true;
  /** Whether what a dead worker left on its way has been seen to. */
  let isTidy = false;
  let draining: Promise<void> | undefined;
  let isAskedAgain = false;

  /** Sends what is due. Never rejects; when it fails, the alarm that is already set comes back to it. */
  function drain(): Promise<void> {
    isAskedAgain = true;
    draining ??= navigator.locks
      .request(DRAIN_LOCK, async () => {
        while (isAskedAgain) {
          isAskedAgain = false;
          await drainOnce();
        }
      })
      .catch((error: unknown) => {
        isAskedAgain = false;
        stopped(error);
      })
      .then(() => {
        draining = undefined;
        return isAskedAgain ? drain() : undefined;
      });
    return draining;
  }

  /** What was on its way is as a dead worker would have left it. */
  function stopped(error: unknown): void {
    isTidy = false;
    console.error("The save queue stopped and will be tried again", error);
  }

  async function drainOnce(): Promise<void> {
    if (!isTidy) await tidyUp();
    isOnline = navigator.onLine;
    for (let due = await dueHeads(); due.length > 0; due = await dueHeads()) {
      // The end of the drain before may have cleared the one that was set with a save.
      await setAlarm();
      await workThrough(due);
    }
    await comeBackInTime();
    await pruneHistory(await allSaves());
  }

  /** Whoever holds the drain lock sends; so what is `sending` at its start was left by a dead worker. */
  async function tidyUp(): Promise<void> {
    for (const { id, state } of await unfinishedSaves()) {
      if (state === "sending") await changeSave(id, { type: "interrupted", now: now(), random: random() });
    }
    await comeBackInTime();
    isTidy = true;
  }

  /** None while nothing may be sent at all. */
  async function dueHeads(): Promise<SaveRecord[]> {
    const connection = await presentConnection();
    if (!connection) return [];
    // An earlier one of hers that is just being stored is no head yet, and goes first all the same.
    return heads(await unfinishedSaves(), connection.workspace).filter(
      (head) => isDue(head, now()) && !store.isBehindAnother(head),
    );
  }

  async function presentConnection(): Promise<StoredConnection | null> {
    const connection = await storedConnection();
    return connection?.refused || restUntil > now() ? null : connection;
  }

  /** One save after the other, each as far as it goes, as long as calls may be made. */
  async function workThrough(due: SaveRecord[]): Promise<void> {
    for (const head of due) {
      let record: SaveRecord | null = head;
      while (record) {
        const [connection, closedUntil] = await Promise.all([presentConnection(), limiter.roomForQueue()]);
        if (!connection) return;
        if (closedUntil !== undefined) {
          restUntil = closedUntil;
          return;
        }
        if (!isUnderway(record) || !isDue(record, now()) || record.workspace !== connection.workspace) break;
        const setback = await attempt(record, clientFor(connection.key));
        if (setback) await takeNote(setback, connection);
        isOnline = !isNetworkProblem(setback?.problem);
        record = await readSave(head.id);
      }
    }
  }

  /**
   * One step of the save. The browser's word "offline" can be wrong both ways: then first comes a
   * question that is safe to repeat, and what was never sent is known to be so.
   */
  async function attempt(record: SaveRecord, client: StepClient): Promise<Setback | undefined> {
    const step = currentStep(record);
    if (record.state === "in_doubt") return await lookUp(record, client);
    if (step?.kind === "check") return await decide(record, client);
    if (!isOnline) return await probe(record, client);
    return await send(record, client);
  }

  async function decide(record: SaveRecord, client: StepClient): Promise<Setback | undefined> {
    const { id } = record;
    const result = await outcomeOf(check(record, client, () => earlierWords(record)));
    if (!result.ok) return await setBack(id, "look_up_failed", result.problem);
    const { draft, problem } = result.value;
    if (problem) {
      await changeSave(id, { type: "blocked", problem, now: now() });
      return undefined;
    }
    const checked = { type: "checked", draft, now: now() } as const;
    if (!isOnline) {
      await settled(await changeSave(id, checked));
      return undefined;
    }
    // With one write fewer, the request is out that much sooner after her click.
    const next = await changeSave(id, checked, { type: "send", now: now() });
    await settled(next);
    return next?.state === "sending" ? await sent(next, client) : undefined;
  }

  /**
   * Stores the save as one that is on its way, and sends it: with one write between her click and the
   * request. Undefined, and nothing stored, when it has to take its turn. Stardex' answer is not waited for.
   */
  function storeAndSend(placed: SaveRecord, connection: StoredConnection): Promise<SaveRecord | undefined> {
    // Found out while the browser is asked for the lock; who does not get it does not wait for it.
    const found = placed.draft.touch ? Promise.resolve(undefined) : eventsAtPress(placed, connection);
    found.catch(() => undefined);
    return new Promise((resolve, reject) => {
      navigator.locks
        .request(DRAIN_LOCK, { ifAvailable: true }, async (lock) => {
          const events = lock ? await found : undefined;
          const record = events && (await addSave(placed, ...events));
          resolve(record);
          if (record) await sentAtPress(record, connection).catch(stopped);
        })
        .catch(reject);
    });
  }

  /** What happens to a new save at once: checked, and on its way. Undefined when anything is in its way. */
  async function eventsAtPress(
    placed: SaveRecord,
    { refused }: StoredConnection,
  ): Promise<QueueEvent[] | undefined> {
    if (refused || !navigator.onLine || !isDue(placed, now()) || store.isBehindAnother(placed))
      return undefined;
    const [closedUntil, draft] = await Promise.all([
      limiter.roomForQueue(),
      checkedWithoutCall(placed, () => earlierWords(placed)),
    ]);
    if (closedUntil !== undefined || !draft) return undefined;
    return [
      { type: "checked", draft, now: now() },
      { type: "send", now: now() },
    ];
  }

  async function sentAtPress(record: SaveRecord, connection: StoredConnection): Promise<void> {
    if (record.state !== "sending") return await settled(record);
    const setback = await sent(record, clientFor(connection.key));
    if (setback) await takeNote(setback, connection);
  }

  async function send({ id }: SaveRecord, client: StepClient): Promise<Setback | undefined> {
    const record = await changeSave(id, { type: "send", now: now() });
    return record && (await sent(record, client));
  }

  /** The call itself; the record says already that it is on its way. */
  async function sent(record: SaveRecord, client: StepClient): Promise<Setback | undefined> {
    const { id } = record;
    const step = currentStep(record);
    if (!step) return undefined;
    const result = await outcomeOf(runStep(step, record, client));
    if (!result.ok) return await setBack(id, "failed", result.problem);
    await settled(await changeSave(id, { type: "arrived", now: now(), outcome: result.value }));
    return undefined;
  }

  async function lookUp(record: SaveRecord, client: StepClient): Promise<Setback | undefined> {
    const { id } = record;
    const step = currentStep(record);
    if (!step) return undefined;
    const result = await outcomeOf(lookUpStep(step, record, client));
    if (!result.ok) return await setBack(id, "look_up_failed", result.problem);
    const { arrived, outcome } = result.value;
    await settled(await changeSave(id, { type: arrived ? "arrived" : "not_arrived", now: now(), outcome }));
    return undefined;
  }

  /** What the form asks next about her is known without a call. */
  async function settled(record: SaveRecord | undefined): Promise<void> {
    if (record?.state === "saved") await rememberSaved(record, now());
  }

  async function probe({ id, draft }: SaveRecord, client: StepClient): Promise<Setback | undefined> {
    const result = await outcomeOf(client.findPerson(draft.linkedinUrl));
    if (result.ok || !isNetworkProblem(result.problem)) return undefined;
    return await setBack(id, "look_up_failed", result.problem);
  }

  async function setBack(id: string, type: "failed" | "look_up_failed", problem: Problem): Promise<Setback> {
    const record = await changeSave(id, { type, problem, now: now(), random: random() });
    return { problem, until: problem.retryAt ?? record?.nextAttemptAt ?? now() };
  }

  /** What one save's problem means for the others. */
  async function takeNote({ problem, until }: Setback, connection: StoredConnection): Promise<void> {
    if (problem.kind === "unauthorised") await markRefused(connection);
    if (problem.kind === "rate_limited") await limiter.close(until);
    if (isNetworkProblem(problem)) restUntil = Math.min(until, now() + LONGEST_REST);
  }

  /** Sets the alarm for the next due save, or clears it when nothing goes on by itself; and the badge. */
  async function comeBackInTime(): Promise<void> {
    const records = await unfinishedSaves();
    const connection = await publicConnection();
    await showBadge(badgeText(records, connection));
    const canSend = connection.state === "connected" && !connection.refused;
    const waiting = canSend ? heads(records, connection.workspace) : [];
    if (waiting.length === 0) return await sleepOn();
    const due = Math.min(...waiting.map((head) => (isDue(head, now()) ? now() : head.nextAttemptAt)));
    await wakeUpAt(Math.max(due, restUntil), now(), drain);
  }

  /** Before anything is due: an alarm with nothing to do harms nobody, a save without one might sleep on. */
  function setAlarm(): Promise<void> {
    return alarmAt(now(), now());
  }

  /**
   * Behind another of hers the form's look-up is older than what that one will have sent. Said by their order:
   * a clock that is set back meanwhile would hide it from their times.
   */
  async function inItsPlace(save: NewSave): Promise<SaveRecord> {
    const placed = await store.place(save);
    return store.isBehindAnother(placed) ? { ...placed, draft: withoutLookUp(placed.draft) } : placed;
  }

  async function stored(placed: SaveRecord, connection: StoredConnection): Promise<SaveRecord> {
    try {
      return (await storeAndSend(placed, connection)) ?? (await addSave(placed));
    } catch (error) {
      store.giveUp(placed);
      throw error;
    }
  }

  /** A user who acts does not wait for the rest after the last failure. */
  function goOn(): void {
    restUntil = 0;
    void drain();
  }

  return {
    drain,

    /** Reads what a press rests on, so that it need not wait for it. */
    async readAhead(): Promise<void> {
      await Promise.all([store.ready(), connectionAtPress(), limiter.roomForQueue()]);
    },

    /** Stores the save, then answers, then sends: after `graceMs`, in which it can still be discarded. */
    async accept(draft: SaveDraft, graceMs = 0): Promise<Answer<"save.accept">> {
      try {
        const connection = await connectionAtPress();
        if (!connection) return { ok: false, problem: { kind: "not_connected" } };
        const placed = await inItsPlace(newSave(draft, connection.workspace, now(), graceMs));
        // The browser takes the alarm first; the request waits for the write alone, the answer for both.
        await Promise.all([setAlarm(), stored(placed, connection)]);
        goOn();
        // Only a convenience, and the save is accepted already.
        if (!draft.touch)
          behind(() => void rememberJobs(connection.workspace, draft.jobs).catch(() => undefined));
        return { ok: true, id: placed.id };
      } catch (error) {
        return { ok: false, problem: storageProblem(error) };
      }
    },

    async retry(id: string, draft?: SaveDraft): Promise<boolean> {
      await setAlarm();
      const record = await changeSave(id, { type: "retry", now: now(), ...(draft && { draft }) });
      goOn();
      return record !== undefined;
    },

    /** The newest save of this profile, under the present key, that is not through yet. */
    async pending(linkedinUrl: string): Promise<SaveRecord | null> {
      const workspace = (await storedConnection())?.workspace;
      const records = await allSaves();
      const isPending = (record: SaveRecord) =>
        record.workspace === workspace &&
        record.state !== "saved" &&
        !record.draft.touch &&
        record.draft.linkedinUrl === linkedinUrl;
      return records.filter(isPending).sort((a, b) => b.order - a.order)[0] ?? null;
    },

    /** "It arrived": goes on with what follows the step that cannot be looked up. */
    async settle(id: string): Promise<boolean> {
      await setAlarm();
      const record = await changeSave(id, { type: "settle", now: now() });
      await settled(record);
      goOn();
      return record !== undefined;
    },

    /** The saves under the present key, newest first; and those that cannot be read, whoever made them. */
    async recent(): Promise<Answer<"saves.recent">> {
      const workspace = (await storedConnection())?.workspace;
      const saves = (await allSaves()).filter((record) => record.workspace === workspace);
      return { saves: saves.sort((a, b) => b.order - a.order), broken: await allBroken() };
    },

    discardBroken: removeBroken,

    async discard(id: string): Promise<boolean> {
      const wasThere = await removeSave(id);
      goOn();
      return wasThere;
    },

    /** Forgets a save only while nothing of it has been sent. */
    async undo(id: string): Promise<boolean> {
      const isUndone = await removeSave(id, isUnsent);
      goOn();
      return isUndone;
    },

    /** The network is back, or the key is accepted: what waited for it is due now. */
    async wake(): Promise<void> {
      await setAlarm();
      for (const { id } of (await allSaves()).filter(isUnderway)) {
        await changeSave(id, { type: "wake", now: now() });
      }
      goOn();
    },

    /** Unsent saves of other keys than the present one. */
    async others(): Promise<Answer<"workspace.others">> {
      const names = new Map<string, string[]>();
      for (const { workspace, draft } of await unsentOfOthers()) {
        names.set(workspace, [...(names.get(workspace) ?? []), draft.name]);
      }
      return {
        workspaces: [...names].map(([workspace, names]) => ({ workspace, count: names.length, names })),
      };
    },

    unsentOf: unsentOfOthers,

    async adopt(workspace: string): Promise<boolean> {
      const connection = await storedConnection();
      if (!connection) return false;
      await setAlarm();
      for (const { id } of await unsentOfOthers(workspace)) {
        await changeSave(id, { type: "adopt", now: now(), workspace: connection.workspace });
      }
      goOn();
      return true;
    },

    async discardOthers(workspace: string): Promise<boolean> {
      const records = await unsentOfOthers(workspace);
      for (const { id } of records) await removeSave(id);
      goOn();
      return records.length > 0;
    },
  };
}

/** Of the save of hers that arrived while this one was waiting already. */
async function earlierWords({
  workspace,
  order,
  createdAt,
  draft,
}: SaveRecord): Promise<SaveDraft | undefined> {
  const earlier = (await allSaves()).filter(
    (record) =>
      record.workspace === workspace &&
      record.draft.linkedinUrl === draft.linkedinUrl &&
      record.state === "saved" &&
      !record.draft.touch &&
      record.order < order &&
      record.updatedAt >= createdAt,
  );
  return earlier.sort((a, b) => b.order - a.order)[0]?.draft;
}

async function unsentOfOthers(workspace?: string): Promise<SaveRecord[]> {
  const present = (await storedConnection())?.workspace;
  return (await allSaves()).filter(
    (record) =>
      record.state !== "saved" &&
      record.workspace !== present &&
      (workspace === undefined || record.workspace === workspace),
  );
}

/** A step is `sending` while it is on its way: a save that waits with none done has told Stardex nothing. */
function isUnsent({ state, unanswered, steps }: SaveRecord): boolean {
  return state === "waiting" && !unanswered && steps.every(({ kind, done }) => kind === "check" || !done);
}

function newSave(draft: SaveDraft, workspace: string, now: number, graceMs: number): NewSave {
  return {
    version: 2,
    id: crypto.randomUUID(),
    workspace,
    createdAt: now,
    updatedAt: now,
    draft,
    correction: null,
    steps: stepsAtStart(draft),
    state: "waiting",
    attempts: 0,
    nextAttemptAt: now + graceMs,
    unanswered: false,
    problem: null,
    outcome: null,
  };
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

function isNetworkProblem(problem: Problem | undefined): boolean {
  return problem?.kind === "offline" || problem?.kind === "timeout";
}
