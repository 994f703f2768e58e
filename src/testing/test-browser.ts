/**
 * A small in-memory extension browser for the tests of this folder: storage that copies what it is given, as
 * the real one does, alarms that are only written down, and one messaging channel. Use it with
 * `vi.mock("webextension-polyfill", () => import("./test-browser.ts"))`; `testBrowser` is its other side.
 */
import english from "../../public/_locales/en/messages.json" with { type: "json" };

type Changes = Record<string, { oldValue?: unknown; newValue?: unknown }>;
type ChangeListener = (changes: Changes) => void;
type AreaListener = (changes: Changes, area: string) => void;

const state = {
  items: new Map<string, string>(),
  sessionItems: new Map<string, string>(),
  alarms: new Map<string, { when: number; periodInMinutes?: number }>(),
  badge: "",
  /** Of all tabs; undefined: the manifest's. */
  icon: undefined as Record<number, string> | undefined,
  /** By tab id; "all" is said of every tab that has no word of its own. */
  buttons: new Map<number | "all", { badge?: string; title?: string; popup?: string }>(),
  /** Where the tabs are; the first is the active one. */
  openTabs: new Map<number, string>(),
  formsOpened: 0,
  /** The shortcuts as the browser has them. */
  commands: [] as { name: string; shortcut: string }[],
  /** Whether the button is pinned; undefined: the browser does not tell. */
  isPinned: undefined as boolean | undefined,
  optionsOpened: 0,
  menus: [] as { id: string; title: string }[],
  access: new Set<string>(),
  notified: [] as string[],
  accessLevel: "",
  listeners: new Set<ChangeListener>(),
  areaListeners: new Set<AreaListener>(),
  /** What an administrator's policy sets; undefined: there is no policy, and reading it fails, as in Firefox. */
  policy: undefined as Record<string, unknown> | undefined,
  events: new Map<string, (...args: never[]) => unknown>(),
  /** What the user answers when a permission is asked for. */
  allowsPermissions: true,
  permissionsAsked: [] as unknown[],
  permissionsRemoved: [] as unknown[],
  /** URLs of the tabs that were opened. */
  tabs: [] as string[],
  /** Addresses of the windows that were opened. */
  windows: [] as string[],
  /** Set to make every write fail, as a full or closed storage does. */
  writeError: undefined as Error | undefined,
  /** Ms of each half of a storage call: with it, time passes between any two steps of the code under test. */
  latency: 0,
  /** Counts the workers: what an earlier one had under way never comes back. */
  worker: 0,
  sendMessage: async (_message: unknown): Promise<unknown> => undefined,
};

export const testBrowser = {
  ...accessors(),
  tab,
  /** Empties storage; who listens goes on listening. */
  forget(): void {
    state.items.clear();
    state.sessionItems.clear();
    state.alarms.clear();
    state.policy = undefined;
    state.writeError = undefined;
    state.tabs = [];
  },
  reset(): void {
    // What an earlier test left under way does not come back either.
    state.worker += 1;
    state.items.clear();
    state.sessionItems.clear();
    state.alarms.clear();
    state.listeners.clear();
    state.areaListeners.clear();
    state.policy = undefined;
    state.badge = "";
    state.icon = undefined;
    state.buttons.clear();
    state.openTabs.clear();
    state.formsOpened = 0;
    state.commands = [];
    state.isPinned = undefined;
    state.optionsOpened = 0;
    state.menus = [];
    state.access.clear();
    state.notified = [];
    state.accessLevel = "";
    state.writeError = undefined;
    state.latency = 0;
    state.tabs = [];
    state.windows = [];
    state.allowsPermissions = true;
    state.permissionsAsked = [];
    state.permissionsRemoved = [];
  },
};

function accessors() {
  return {
    state,
    item: (key: string): unknown => read(state.items, key),
    put: (key: string, value: unknown): void => void state.items.set(key, JSON.stringify(value)),
  };
}

/** Takes its time; if the worker dies meanwhile, its caller hears nothing any more. */
async function passTime(ms: number): Promise<void> {
  if (ms === 0) return;
  const worker = state.worker;
  await new Promise((resolve) => setTimeout(resolve, ms));
  if (worker !== state.worker) await new Promise(() => undefined);
}

async function slowly<T>(act: () => T): Promise<T> {
  await passTime(state.latency);
  const result = act();
  await passTime(state.latency);
  return result;
}

function area(items: Map<string, string>) {
  return {
    get: (keys: string | null): Promise<Record<string, unknown>> => slowly(() => readAll(items, keys)),
    set: (values: Record<string, unknown>): Promise<void> => slowly(() => write(items, values)),
    remove: (keys: string | string[]): Promise<void> =>
      slowly(() => {
        for (const key of [keys].flat()) erase(items, key);
      }),
    clear: (): Promise<void> =>
      slowly(() => {
        for (const key of [...items.keys()]) erase(items, key);
      }),
  };
}

const local = {
  ...area(state.items),
  async setAccessLevel({ accessLevel }: { accessLevel: string }): Promise<void> {
    state.accessLevel = accessLevel;
  },
  onChanged: {
    addListener: (listener: ChangeListener) => void state.listeners.add(listener),
    removeListener: (listener: ChangeListener) => void state.listeners.delete(listener),
  },
};

const managed = {
  async get(names: string[]): Promise<Record<string, unknown>> {
    const { policy } = state;
    if (!policy) throw new Error("Managed storage manifest not found");
    return Object.fromEntries(names.filter((name) => name in policy).map((name) => [name, policy[name]]));
  },
  async setAccessLevel(): Promise<void> {},
};

/** Adds a listener, as the browser's events do; the test calls them. */
const event = (name: string) => ({
  addListener: (listener: (...args: never[]) => unknown) => void state.events.set(name, listener),
});

export default {
  runtime: {
    onMessage: event("message"),
    onInstalled: event("installed"),
    onStartup: event("startup"),
    getManifest: () => ({ action: { default_popup: "popup.html" } }),
    id: "abcdefghijklmnop",
    getURL: (path: string) => `chrome-extension://abcdefghijklmnop/${path}`,
    sendMessage: (message: unknown) => state.sendMessage(message),
    openOptionsPage: async () => {
      state.optionsOpened += 1;
    },
  },
  storage: {
    local,
    session: area(state.sessionItems),
    managed,
    onChanged: {
      addListener: (listener: AreaListener) => void state.areaListeners.add(listener),
      removeListener: (listener: AreaListener) => void state.areaListeners.delete(listener),
    },
  },
  i18n: { getUILanguage: () => "en", getMessage },
  alarms: {
    onAlarm: event("alarm"),
    create: async (name: string, alarm: { when: number; periodInMinutes?: number }) =>
      void state.alarms.set(name, alarm),
    clear: async (name: string) => state.alarms.delete(name),
    clearAll: async () => state.alarms.clear(),
  },
  action: {
    onClicked: event("clicked"),
    async setBadgeText({ text, tabId }: { text: string | null; tabId?: number }) {
      if (tabId === undefined) state.badge = text ?? "";
      else say(tabId, { badge: text ?? "" });
    },
    setBadgeBackgroundColor: async () => undefined,
    setIcon: async ({ path }: { path: Record<number, string> }) => {
      state.icon = path;
    },
    setTitle: async ({ title, tabId }: { title: string; tabId?: number }) => say(tabId, { title }),
    setPopup: async ({ popup, tabId }: { popup: string; tabId?: number }) => say(tabId, { popup }),
    getUserSettings: async () => ({ isOnToolbar: state.isPinned }),
    openPopup: async () => {
      state.formsOpened += 1;
    },
  },
  commands: { onCommand: event("command"), getAll: async () => state.commands },
  contextMenus: {
    onClicked: event("menu"),
    create: (item: { id: string; title: string }) => void state.menus.push(item),
    removeAll: async () => {
      state.menus = [];
    },
  },
  tabs: {
    onUpdated: event("tab updated"),
    onActivated: event("tab activated"),
    onRemoved: event("tab removed"),
    get: async (id: number) => tab(id),
    query: async () => [...state.openTabs.keys()].map(tab),
    create: async ({ url }: { url: string }) => void state.tabs.push(url),
  },
  windows: {
    create: async ({ url }: { url: string }) => void state.windows.push(url),
  },
  permissions: {
    onAdded: event("access given"),
    onRemoved: event("access taken"),
    contains: async ({ origins }: { origins: string[] }) => origins.every((one) => state.access.has(one)),
    request: async (asked: unknown) => {
      state.permissionsAsked.push(asked);
      return state.allowsPermissions;
    },
    remove: async (given: { origins?: string[] }) => {
      state.permissionsRemoved.push(given);
      for (const one of given.origins ?? []) state.access.delete(one);
      return true;
    },
  },
  notifications: {
    create: async (_id: string, { message }: { message: string }) => void state.notified.push(message),
  },
};

function say(tabId: number | undefined, words: { badge?: string; title?: string; popup?: string }): void {
  const key = tabId ?? "all";
  state.buttons.set(key, { ...state.buttons.get(key), ...words });
}

function tab(id: number) {
  const url = state.openTabs.get(id);
  if (url === undefined) throw new Error(`No tab with id: ${id}`);
  return { id, url, windowId: 1, active: [...state.openTabs.keys()][0] === id };
}

interface Message {
  message: string;
  placeholders?: Record<string, { content: string }>;
}

/** The English words, as Chrome fills them. */
function getMessage(key: keyof typeof english, values: string[] = []): string {
  const { message, placeholders = {} }: Message = english[key];
  return message.replace(/\$(\w+)\$/g, (_whole, name: string) => {
    const index = Number(placeholders[name.toLowerCase()]?.content.slice(1) ?? 0);
    return values[index - 1] ?? "";
  });
}

function read(items: Map<string, string>, key: string): unknown {
  const text = items.get(key);
  return text === undefined ? undefined : JSON.parse(text);
}

/** Only storage.local's changes are listened to by anybody. */
function tell(items: Map<string, string>, changes: Changes): void {
  if (items !== state.items) return;
  for (const listener of state.listeners) listener(changes);
  for (const listener of state.areaListeners) listener(changes, "local");
}

function readAll(items: Map<string, string>, keys: string | null): Record<string, unknown> {
  const wanted = keys === null ? [...items.keys()] : [keys].filter((key) => items.has(key));
  return Object.fromEntries(wanted.map((key) => [key, read(items, key)]));
}

function write(items: Map<string, string>, values: Record<string, unknown>): void {
  if (state.writeError) throw state.writeError;
  for (const [key, value] of Object.entries(values)) {
    const oldValue = read(items, key);
    items.set(key, JSON.stringify(value));
    tell(items, { [key]: { oldValue, newValue: read(items, key) } });
  }
}

function erase(items: Map<string, string>, key: string): void {
  const oldValue = read(items, key);
  if (items.delete(key)) tell(items, { [key]: { oldValue } });
}
