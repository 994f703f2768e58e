/** The browser's events for the panel's state, and the readings that the user asks for. */
import { useEffect, useReducer, useState } from "preact/hooks";
import browser, { type Tabs } from "webextension-polyfill";
import { readTab, rereadTab } from "../capture/read-tab.ts";
import { isSidebar, watchPanelCalls } from "../protocol/panel.ts";
import { changePanel, firstPanelState, type PanelEvent, type ShownTab } from "./panel-state.ts";

/**
 * Firefox tells of a move within a page without its address, and gives the address when it is asked (seen in Firefox
 * 153). In Chromium one that is not told is not to be had.
 */
const isToBeAsked = isSidebar;

const schema = import("../capture/reading-schema.ts");

/** Ms between two looks at a page that may still fill something in. */
const LOOK_AGAIN_EVERY = 1000;

/** No page is read before there is a key. */
export function usePanel(isConnected: boolean) {
  const [state, dispatch] = useReducer(changePanel, firstPanelState);
  const [isFormWaiting, setFormWaiting] = useState(false);
  const { tab, content } = state;
  useEffect(() => followTab(dispatch), []);

  const attempt = content.is === "reading" ? content.attempt : null;
  useEffect(() => {
    if (isConnected && attempt !== null && tab?.url) void read(tab, attempt, dispatch);
  }, [attempt, isConnected]);

  const readTabId = content.is === "read" ? tab?.tabId : undefined;
  useEffect(() => {
    if (!isFormWaiting || readTabId === undefined) return;
    return lookEverySecond(readTabId, dispatch);
  }, [isFormWaiting, readTabId]);

  return { state, dispatch, setFormWaiting };
}

type Dispatch = (event: PanelEvent) => void;

/** The tab in view of this window, from now on. Returns how to stop. */
function followTab(dispatch: Dispatch): () => void {
  let windowId: number | undefined;
  let isFirst = true;
  let isStopped = false;
  /** Counts what was heard of the tab: an answer that was overtaken must not come last. */
  let news = 0;

  function show(tab: ShownTab): void {
    news += 1;
    dispatch({ type: "tab_shown", tab });
  }

  async function look(): Promise<ShownTab | null> {
    news += 1;
    const asked = news;
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    if (isStopped || asked !== news || tab?.id === undefined) return null;
    windowId = tab.windowId;
    const shown = { tabId: tab.id, url: tab.url ?? null };
    show(shown);
    return shown;
  }

  async function start(): Promise<void> {
    const shown = await look();
    // The user has just opened the panel on this page, which asks for its reading.
    if (isFirst && shown?.url) dispatch({ type: "read_requested" });
    isFirst = false;
  }

  const onActivated = (active: Tabs.OnActivatedActiveInfoType) => {
    if (windowId !== undefined && active.windowId !== windowId) return;
    // Nothing of the last tab may stand there until this one has said where it is.
    show({ tabId: active.tabId, url: null });
    void look();
  };
  const onUpdated = (tabId: number, _change: unknown, tab: Tabs.Tab) => {
    if (!tab.active || tab.windowId !== windowId) return;
    if (tab.url === undefined && isToBeAsked()) void look();
    else show({ tabId, url: tab.url ?? null });
  };
  const onFocus = () => void look();
  browser.tabs.onActivated.addListener(onActivated);
  browser.tabs.onUpdated.addListener(onUpdated);
  addEventListener("focus", onFocus);
  const stopCalls = watchPanelCalls(async ({ tabId, isToRead }) => {
    if ((await look())?.tabId === tabId && isToRead) dispatch({ type: "read_requested" });
  });
  void start();
  return () => {
    isStopped = true;
    browser.tabs.onActivated.removeListener(onActivated);
    browser.tabs.onUpdated.removeListener(onUpdated);
    removeEventListener("focus", onFocus);
    stopCalls();
  };
}

async function read({ tabId, url }: ShownTab, attempt: number, dispatch: Dispatch): Promise<void> {
  const reading = await readTab(tabId, url ?? undefined, schema);
  // Where the tab is by now: it may have gone on while the page was read.
  const now = await browser.tabs.get(tabId).then(
    (tab) => tab.url ?? null,
    () => null,
  );
  dispatch({ type: "read_done", attempt, url: now, reading });
}

/** Returns how to stop. */
function lookEverySecond(tabId: number, dispatch: Dispatch): () => void {
  let timer: ReturnType<typeof setTimeout>;
  let isStopped = false;
  async function look() {
    const reading = await rereadTab(tabId, schema);
    if (isStopped) return;
    if (reading) dispatch({ type: "read_again", reading });
    timer = setTimeout(() => void look(), LOOK_AGAIN_EVERY);
  }
  timer = setTimeout(() => void look(), LOOK_AGAIN_EVERY);
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}
