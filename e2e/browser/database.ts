/** What the extension's database holds, read and written as one of its own pages could. */
import type { Page } from "playwright";
import type { SaveRecord } from "../../src/model/save.ts";

const NAME = "stardex-capture";

/** All saves, newest first, as they are stored. */
export async function storedSaves(page: Page): Promise<SaveRecord[]> {
  const rows = await readStore(page, "saves");
  return (rows as SaveRecord[]).sort((a, b) => b.order - a.order);
}

/** Everything in a store. Waits until the extension has made it. */
export async function readStore(page: Page, store: string): Promise<unknown[]> {
  return await page.evaluate(
    ([name, store]) =>
      new Promise<unknown[]>((resolve, reject) => {
        const opening = indexedDB.open(name);
        // Not ours to make: without this an empty database would stand in the extension's way.
        opening.onupgradeneeded = () => opening.transaction?.abort();
        opening.onerror = () => resolve([]);
        opening.onsuccess = () => {
          const reading = opening.result.transaction(store).objectStore(store).getAll();
          reading.onerror = () => reject(reading.error);
          reading.onsuccess = () => {
            opening.result.close();
            resolve(reading.result);
          };
        };
      }),
    [NAME, store] as const,
  );
}

/** Writes the rows in one transaction, whatever they are. The extension has opened its database before. */
export async function putRows(page: Page, store: string, rows: readonly unknown[]): Promise<void> {
  await page.evaluate(
    ([name, store, rows]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const transaction = opening.result.transaction(store, "readwrite");
          for (const row of rows) transaction.objectStore(store).put(row);
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
          transaction.onabort = () => reject(transaction.error);
        };
      }),
    [NAME, store, rows] as const,
  );
}
