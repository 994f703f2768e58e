/**
 * Only wires events. Listeners are registered synchronously: the browser starts this file for an event
 * and delivers it only to who is listening by then.
 */
import browser from "webextension-polyfill";
import { createStardexClient } from "../stardex/client.ts";
import { type Caller, createRateLimiter } from "../stardex/rate.ts";
import { checkPerson } from "./check.ts";
import { closeStorage } from "./connection.ts";
import { createHandlers } from "./handlers.ts";
import { rateStore } from "./rate-store.ts";
import { createRouter } from "./router.ts";
import { createSaveQueue } from "./save-queue.ts";
import { QUEUE_ALARM } from "./wake-up.ts";

const limiter = createRateLimiter(rateStore, Date.now);
const clientFor = (key: string, caller: Caller) =>
  createStardexClient({
    fetch: globalThis.fetch.bind(globalThis),
    key,
    now: Date.now,
    // Neither call nor answer waits for the count to be stored: who asks the limiter next does.
    onCall: async () => void limiter.count(caller),
    onHeaders: async (headers) => void limiter.observe(headers),
  });
const queue = createSaveQueue({
  clientFor: (key) => clientFor(key, "queue"),
  check: (record, client, earlier) => checkPerson(record, client, Date.now(), earlier),
  limiter,
  now: Date.now,
  random: Math.random,
});
const handlers = createHandlers({
  queue,
  limiter,
  clientFor: (key) => clientFor(key, "user"),
  now: Date.now,
});

browser.runtime.onMessage.addListener(createRouter(handlers));

browser.alarms.onAlarm.addListener(async ({ name }) => {
  if (name === QUEUE_ALARM) await queue.drain();
});

browser.runtime.onInstalled.addListener(async ({ reason }) => {
  if (reason === "install") await browser.runtime.openOptionsPage();
});

// A listener makes the browser start the worker with it; what is to be done is done at every start, below.
browser.runtime.onStartup.addListener(() => undefined);

closeStorage().catch((error: unknown) =>
  console.error("Storage could not be closed to content scripts", error),
);
void queue.drain();
