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
  let last: Promise<unknown> = Promise.resolve();

  /** One change at a time: two interleaved ones would lose a key from the index, and never drop it. */
  function change(step: (keys: string[]) => Promise<void>): Promise<void> {
    const turn = last.then(async () => step(indexSchema.parse(await read(indexKey))));
    last = turn.catch(() => undefined);
    return turn.catch((error: unknown) => console.warn(`The cache "${name}" was not written`, error));
  }

  return {
    /** Undefined when there is none that can be read. */
    async get(workspace: string, key: string): Promise<T | undefined> {
      try {
        return schema.safeParse(await read(keyOf(workspace, key))).data;
      } catch {
        return undefined;
      }
    },

    /** Never rejects. */
    set: (workspace: string, key: string, value: T): Promise<void> =>
      change(async (keys) => {
        const written = keyOf(workspace, key);
        const all = [...keys.filter((known) => known !== written), written];
        const dropped = all.slice(0, -capacity);
        if (dropped.length > 0) await browser.storage.session.remove(dropped);
        await browser.storage.session.set({ [indexKey]: all.slice(-capacity), [written]: value });
      }),

    /** Never rejects. */
    remove: (workspace: string, key: string): Promise<void> =>
      change(() => browser.storage.session.remove(keyOf(workspace, key))),
  };
}

async function read(key: string): Promise<unknown> {
  return (await browser.storage.session.get(key))[key];
}
