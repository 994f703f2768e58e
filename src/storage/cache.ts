/**
 * What Stardex answered, kept until the browser closes, so that it is asked once. Only ever a
 * convenience: storage that is full, closed or damaged makes a call more, never a failure.
 */
import browser from "webextension-polyfill";
import * as z from "zod/mini";

const indexSchema = z.catch(z.array(z.string()), []);

/** Values under the keys of one workspace, at most `capacity` of them, those written last. */
export function sessionCache<T>(name: string, schema: z.ZodMiniType<T>, capacity: number) {
  const keyOf = (workspace: string, key: string) => `cache:${name}:${workspace}:${key}`;
  const indexKey = `cache:${name}`;
  const asking = new Map<string, Promise<T>>();

  /** One change at a time: two interleaved ones would lose a key from the index, and never drop it. */
  function change(step: (keys: string[]) => Promise<void>): Promise<void> {
    return navigator.locks
      .request(`stardex-capture/${indexKey}`, async () => step(indexSchema.parse(await read(indexKey))))
      .catch((error: unknown) => console.warn(`The cache "${name}" was not written`, error));
  }

  /** Undefined when there is none that can be read. */
  async function get(workspace: string, key: string): Promise<T | undefined> {
    try {
      return schema.safeParse(await read(keyOf(workspace, key))).data;
    } catch {
      return undefined;
    }
  }

  /** Never rejects. */
  function set(workspace: string, key: string, value: T): Promise<void> {
    return change(async (keys) => {
      const written = keyOf(workspace, key);
      const all = [...keys.filter((known) => known !== written), written];
      const dropped = all.slice(0, -capacity);
      if (dropped.length > 0) await browser.storage.session.remove(dropped);
      await browser.storage.session.set({ [indexKey]: all.slice(-capacity), [written]: value });
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
      return shared(asking, keyOf(workspace, key), () => getOrAsk(workspace, key, ask));
    },

    /** Never rejects. */
    remove: (workspace: string, key: string): Promise<void> =>
      change(() => browser.storage.session.remove(keyOf(workspace, key))),
  };
}

/** One work at a time under each key: who comes while it goes on gets its result. */
export function shared<T>(
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

async function read(key: string): Promise<unknown> {
  return (await browser.storage.session.get(key))[key];
}
