/**
 * Only wires events. Listeners are registered synchronously: the browser starts this file for an event
 * and delivers it only to who is listening by then.
 */
import browser, { type Runtime } from "webextension-polyfill";
import { readLinkName } from "../capture/read-link.ts";
import { readTab } from "../capture/read-tab.ts";
import { parseReading } from "../capture/reading-schema.ts";
import type { SaveRecord } from "../model/save.ts";
import { messageSchema } from "../protocol/messages.ts";
import { ONBOARDING_PAGE } from "../protocol/pages.ts";
import { openPanel } from "../protocol/panel.ts";
import { settings } from "../settings/settings.ts";
import { createStardexClient } from "../stardex/client.ts";
import type { Caller } from "../stardex/rate.ts";
import { watchChanges } from "../storage/changes.ts";
import { drawToolbarIcon } from "../ui/toolbar-icon.ts";
import { notifyOfEnd } from "./batch/batch-notice.ts";
import { endBatches } from "./batch/batch-store.ts";
import { runCommand } from "./entry/commands.ts";
import { createLiveBadge, followAccess } from "./entry/live-badge.ts";
import { buildMenus, runMenuItem } from "./entry/menus.ts";
import { notifyOfChange } from "./entry/notifications.ts";
import { createOneClick } from "./entry/one-click.ts";
import { drawQueueBadge } from "./entry/queue-badge.ts";
import { createTabButtons } from "./entry/tab-buttons.ts";
import { clearStorage } from "./forget.ts";
import { createHandlers } from "./handlers.ts";
import { closeStorage } from "./key/close-storage.ts";
import { createLimiters } from "./lookups/rate-store.ts";
import { checkPerson } from "./queue/identify.ts";
import { createSaveQueue } from "./queue/queue.ts";
import { createSaveStore } from "./queue/store.ts";
import { QUEUE_ALARM } from "./queue/wake-up.ts";
import { createRequests } from "./requests.ts";
import { createRouter } from "./router.ts";

const requests = createRequests(globalThis.fetch.bind(globalThis));
const limiters = createLimiters(Date.now);
const limiter = limiters.present;
const clientFor = (key: string, caller: Caller) => {
  const counter = limiters.ofKey(key);
  return createStardexClient({
    fetch: requests.fetch,
    key,
    now: Date.now,
    // Neither call nor answer waits for the count to be stored: who asks the limiter next does.
    onCall: async () => void (await counter).count(caller),
    onHeaders: async (headers) => void (await counter).observe(headers),
  });
};
const store = createSaveStore((before, after) => void showChange(before, after));
const queue = createSaveQueue({
  store,
  clientFor: (key) => clientFor(key, "queue"),
  check: (record, client) => checkPerson(record, client, Date.now(), async () => record.earlier ?? undefined),
  limiterOf: limiters.ofWorkspace,
  now: Date.now,
  random: Math.random,
  onIdle: async () => {
    await drawQueueBadge(store);
    for (const batch of await endBatches(Date.now())) await notifyOfEnd(batch);
  },
});
const handlers = createHandlers({
  queue,
  limiter,
  clientFor: (key) => clientFor(key, "user"),
  forgetEverything,
  now: Date.now,
});
const route = createRouter(handlers);

const buttons = createTabButtons({ now: Date.now, onNeedsUser: (tabId) => void buttons.openForm(tabId) });
const oneClick = createOneClick({
  queue,
  buttons,
  readTab: (tabId, url) => readTab(tabId, url, { parseReading }),
  readLinkName,
  now: Date.now,
});
const liveBadge = createLiveBadge({
  buttons,
  clientFor: (key) => clientFor(key, "user"),
  limiter,
  now: Date.now,
});

browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
  const reply = route(message, sender);
  // What forgets everything waits for all others.
  return isForgetting(message) ? reply : requests.track(reply);
});

// Only without a popup: in the mode that saves at once.
browser.action.onClicked.addListener((tab) => oneClick.trigger(tab, { isClick: true }));

browser.commands.onCommand.addListener((command, tab) =>
  runCommand(command, tab, { trigger: oneClick.trigger, openForm: buttons.openForm, openPanel }),
);

browser.contextMenus.onClicked.addListener((info, tab) =>
  runMenuItem(info, tab, { trigger: oneClick.trigger, openForm: buttons.openForm, openPanel }),
);

browser.tabs.onUpdated.addListener(async (tabId, { status, url }, tab) => {
  if (status === undefined && url === undefined) return;
  await buttons.tabMoved(tabId, tab.url);
  await liveBadge.look(tab);
});

browser.tabs.onActivated.addListener(async ({ tabId }) => {
  await liveBadge.look(await browser.tabs.get(tabId));
});

browser.tabs.onRemoved.addListener((tabId) => void buttons.tabClosed(tabId));

browser.permissions.onAdded.addListener(() => void liveBadge.lookAtAll());
browser.permissions.onRemoved.addListener(() => void followAccess());

settings.watch(async () => {
  await buttons.applyMode();
  await buttons.applyModeToTabs();
  await liveBadge.applySetting();
});

/** Of a save: on the buttons of its tabs, and to whoever is notified. */
async function showChange(before: SaveRecord | null, after: SaveRecord | null): Promise<void> {
  await buttons.refresh();
  if (after) await notifyOfChange(before, after, Date.now());
}

// Jobs are in the menus, by key.
browser.storage.local.onChanged.addListener((changes) => {
  if (Object.keys(changes).some((key) => key.startsWith("jobs:"))) void buildMenus();
});
watchChanges(({ kind }) => {
  if (kind === "connection") void buildMenus();
});

function isForgetting(message: unknown): boolean {
  return messageSchema.safeParse(message).data?.type === "data.forget";
}

async function forgetEverything(): Promise<void> {
  await requests.withoutAny(() => queue.pause(clearStorage));
  await buttons.forgetAll();
  await buttons.applyMode();
  await buildMenus();
  await queue.drain();
}

browser.alarms.onAlarm.addListener(async ({ name }) => {
  if (name === QUEUE_ALARM) await queue.drain();
});

// A key set by policy may send what waits for one.
browser.storage.onChanged.addListener(async (_changes, area) => {
  if (area === "managed") await queue.wake();
});

browser.runtime.onInstalled.addListener(async ({ reason }) => {
  if (reason === "install") await browser.tabs.create({ url: browser.runtime.getURL(ONBOARDING_PAGE) });
  await buildMenus();
});

// A listener makes the browser start the worker with it; what else is to be done is done at every start, below.
browser.runtime.onStartup.addListener(() => void buildMenus());

closeStorage().catch((error: unknown) =>
  console.error("Storage could not be closed to content scripts", error),
);

/** Ms after which the message that has started the worker is answered, and its save on its way: somebody waits for that. */
const AFTER_FIRST_ANSWER = 250;

setTimeout(() => {
  void drawToolbarIcon();
  void buttons.applyMode().then(buttons.refresh);
  void queue.drain();
}, AFTER_FIRST_ANSWER);
