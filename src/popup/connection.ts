/** What the popup knows of the connection to Stardex; null while it is being asked. */
import { useEffect, useState } from "preact/hooks";
import type { Connection } from "../protocol/messages.ts";
import { send } from "../protocol/send.ts";

export function useConnection() {
  const [connection, setConnection] = useState<Connection | null>(null);
  const [gone, setGone] = useState(false);

  useEffect(() => {
    send("connection.get", {}).then(setConnection, () => setGone(true));
  }, []);

  return { connection, setConnection, gone };
}
