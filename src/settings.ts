/** Typed, versioned items of storage.local: parsed at every read, whoever wrote them. */
import browser, { type Storage } from "webextension-polyfill";
import type * as z from "zod/mini";

/** What is stored does not fit the schema: an older or newer format, or damage. Its owner decides what to do. */
export class StoredValueError extends Error {
  override readonly name = "StoredValueError";

  constructor(readonly key: string) {
    super(`The stored item "${key}" cannot be read`);
  }
}

/**
 * The item under `key`; `fallback` when there is none. The schema holds `version`, so that a changed
 * format is a StoredValueError and not a misread.
 */
export function storageItem<T extends { version: number }, F extends T | null>(
  key: string,
  schema: z.ZodMiniType<T>,
  fallback: F,
) {
  const parse = (stored: unknown): T | F => {
    if (stored === undefined) return fallback;
    const result = schema.safeParse(stored);
    if (!result.success) throw new StoredValueError(key);
    return result.data;
  };
  return {
    async get(): Promise<T | F> {
      return parse((await browser.storage.local.get(key))[key]);
    },
    async set(value: T): Promise<void> {
      await browser.storage.local.set({ [key]: value });
    },
    async remove(): Promise<void> {
      await browser.storage.local.remove(key);
    },
    /** Calls back with every new value until the returned function is called; unreadable ones are passed over. */
    watch(callback: (value: T | F) => void): () => void {
      const listener = (changes: Record<string, Storage.StorageChange>) => {
        const change = changes[key];
        if (!change) return;
        const { success, data } = schema.safeParse(change.newValue);
        if (success) callback(data);
        else if (change.newValue === undefined) callback(fallback);
      };
      browser.storage.local.onChanged.addListener(listener);
      return () => browser.storage.local.onChanged.removeListener(listener);
    },
  };
}
