/**
 * The queue as the worker wires it, on the in-memory database, the sandbox's API in the same process, and
 * simulated time. `kill()` is what the browser does to a worker: what it had under way never comes back.
 * A test file mocks webextension-polyfill by test-browser.ts and `fingerprint` by the key itself.
 */
import { vi } from "vitest";
import { createSandbox, SANDBOX_KEY } from "../../e2e/sandbox/in-process.ts";
import type { StateOptions } from "../../e2e/sandbox/new-state.ts";
import type { SaveDraft, SaveRecord } from "../model/save.ts";
import { createStardexClient } from "../stardex/client.ts";
import { readSave } from "../storage/saves.ts";
import { endBatches } from "../worker/batch/batch-store.ts";
import { connect } from "../worker/key/connection.ts";
import { createLimiters } from "../worker/lookups/rate-store.ts";
import { checkPerson } from "../worker/queue/identify.ts";
import { createSaveQueue } from "../worker/queue/queue.ts";
import { createSaveStore } from "../worker/queue/store.ts";
import { QUEUE_ALARM, sleepOn } from "../worker/queue/wake-up.ts";
import { testBrowser } from "./test-browser.ts";
import { createTestLocks } from "./test-locks.ts";
import { inTime, passTime, settle, useFakeTime } from "./time.ts";

/** Its functions, of which a dead worker's neither begin nor come back. */
function mortal<T extends object>(store: T, ofLiving: <R>(work: () => Promise<R>) => Promise<R>): T {
  return new Proxy(store, {
    get: (target, name) => {
      const work = Reflect.get(target, name) as (...args: unknown[]) => Promise<unknown>;
      return (...args: unknown[]) => ofLiving(() => work(...args));
    },
  });
}

export type QueueWorld = ReturnType<typeof createQueueWorld>;

export function createQueueWorld(options: StateOptions = {}) {
  testBrowser.reset();
  useFakeTime(Date.parse("2026-11-26T09:00:00Z"));
  const sandbox = createSandbox({ rateLimit: { limit: 100_000 }, ...options });
  let isOnline = true;
  /** Counts the workers: a dead one's requests are neither sent nor answered. */
  let worker = 0;
  let queue = start();

  function start() {
    vi.stubGlobal("navigator", { locks: createTestLocks(), onLine: isOnline });
    const own = worker;
    const ofLiving = async <T>(work: () => Promise<T>): Promise<T> => {
      if (own !== worker) return await new Promise<T>(() => undefined);
      const result = await work();
      return own === worker ? result : await new Promise<T>(() => undefined);
    };
    const limiters = createLimiters(Date.now);
    const clientFor = (key: string) =>
      createStardexClient({
        fetch: (input, init) =>
          ofLiving(() => {
            if (!isOnline) return Promise.reject(new TypeError("Failed to fetch"));
            return sandbox.fetch(input, init);
          }),
        key,
        now: Date.now,
        onCall: async () => void (await limiters.ofKey(key)).count("queue"),
        onHeaders: async (headers) => void (await limiters.ofKey(key)).observe(headers),
      });
    const started = createSaveQueue({
      store: mortal(
        createSaveStore(() => undefined),
        ofLiving,
      ),
      clientFor,
      check: (record, client) =>
        ofLiving(() => checkPerson(record, client, Date.now(), async () => record.earlier ?? undefined)),
      limiterOf: limiters.ofWorkspace,
      now: Date.now,
      random: () => 0.5,
      onIdle: async () => void (await endBatches(Date.now())),
    });
    return started;
  }

  async function passAlarms(ms: number): Promise<void> {
    const end = Date.now() + ms;
    for (;;) {
      const alarm = testBrowser.state.alarms.get(QUEUE_ALARM);
      if (!alarm || alarm.when > end) break;
      await passTime(Math.max(0, alarm.when - Date.now()));
      if (testBrowser.state.alarms.get(QUEUE_ALARM) === alarm) {
        testBrowser.state.alarms.set(QUEUE_ALARM, { ...alarm, when: Date.now() + 60_000 });
        void queue.drain();
        await settle();
      }
    }
    await passTime(Math.max(0, end - Date.now()));
  }

  const world = {
    sandbox,
    store: sandbox.store,
    get queue() {
      return queue;
    },

    async connect(key = SANDBOX_KEY): Promise<void> {
      await inTime(connect(key, async () => undefined));
      await inTime(queue.wake());
      await settle();
    },

    /** Gives the id; throws when the save was not accepted. */
    async accept(draft: SaveDraft, graceMs = 0): Promise<string> {
      const answer = await inTime(queue.accept(draft, null, graceMs));
      if (!answer.ok) throw new Error(`Not accepted: ${JSON.stringify(answer.problem)}`);
      return answer.id;
    },

    async record(id: string): Promise<SaveRecord | null> {
      return await readSave(id);
    },

    /** Lets time pass; the browser's alarms wake the queue. */
    pass: passAlarms,

    /** The browser stops the worker, and starts another with the next alarm or at once. */
    async kill(): Promise<void> {
      worker += 1;
      // Its timer goes with it; the alarm is the browser's, and what has reached the server is the server's.
      const alarm = testBrowser.state.alarms.get(QUEUE_ALARM);
      await sleepOn();
      if (alarm) testBrowser.state.alarms.set(QUEUE_ALARM, alarm);
      queue = start();
      void queue.drain();
      await settle();
    },

    async setOnline(online: boolean): Promise<void> {
      isOnline = online;
      vi.stubGlobal("navigator", { ...navigator, onLine: online });
      if (online) await inTime(queue.wake());
      await settle();
    },

    /** The computer's clock is set on, or back; the server's goes on as it was. */
    setClock(ms: number): void {
      vi.setSystemTime(Date.now() + ms);
      sandbox.clock.ahead -= ms;
    },

    /** What was called so far, without the look-ups. */
    writes(): string[] {
      return sandbox.log.entries
        .map(({ method, path }) => `${method} ${path.replace("/v1/", "").replace(/[0-9a-f-]{36}/g, "ID")}`)
        .filter((call) => !/^GET|search$/.test(call));
    },
  };
  return world;
}
