/**
 * The toolbar button of each tab: badge, tooltip and what a click on it does. What it says is kept in
 * storage.session and drawn anew whenever the save, the tab or the clock changes it; a tab that goes
 * elsewhere gets the plain button back.
 */
import browser, { type Tabs } from "webextension-polyfill";
import { t } from "../../i18n/words.ts";
import { settings } from "../../settings/settings.ts";
import { readSave } from "../../storage/saves.ts";
import { allTabStates, placeOf, setTabState, type TabState, type TabView, tabState } from "./tab-state.ts";
import { BADGE_COLOUR, changesAt, faceOf, viewOf } from "./tab-view.ts";

interface Options {
  /** Epoch ms. */
  now: () => number;
  /** A save of this tab waits for its user, since just now. */
  onNeedsUser: (tabId: number) => void;
}

export type TabButtons = ReturnType<typeof createTabButtons>;

export function createTabButtons({ now, onNeedsUser }: Options) {
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** All that a click on the plain button does, by the setting. */
  async function plainPopup(): Promise<string> {
    return (await settings.get()).toolbarMode === "save" ? "" : formPage();
  }

  async function popupOf(state: TabState): Promise<string> {
    if (isPassive(state.view) || now() < state.deafUntil) return await plainPopup();
    return formPage();
  }

  async function draw(tabId: number, state: TabState): Promise<void> {
    const { badge, colour, title } = faceOf(state.view, now());
    await drawn(tabId, { badge, colour, title, popup: await popupOf(state) });
  }

  async function forget(tabId: number): Promise<void> {
    await setTabState(tabId, null);
    await drawn(tabId, {
      badge: null,
      colour: BADGE_COLOUR,
      title: await plainTitle(),
      popup: await plainPopup(),
    });
  }

  /** The state as its save is now; null when there is nothing to tell any more. */
  async function renewed(state: TabState): Promise<TabState | null> {
    if (!("saveId" in state.view)) return state;
    const record = await readSave(state.view.saveId);
    if (record) return { ...state, view: viewOf(record, now()) };
    // Finished saves leave the history; any other is gone by its user's word.
    return isFinished(state.view) ? state : null;
  }

  async function renew(tabId: number, state: TabState): Promise<void> {
    const next = await renewed(state);
    if (!next) return await forget(tabId);
    await setTabState(tabId, next);
    await draw(tabId, next);
    if (next.view.kind === "needs_you" && state.view.kind !== "needs_you") onNeedsUser(tabId);
  }

  /** Draws all of them as they are now, and comes back when time alone changes one. */
  function refresh(): Promise<void> {
    return exclusively(async () => {
      for (const [tabId, state] of await allTabStates()) await renew(tabId, state);
      await comeBackInTime();
    });
  }

  async function comeBackInTime(): Promise<void> {
    clearTimeout(timer);
    const states = await allTabStates();
    const times = (await Promise.all(states.map(([, state]) => changesOf(state)))).flat();
    const next = Math.min(...times.filter((time) => time > now()));
    if (Number.isFinite(next)) timer = setTimeout(refresh, next - now());
  }

  /** Epoch ms at which what the button says, or what a click on it does, changes by time alone. */
  async function changesOf({ view, deafUntil }: TabState): Promise<number[]> {
    const record = "saveId" in view ? await readSave(view.saveId) : null;
    return [deafUntil, changesAt(view, record, now()) ?? 0];
  }

  return {
    refresh,

    /** One at a time with all other changes: `change` gets the present state and gives the next. */
    change(tabId: number, change: (state: TabState | null) => Promise<TabState | null>): Promise<void> {
      return exclusively(async () => {
        const before = await tabState(tabId);
        const after = await change(before);
        if (after === before) return;
        if (after) {
          await setTabState(tabId, after);
          await draw(tabId, after);
        } else await forget(tabId);
        await comeBackInTime();
      });
    },

    /** After any change of a tab's address, in-app moves included; a full load has wiped what was drawn. */
    tabMoved(tabId: number, url: string | undefined): Promise<void> {
      return exclusively(async () => {
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
      return exclusively(async () => {
        for (const [tabId, { view }] of await allTabStates()) if (view.kind === "known") await forget(tabId);
      });
    },

    /** Everything is forgotten: no tab says anything any more. */
    forgetAll(): Promise<void> {
      return exclusively(async () => {
        for (const { id } of await browser.tabs.query({})) if (id !== undefined) await orGone(forget(id));
      });
    },

    tabClosed(tabId: number): Promise<void> {
      return exclusively(() => setTabState(tabId, null));
    },

    /**
     * What a click does and what the button says in every tab that tells of nothing. One after the other: of
     * a start and a change of the setting at once, the one that read the older setting must not come last.
     */
    applyMode(): Promise<void> {
      return exclusively(async () => {
        const [popup, title] = await Promise.all([plainPopup(), plainTitle()]);
        await browser.action.setPopup({ popup });
        await browser.action.setTitle({ title });
        await browser.action.setBadgeBackgroundColor({ color: BADGE_COLOUR });
      });
    },

    /** The same for tabs that were told otherwise once: what is said of one tab goes before what is said of all. */
    async applyModeToTabs(): Promise<void> {
      const [popup, title] = await Promise.all([plainPopup(), plainTitle()]);
      for (const { id } of await browser.tabs.query({})) {
        if (id !== undefined && !(await tabState(id)))
          await orGone(
            browser.action.setPopup({ tabId: id, popup }),
            browser.action.setTitle({ tabId: id, title }),
          );
      }
      await refresh();
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

/** Tells something, but stands in no press's way. */
export function isPassive(view: TabView): boolean {
  return view.kind === "known" || (view.kind === "refused" && view.reason === "moved_on");
}

function isFinished({ kind }: TabView): boolean {
  return kind === "saved" || kind === "added" || kind === "already_there";
}

function formPage(): string {
  return browser.runtime.getManifest().action?.default_popup ?? "";
}

async function plainTitle(): Promise<string> {
  return t((await settings.get()).toolbarMode === "save" ? "action_title_save" : "action_title");
}

interface Drawing {
  badge: string | null;
  colour: string;
  title: string;
  popup: string;
}

async function drawn(tabId: number, { badge, colour, title, popup }: Drawing): Promise<void> {
  await orGone(
    browser.action.setBadgeText({ tabId, text: badge }),
    browser.action.setBadgeBackgroundColor({ tabId, color: colour }),
    browser.action.setTitle({ tabId, title }),
    browser.action.setPopup({ tabId, popup }),
  );
}

/** A tab that was closed meanwhile needs no button. */
async function orGone(...calls: Promise<void>[]): Promise<void> {
  await Promise.allSettled(calls);
}

function exclusively<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks.request("stardex-capture/tabs", work);
}
