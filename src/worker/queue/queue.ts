/**
 * The one way of every save: stored in one transaction, answered, then sent by the drain. What is true is in
 * the database (store.ts), what may happen is in transitions.ts; here is what the user can do.
 */
import type { SaveDraft, SaveRecord } from "../../model/save.ts";
import type { Answer } from "../../protocol/messages.ts";
import { storageProblem } from "../../storage/storage-problem.ts";
import { storedConnection } from "../key/connection.ts";
import { rememberSaved } from "../lookups/match-after-save.ts";
import { forgetMatch } from "../lookups/match-cache.ts";
import { rememberJobs } from "../lookups/remembered-jobs.ts";
import { createDrain, type DrainOptions, pauseDrain } from "./drain.ts";
import { adopt, countOthers, discardOthers } from "./other-workspaces.ts";
import { nothingArrived, stepsAtStart } from "./plan.ts";
import { endRest } from "./rest.ts";
import type { StepClient } from "./steps/steps.ts";
import type { QueueEvent } from "./transitions/events.ts";
import { isUntouched } from "./transitions/states.ts";

/** Ms a save is held while the offer to undo it is looked at; the page renews it, and needs no word to end it. */
const HOLD = 5_000;

export type SaveQueue = ReturnType<typeof createSaveQueue>;

export function createSaveQueue<C extends StepClient>(options: DrainOptions<C>) {
  const { store, now } = options;
  const drain = createDrain(options);

  /** A user who acts does not wait for the rest after the last failure. */
  async function goOn(): Promise<void> {
    await endRest();
    void drain();
  }

  async function change(id: string, event: QueueEvent): Promise<boolean> {
    const record = await store.changeSave(id, event);
    if (record?.state === "saved") await rememberSaved(record, now());
    await goOn();
    return record !== undefined;
  }

  async function remove(id: string, isMeant?: (record: SaveRecord) => boolean): Promise<boolean> {
    const removed = await store.removeSave(id, isMeant);
    // What the look-up before it has found may not hold any more: some of it is in Stardex, or may be.
    if (removed && !isUntouched(removed)) await forgetMatch(removed.workspace, removed.draft.linkedinUrl);
    await goOn();
    return removed !== null;
  }

  return {
    drain,
    goOn,
    pause: pauseDrain,

    /**
     * Stores the save, then answers; it is sent after `graceMs`, in which it can still be undone. `workspace`:
     * of the key the form was opened under; null for a save that is made at once.
     */
    async accept(draft: SaveDraft, workspace: string | null, graceMs = 0): Promise<Answer<"save.accept">> {
      try {
        // The drain makes ready while the save is being stored, and meets it when it reads what is due.
        const accepted = await store.addSave(newSave(draft, now(), graceMs), workspace, () => void drain());
        if (!accepted.record) {
          return { ok: false, problem: { kind: accepted.connection ? "key_changed" : "not_connected" } };
        }
        const { record } = accepted;
        // Only a convenience, and the save is accepted already.
        if (!draft.touch) void rememberJobs(record.workspace, draft.jobs).catch(stopQuietly);
        return { ok: true, id: record.id };
      } catch (error) {
        return { ok: false, problem: storageProblem(error) };
      }
    },

    retry: (id: string, draft?: SaveDraft) =>
      change(id, { type: "retry", now: now(), ...(draft && { draft }) }),

    /** "It is there": goes on with what follows the step that cannot be looked up. */
    settle: (id: string) => change(id, { type: "settle", now: now() }),

    /** Keeps a save that has not been sent from being sent, for some seconds. */
    async hold(id: string): Promise<boolean> {
      return (await store.changeSave(id, { type: "hold", now: now(), until: now() + HOLD })) !== undefined;
    },

    discard: (id: string) => remove(id),

    /** Forgets a save only while nothing of it has been sent. */
    undo: (id: string) => remove(id, isUntouched),

    /** The newest save of this profile, under the present key, that is not through yet. */
    async pending(linkedinUrl: string): Promise<SaveRecord | null> {
      const connection = await storedConnection();
      return connection && (await store.openSave(connection.workspace, linkedinUrl));
    },

    discardBroken: store.removeBroken,

    /** The network is back, or the key is accepted: what waited for it is due now. */
    async wake(): Promise<void> {
      const connection = await storedConnection();
      const ids = connection ? await store.waitingIds(connection.workspace, now()) : [];
      for (const id of ids) await store.changeSave(id, { type: "wake", now: now() });
      await goOn();
    },

    others: () => countOthers(store),

    async adopt(workspace: string): Promise<boolean> {
      const isAdopted = await adopt(store, workspace, now());
      await goOn();
      return isAdopted;
    },

    async discardOthers(workspace: string): Promise<boolean> {
      const isDone = await discardOthers(store, workspace);
      await goOn();
      return isDone;
    },
  };
}

function stopQuietly(error: unknown): void {
  console.warn("What follows an accepted save failed", error);
}

export function newSave(draft: SaveDraft, now: number, graceMs: number) {
  return {
    version: 1 as const,
    id: crypto.randomUUID(),
    createdAt: now,
    updatedAt: now,
    draft,
    earlier: null,
    steps: stepsAtStart(draft),
    arrived: nothingArrived,
    goneId: null,
    batch: null,
    serverSentAt: null,
    state: "waiting" as const,
    attempts: 0,
    nextAttemptAt: now + graceMs,
    problem: null,
    outcome: null,
  };
}
