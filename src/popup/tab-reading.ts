/** The reading of the tab the popup was opened on, looked at again by itself while something is missing in it. */
import { useEffect, useState } from "preact/hooks";
import browser from "webextension-polyfill";
import { readTab, rereadTab, scrollToExperience, type TabReading } from "../capture/read-tab.ts";
import { canonicalUrl, readAddress, slugOf } from "../linkedin/profile-url.ts";

// Loaded while the page is being read, not before.
const schema = import("../capture/reading-schema.ts");

/** Each look waits up to 3 s inside the page, so this is about nine seconds before a button is offered. */
const LOOKS_BY_ITSELF = 3;
/** Ms between two looks at a page that may still fill something in. */
const LOOK_AGAIN_EVERY = 1000;

/** Ms of a reading after which nobody waits for it: the form is there to type in. */
const READING_IS_LONG = 1000;

/** Reads the active tab of this window; never rejects. */
export async function startReading(): Promise<TabReading> {
  const tab = await activeTab();
  if (tab?.id === undefined) return { result: "unreachable_page" };
  return readTab(tab.id, tab.url, schema);
}

/** The tab the popup was opened on. */
export async function activeTab() {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab;
}

/** Only at the click of the button that says so. */
export async function goToExperience(): Promise<void> {
  const tab = await activeTab();
  if (tab?.id !== undefined) await scrollToExperience(tab.id);
}

/** The profile in the tab by its address alone; null where that names nobody. */
async function activeProfile(): Promise<string | null> {
  const slug = slugOf(readAddress((await activeTab())?.url ?? ""));
  return slug === null ? null : canonicalUrl(slug);
}

/**
 * `first` is under way already; without it the page is read once `isConnected`. In the answer: `reading`, null until
 * it is known; `profileUrl`, whose form can be filled in by hand once the reading takes long; `retrying`, the page
 * was not ready and is being looked at again.
 */
export function useTabReading(first: Promise<TabReading> | null, isConnected: boolean) {
  const [reading, setReading] = useState<TabReading | null>(null);
  const [profileUrl, setProfileUrl] = useState<string | null>(null);
  const [looks, setLooks] = useState(1);
  const [isFormWaiting, setFormWaiting] = useState(false);
  const isStarted = first !== null || isConnected;
  const isNotReady = reading?.result === "still_loading" || reading?.result === "page_busy";
  const retrying = isNotReady && looks < LOOKS_BY_ITSELF;
  const isWaiting = reading !== null && !retrying && (isFormWaiting || reading.result === "address_hidden");
  const isPending = isStarted && reading === null;

  useEffect(() => {
    if (isStarted) void (first ?? startReading()).then(setReading);
  }, [isStarted]);

  useEffect(() => {
    if (!isPending) return;
    const timer = setTimeout(() => void activeProfile().then(setProfileUrl), READING_IS_LONG);
    return () => clearTimeout(timer);
  }, [isPending]);

  useEffect(() => {
    if (!retrying) return;
    void startReading().then((next) => {
      setLooks(looks + 1);
      setReading(next);
    });
  }, [retrying, looks]);

  useEffect(() => {
    if (!isWaiting) return;
    return lookEverySecond((next) => setReading((now) => (isNews(now, next) ? next : now)));
  }, [isWaiting]);

  function lookAgain() {
    setReading(null);
    setProfileUrl(null);
    setLooks(1);
    void startReading().then(setReading);
  }

  return { reading, profileUrl, retrying, lookAgain, setFormWaiting };
}

/** A page that has gone on to somebody else leaves the form as it is. */
function isNews(now: TabReading | null, next: TabReading): boolean {
  if (next.result !== "profile" || JSON.stringify(next) === JSON.stringify(now)) return false;
  return now?.result !== "profile" || now.linkedinUrl === next.linkedinUrl;
}

/** Returns how to stop. */
function lookEverySecond(onReading: (reading: TabReading) => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  let isStopped = false;
  async function look() {
    const tab = await activeTab();
    const reading = tab?.id === undefined ? null : await rereadTab(tab.id, schema);
    if (isStopped) return;
    if (reading) onReading(reading);
    timer = setTimeout(() => void look(), LOOK_AGAIN_EVERY);
  }
  timer = setTimeout(() => void look(), LOOK_AGAIN_EVERY);
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}
