/**
 * A small in-memory extension browser for the tests of this folder: storage that copies what it is given, as
 * the real one does, alarms that are only written down, and one messaging channel. Use it with
 * `vi.mock("webextension-polyfill", () => import("./test-browser.ts"))`; `testBrowser` is its other side.
 */
type Changes = Record<string, { oldValue?: unknown; newValue?: unknown }>;
type ChangeListener = (changes: Changes) => void;

const state = {
  items: new Map<string, string>(),
  alarms: new Map<string, { when: number; periodInMinutes?: number }>(),
  badge: "",
  accessLevel: "",
  listeners: new Set<ChangeListener>(),
  /** Set to make every write fail, as a full or closed storage does. */
  writeError: undefined as Error | undefined,
  sendMessage: async (_message: unknown): Promise<unknown> => undefined,
};

export const testBrowser = {
  ...accessors(),
  reset(): void {
    state.items.clear();
    state.alarms.clear();
    state.listeners.clear();
    state.badge = "";
    state.accessLevel = "";
    state.writeError = undefined;
  },
};

function accessors() {
  return {
    state,
    item: (key: string): unknown => read(key),
    put: (key: string, value: unknown): void => void state.items.set(key, JSON.stringify(value)),
  };
}

const local = {
  async get(keys: string | null): Promise<Record<string, unknown>> {
    const wanted = keys === null ? [...state.items.keys()] : [keys].filter((key) => state.items.has(key));
    return Object.fromEntries(wanted.map((key) => [key, read(key)]));
  },
  async set(values: Record<string, unknown>): Promise<void> {
    if (state.writeError) throw state.writeError;
    for (const [key, value] of Object.entries(values)) {
      const change = { oldValue: read(key), newValue: JSON.parse(JSON.stringify(value)) };
      state.items.set(key, JSON.stringify(value));
      tell({ [key]: change });
    }
  },
  async remove(key: string): Promise<void> {
    const oldValue = read(key);
    if (state.items.delete(key)) tell({ [key]: { oldValue } });
  },
  async setAccessLevel({ accessLevel }: { accessLevel: string }): Promise<void> {
    state.accessLevel = accessLevel;
  },
  onChanged: {
    addListener: (listener: ChangeListener) => void state.listeners.add(listener),
    removeListener: (listener: ChangeListener) => void state.listeners.delete(listener),
  },
};

export default {
  runtime: {
    id: "abcdefghijklmnop",
    getURL: (path: string) => `chrome-extension://abcdefghijklmnop/${path}`,
    sendMessage: (message: unknown) => state.sendMessage(message),
  },
  storage: { local },
  alarms: {
    create: async (name: string, alarm: { when: number; periodInMinutes?: number }) =>
      void state.alarms.set(name, alarm),
    clear: async (name: string) => state.alarms.delete(name),
  },
  action: {
    setBadgeText: async ({ text }: { text: string }) => {
      state.badge = text;
    },
  },
};

function read(key: string): unknown {
  const text = state.items.get(key);
  return text === undefined ? undefined : JSON.parse(text);
}

function tell(changes: Changes): void {
  for (const listener of state.listeners) listener(changes);
}
