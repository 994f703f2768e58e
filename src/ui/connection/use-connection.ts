import { useEffect, useState } from "preact/hooks";
import browser from "webextension-polyfill";
import type { Connection } from "../../protocol/messages.ts";
import { send } from "../../protocol/send.ts";
import { watchChanges } from "../../storage/changes.ts";
import { rememberConnected } from "./known-connection.ts";

/**
 * What a page may know of the connection to Stardex, live; null until it is there. Stardex can refuse the
 * key, or an administrator set another, while the page is open. `isGone`: the worker did not answer.
 */
export function useConnection() {
  const [connection, setConnection] = useState<Connection | null>(null);
  const [isGone, setGone] = useState(false);

  useEffect(() => {
    if (connection) rememberConnected(connection.state === "connected");
  }, [connection]);

  useEffect(() => {
    const refresh = () => void send("connection.get", {}).then(setConnection, () => setGone(true));
    const ofPolicy = (_changes: unknown, area: string) => {
      if (area === "managed") refresh();
    };
    browser.storage.onChanged.addListener(ofPolicy);
    const stop = watchChanges(({ kind }) => {
      if (kind === "connection" || kind === "everything_forgotten") refresh();
    });
    refresh();
    return () => {
      browser.storage.onChanged.removeListener(ofPolicy);
      stop();
    };
  }, []);

  return { connection, setConnection, isGone };
}
