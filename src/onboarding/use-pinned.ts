import { useEffect, useState } from "preact/hooks";
import browser from "webextension-polyfill";

/** Chrome tells of the pin by an event since 130 only. */
const EVERY = 1_000;

/** Whether the button is pinned to the toolbar; null where the browser does not tell. */
export function usePinned(): boolean | null {
  const [pinned, setPinned] = useState<boolean | null>(null);
  useEffect(() => {
    const look = async () => setPinned((await userSettings()).isOnToolbar ?? null);
    void look();
    const timer = setInterval(look, EVERY);
    return () => clearInterval(timer);
  }, []);
  return pinned;
}

async function userSettings(): Promise<{ isOnToolbar?: boolean }> {
  const action: { getUserSettings?: () => Promise<{ isOnToolbar?: boolean }> } = browser.action;
  return (await action.getUserSettings?.()) ?? {};
}
