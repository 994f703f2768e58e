/** The tabs beside the panel, as the browser tells of them, and what is read in them: nothing but invented pages. */
import { vi } from "vitest";
import browser from "webextension-polyfill";
import { inventedPages } from "../../e2e/sandbox/linkedin-pages.ts";
import type { TabReading } from "../capture/read-tab.ts";
import { readProfile } from "../linkedin/read-profile.ts";

interface TabThere {
  url: string | null;
  windowId: number;
}

/** The panel's own window. */
const HOME = 1;

type Listener = (...args: never[]) => void;

function event() {
  const listeners = new Set<Listener>();
  return {
    addListener: (listener: Listener) => void listeners.add(listener),
    removeListener: (listener: Listener) => void listeners.delete(listener),
    tell: (...args: unknown[]) => {
      for (const listener of listeners) listener(...(args as never[]));
    },
  };
}

export type PanelTabs = ReturnType<typeof createPanelTabs>;

/** In the place of the browser's tabs from now on. A tab of `url` null has not been opened to the extension. */
export function createPanelTabs() {
  const tabs = new Map<number, TabThere>();
  const [onActivated, onUpdated] = [event(), event()];
  let inView = 0;
  /** Every look into a page, by its address then. */
  const reads: (string | null)[] = [];

  const tabOf = (id: number) => {
    const there = tabs.get(id);
    if (!there) throw new Error(`No tab with id: ${id}`);
    const { url, windowId } = there;
    return { id, windowId, active: id === inView, ...(url !== null && { url }) };
  };
  Object.assign(browser.tabs, {
    query: async () => (tabs.has(inView) ? [tabOf(inView)] : []),
    get: async (id: number) => tabOf(id),
    onActivated,
    onUpdated,
  });

  return {
    reads,
    add(id: number, url: string | null, windowId = HOME): void {
      tabs.set(id, { url, windowId });
      if (windowId === HOME && inView === 0) inView = id;
    },
    /** To another page, or the same anew. */
    navigate(id: number, url: string | null, change: object = { url }): void {
      const { windowId } = tabOf(id);
      tabs.set(id, { url, windowId });
      const { url: present, ...withoutUrl } = tabOf(id);
      const isSaid = present !== undefined && "sidePanel" in chrome;
      onUpdated.tell(id, change, isSaid ? tabOf(id) : withoutUrl);
    },
    show(id: number): void {
      const { windowId } = tabOf(id);
      if (windowId === HOME) inView = id;
      onActivated.tell({ tabId: id, windowId });
    },
    read: vi.fn(async (tabId: number): Promise<TabReading> => {
      const url = tabs.get(tabId)?.url ?? null;
      reads.push(url);
      return readingAt(url);
    }),
  };
}

function readingAt(url: string | null): TabReading {
  const page = inventedPages().find((one) => one.url === url);
  if (!page) return { result: "unreachable_page" };
  return readProfile(new DOMParser().parseFromString(page.html, "text/html"), page.url);
}

/** Address and name of the person on the invented page. */
export function personOn(name: string): { url: string; name: string } {
  const page = inventedPages().find((one) => one.name === name);
  if (!page) throw new Error(`e2e/linkedin-pages has no ${name}`);
  const reading = readingAt(page.url);
  if (reading.result !== "profile") throw new Error(`${name} reads as ${reading.result}`);
  return { url: page.url, name: reading.name?.value ?? "" };
}
