/** What the last press on the button, the shortcut or a menu came to in this tab, for the popup opened after it. */
import { useEffect, useState } from "preact/hooks";
import browser from "webextension-polyfill";
import type { SaveRecord } from "../model/save.ts";
import { send } from "../protocol/send.ts";
import { followSave } from "../storage/saves.ts";
import { placeOf, type SaveView, type TabView, tabState } from "../worker/entry/tab-state.ts";

/** Null when there is none, or when the tab has gone elsewhere since. Never rejects. */
async function lastPress(): Promise<TabView | null> {
  try {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    const state = tab?.id === undefined ? null : await tabState(tab.id);
    return state && state.place === placeOf(tab?.url ?? "") ? state.view : null;
  } catch {
    return null;
  }
}

/** Undefined until it is known, which takes no answer of the worker. */
export function usePress() {
  const [view, setView] = useState<TabView | null | undefined>(undefined);
  const [isUndone, setUndone] = useState(false);

  useEffect(() => {
    void lastPress().then(setView);
  }, []);

  function settle(undone: boolean) {
    setUndone(undone);
    setView(null);
  }

  return { view, isUndone, settle };
}

/** Seconds until the save is sent. `onOver`: it is too late to take it back, or somebody else has. */
export function useGrace(view: SaveView, onOver: () => void): number {
  const [now, setNow] = useState(Date.now());
  const left = Math.ceil(((view.sentAt ?? 0) - now) / 1000);

  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 250);
    const look = (record: SaveRecord | null) => {
      if (record?.state !== "waiting" || record.attempts > 0) onOver();
    };
    const stop = followSave(view.saveId, look);
    return () => {
      clearInterval(timer);
      stop();
    };
  }, [view.saveId]);

  useEffect(() => {
    if (left <= 0) onOver();
  }, [left <= 0]);

  return left;
}

/** False when it was too late, or the worker did not answer: what became of the save is seen in the form. */
export async function undo(saveId: string): Promise<boolean> {
  return await send("save.undo", { id: saveId }).then(
    ({ ok }) => ok,
    () => false,
  );
}
