/** The reading of the tab the popup was opened on, looked at again by itself while LinkedIn loads. */
import { useEffect, useState } from "preact/hooks";
import browser from "webextension-polyfill";
import { readTab, type TabReading } from "../capture/read-tab.ts";

// Loaded while the page is being read, not before.
const schema = import("../capture/reading-schema.ts");

/** Each look waits up to 3 s inside the page, so this is about nine seconds before a button is offered. */
const LOOKS_BY_ITSELF = 3;

/** Reads the active tab of this window; never rejects. */
export async function startReading(): Promise<TabReading> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return { result: "unreachable_page" };
  return readTab(tab.id, tab.url, schema);
}

/** `null`: not yet known. `retrying`: the page was still loading and is being looked at again. */
export function useTabReading(firstReading: Promise<TabReading>) {
  const [reading, setReading] = useState<TabReading | null>(null);
  const [looks, setLooks] = useState(1);
  const retrying = reading?.result === "still_loading" && looks < LOOKS_BY_ITSELF;

  useEffect(() => {
    void firstReading.then(setReading);
  }, [firstReading]);

  useEffect(() => {
    if (!retrying) return;
    void startReading().then((next) => {
      setLooks(looks + 1);
      setReading(next);
    });
  }, [retrying, looks]);

  function lookAgain() {
    setReading(null);
    setLooks(1);
    void startReading().then(setReading);
  }

  return { reading, retrying, lookAgain };
}
