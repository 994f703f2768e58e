/**
 * The toolbar button of each tab. What it says is kept in storage.session and drawn anew whenever the save,
 * the tab or the clock changes it; a tab that goes elsewhere gets the plain button back.
 */
import browser, { type Tabs } from "webextension-polyfill";
import { readSave } from "../../storage/saves.ts";
import {
  allTabStates,
  placeOf,
  setTabState,
  type TabState,
  type TabView,
  tabState,
} from "../../storage/tab-state.ts";
import { applyMode, applyModeToTabs, formPage, plainPopup, plainTitle } from "./default-popup.ts";
import { drawButton } from "./draw-button.ts";
import { createTabTimer } from "./tab-timer.ts";
import { BADGE_COLOR, buttonAppearance, viewOf } from "./tab-view.ts";

interface Options {
  /** Epoch ms. */
  now: () => number;
  /** A save of this tab waits for the user, since just now. */
  onNeedsUser: (tabId: number) => void;
}

export type TabButtons = ReturnType<typeof createTabButtons>;

export function createTabButtons({ now, onNeedsUser }: Options) {
  const timer = createTabTimer({ readSave, now, onTime: () => void refresh() });

  async function draw(tabId: number, state: TabState): Promise<void> {
    const isPlain = isPassive(state.view) || now() < state.ignoresClicksUntil;
    await drawButton(tabId, {
      ...buttonAppearance(state.view, now()),
      popup: isPlain ? await plainPopup() : formPage(),
    });
  }

  async function forget(tabId: number): Promise<void> {
    await setTabState(tabId, null);
    const [popup, title] = await Promise.all([plainPopup(), plainTitle()]);
    await drawButton(tabId, { badge: null, color: BADGE_COLOR, title, popup });
  }

  /** The state as its save is now; null when there is nothing to tell any more. */
  async function currentState(state: TabState): Promise<TabState | null> {
    if (!("saveId" in state.view)) return state;
    const record = await readSave(state.view.saveId);
    if (record) return { ...state, view: viewOf(record, now()) };
    // Finished saves leave the history; any other is gone by the user's word.
    return isFinished(state.view) ? state : null;
  }

  async function renew(tabId: number, state: TabState): Promise<void> {
    const next = await currentState(state);
    if (!next) return await forget(tabId);
    await setTabState(tabId, next);
    await draw(tabId, next);
    if (next.view.kind === "needs_you" && state.view.kind !== "needs_you") onNeedsUser(tabId);
  }

  /** Draws all of them as they are now, and comes back when time alone changes one. */
  function refresh(): Promise<void> {
    return inTurn(async () => {
      for (const [tabId, state] of await allTabStates()) await renew(tabId, state);
      await timer.set();
    });
  }

  return {
    refresh,

    /**
     * One at a time with all other changes: `change` gets the present state and gives the next. Rejects when
     * it could not be stored.
     */
    change(tabId: number, change: (state: TabState | null) => Promise<TabState | null>): Promise<void> {
      return inTurn(async () => {
        const before = await tabState(tabId);
        const after = await change(before);
        if (after === before) return;
        if (after) {
          await setTabState(tabId, after);
          await draw(tabId, after);
        } else await forget(tabId);
        await timer.set();
      });
    },

    /** After any change of a tab's address, in-app moves included; a full load has wiped what was drawn. */
    tabMoved(tabId: number, url: string | undefined): Promise<void> {
      return inTurn(async () => {
        const state = await tabState(tabId);
        if (!state) return;
        if (url !== undefined && placeOf(url) === state.place) return await draw(tabId, state);
        if (state.view.kind !== "reading" || url === undefined) return await forget(tabId);
        const moved = { ...state, place: placeOf(url), view: movedOn };
        await setTabState(tabId, moved);
        await draw(tabId, moved);
      });
    },

    /** The live badge is off: what it told is told no more. */
    forgetKnown(): Promise<void> {
      return inTurn(async () => {
        for (const [tabId, { view }] of await allTabStates()) if (view.kind === "known") await forget(tabId);
      });
    },

    /** Everything is forgotten: no tab says anything any more. */
    forgetAll(): Promise<void> {
      return inTurn(async () => {
        for (const { id } of await browser.tabs.query({})) if (id !== undefined) await forget(id);
      });
    },

    tabClosed(tabId: number): Promise<void> {
      return inTurn(() => setTabState(tabId, null));
    },

    /**
     * One after the other: of a start and a change of the setting at once, the one that read the older
     * setting must not come last.
     */
    applyMode: (): Promise<void> => inTurn(applyMode),

    async applyModeToTabs(): Promise<void> {
      await applyModeToTabs();
      await refresh();
    },

    /** What cannot be stored is drawn at least. */
    async drawUnstored(tabId: number, view: TabView): Promise<void> {
      await drawButton(tabId, { ...buttonAppearance(view, now()), popup: formPage() });
    },

    /** Opens the popup over the tab, if it is the one in view; else its next click does. */
    async openForm(tabId: number): Promise<void> {
      try {
        await browser.action.setPopup({ tabId, popup: formPage() });
        const tab: Tabs.Tab = await browser.tabs.get(tabId);
        if (tab.active && tab.windowId !== undefined)
          await browser.action.openPopup({ windowId: tab.windowId });
      } catch {
        // No window in front, a popup open already, or a browser that lets no worker open one.
      }
    },
  };
}

const movedOn: TabView = { kind: "refused", reason: "moved_on", linkedinUrl: null };

/** Tells something, but stands in the way of no click. */
export function isPassive(view: TabView): boolean {
  return (
    view.kind === "known" ||
    view.kind === "collected" ||
    (view.kind === "refused" && view.reason === "moved_on")
  );
}

function isFinished({ kind }: TabView): boolean {
  return kind === "saved" || kind === "added" || kind === "already_there";
}

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks.request("stardex-capture/tabs", work);
}
