import { useEffect, useState } from "preact/hooks";
import browser, { type Storage } from "webextension-polyfill";
import type { Connection } from "../protocol/messages.ts";
import { send } from "../protocol/send.ts";

/**
 * What may be known of the connection, live; null until it is there. Stardex can refuse the key, or an
 * administrator set another, while the page is open. `isGone`: the worker did not answer.
 */
export function useLiveConnection() {
  const [connection, setConnection] = useState<Connection | null>(null);
  const [isGone, setGone] = useState(false);

  useEffect(() => {
    const refresh = () => void send("connection.get", {}).then(setConnection, () => setGone(true));
    const listener = (changes: Record<string, Storage.StorageChange>, area: string) => {
      if (area === "managed" || "connection" in changes || "managed-key" in changes) refresh();
    };
    browser.storage.onChanged.addListener(listener);
    refresh();
    return () => browser.storage.onChanged.removeListener(listener);
  }, []);

  return { connection, setConnection, isGone };
}
