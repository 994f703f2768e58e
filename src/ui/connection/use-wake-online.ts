import { useEffect } from "preact/hooks";
import { send } from "../../protocol/send.ts";

/** Lets the queue go on when the network is back: the worker hears no online event of its own. */
export function useWakeOnline(): void {
  useEffect(() => {
    const wake = () => void send("queue.wake", {}).catch(() => undefined);
    addEventListener("online", wake);
    return () => removeEventListener("online", wake);
  }, []);
}
