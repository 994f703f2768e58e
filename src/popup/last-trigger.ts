/** What the last click on the button, shortcut or menu item came to in this tab, for the popup opened after it. */
import { useEffect, useState } from "preact/hooks";
import browser from "webextension-polyfill";
import { send } from "../protocol/send.ts";
import { followSave } from "../storage/saves.ts";
import { placeOf, type TabView, tabState } from "../storage/tab-state.ts";

/** Null when there is none, or when the tab has gone elsewhere since. Never rejects. */
async function readLastTrigger(): Promise<TabView | null> {
  try {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    const state = tab?.id === undefined ? null : await tabState(tab.id);
    return state && state.place === placeOf(tab?.url ?? "") ? state.view : null;
  } catch {
    return null;
  }
}

/** Undefined until it is known, which takes no answer of the worker. */
export function useLastTrigger() {
  const [view, setView] = useState<TabView | null | undefined>(undefined);
  const [isUndone, setUndone] = useState(false);

  useEffect(() => {
    void readLastTrigger().then(setView);
  }, []);

  function settle(undone: boolean) {
    setUndone(undone);
    setView(null);
  }

  return { view, isUndone, settle };
}

/** Ms; each hold lasts five seconds. */
const HOLD_EVERY = 2000;

/** As long as the offer is in view nothing is sent. `onOver`: it is too late to take it back, or somebody else has. */
export function useHold(saveId: string, onOver: () => void): void {
  useEffect(() => {
    const hold = () => void send("save.hold", { id: saveId }).catch(() => undefined);
    hold();
    const timer = setInterval(hold, HOLD_EVERY);
    const stop = followSave(saveId, (record) => {
      if (record?.state !== "waiting" || record.attempts > 0) onOver();
    });
    return () => {
      clearInterval(timer);
      stop();
    };
  }, [saveId]);
}

/** Sends it without waiting for the rest of the grace. What becomes of it is said on the button. */
export async function sendNow(saveId: string): Promise<void> {
  await send("save.retry", { id: saveId }).catch(() => undefined);
}

/** False when it was too late, or the worker did not answer: what became of the save is seen in the form. */
export async function undo(saveId: string): Promise<boolean> {
  return await send("save.undo", { id: saveId }).then(
    ({ ok }) => ok,
    () => false,
  );
}
