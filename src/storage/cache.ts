/**
 * What Stardex answered, kept for minutes at most, so that it is asked once. Only ever a convenience:
 * storage that is full, closed or damaged makes a call more, never a failure.
 */
import browser from "webextension-polyfill";
import * as z from "zod/mini";

/** Keys of one cache, oldest first, each with the length of its value as JSON. */
const indexSchema = z.catch(z.array(z.tuple([z.string(), z.number()])), []);
type Index = z.infer<typeof indexSchema>;

const PREFIX = "cache:";

interface Limits<T> {
  /** Values at most: those written last stay. */
  capacity: number;
  /** Of all values together, in characters of JSON. One value takes a quarter at most. */
  size: number;
  /** Ms a value holds. */
  maxAge: number | ((value: T) => number);
}

/** Values under the keys of one workspace. */
export function sessionCache<T>(name: string, schema: z.ZodMiniType<T>, limits: Limits<T>) {
  const { capacity, size, maxAge } = limits;
  const storedSchema = z.object({ at: z.number(), value: schema });
  const keyOf = (workspace: string, key: string) => `${PREFIX}${name}:${workspace}:${key}`;
  const indexKey = PREFIX + name;
  const asking = new Map<string, Promise<T>>();

  /** One change at a time: two interleaved ones would lose a key from the index, and never drop it. */
  function change(step: (index: Index) => Promise<void>): Promise<void> {
    return navigator.locks
      .request(`stardex-capture/${indexKey}`, async () => step(indexSchema.parse(await read(indexKey))))
      .catch((error: unknown) => console.warn(`The cache "${name}" was not written`, error));
  }

  /** Undefined when there is none that can be read and is young enough. */
  async function get(workspace: string, key: string): Promise<T | undefined> {
    try {
      const { data } = storedSchema.safeParse(await read(keyOf(workspace, key)));
      if (!data) return undefined;
      const longest = typeof maxAge === "number" ? maxAge : maxAge(data.value);
      // After a clock was set back an age would be negative, and last for ever.
      return data.at <= Date.now() && Date.now() - data.at < longest ? data.value : undefined;
    } catch {
      return undefined;
    }
  }

  /** Never rejects. */
  function set(workspace: string, key: string, value: T): Promise<void> {
    const written = keyOf(workspace, key);
    const length = JSON.stringify(value).length;
    return change(async (index) => {
      const others = index.filter(([known]) => known !== written);
      const isKept = length <= size / 4;
      const kept = withinLimits(isKept ? [...others, [written, length]] : others, capacity, size);
      const dropped = index.filter(([known]) => kept.every(([one]) => one !== known)).map(([known]) => known);
      if (dropped.length > 0) await browser.storage.session.remove(dropped);
      await browser.storage.session.set({
        [indexKey]: kept,
        ...(isKept && { [written]: { at: Date.now(), value } }),
      });
    });
  }

  async function getOrAsk(workspace: string, key: string, ask: () => Promise<T>): Promise<T> {
    const cached = await get(workspace, key);
    if (cached !== undefined) return cached;
    const value = await ask();
    await set(workspace, key, value);
    return value;
  }

  return {
    get,
    set,

    /** The value kept, else what `ask` answers, kept from then on; who asks meanwhile shares the answer. */
    getOr(workspace: string, key: string, ask: () => Promise<T>): Promise<T> {
      return shareWork(asking, keyOf(workspace, key), () => getOrAsk(workspace, key, ask));
    },

    /** Never rejects. */
    remove: (workspace: string, key: string): Promise<void> =>
      change(async (index) => {
        const removed = keyOf(workspace, key);
        await browser.storage.session.remove(removed);
        await browser.storage.session.set({ [indexKey]: index.filter(([known]) => known !== removed) });
      }),
  };
}

/** Makes room for what must be stored: all that Stardex can be asked for again goes. */
export async function dropCaches(): Promise<void> {
  const stored = await browser.storage.session.get(null);
  await browser.storage.session.remove(Object.keys(stored).filter((key) => key.startsWith(PREFIX)));
}

/** One work at a time under each key: who comes while it goes on gets its result. */
export function shareWork<T>(
  underway: Map<string, Promise<T>>,
  key: string,
  work: () => Promise<T>,
): Promise<T> {
  const present = underway.get(key);
  if (present) return present;
  const started = work().finally(() => underway.delete(key));
  underway.set(key, started);
  return started;
}

/** The newest, as many as fit. */
function withinLimits(index: Index, capacity: number, size: number): Index {
  let room = size;
  const kept: Index = [];
  for (const entry of index.toReversed()) {
    room -= entry[1];
    if (room < 0 || kept.length === capacity) break;
    kept.unshift(entry);
  }
  return kept;
}

async function read(key: string): Promise<unknown> {
  return (await browser.storage.session.get(key))[key];
}
