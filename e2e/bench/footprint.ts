import type { CDPSession, Page } from "playwright";
import { launch, type TestBrowser } from "../browser/launch.ts";
import { startSandbox } from "../sandbox/start-sandbox.ts";
import { extensionAt, formFilledAt, openPopup } from "./popups.ts";
import { largestProfile, serve } from "./profile-pages.ts";
import { type Bar, counted, type Row } from "./row.ts";
import { workerHeap } from "./worker-heap.ts";

const PART = "Footprint";
const CAPTURES = 200;
/** What one capture leaves for good (the function in the isolated world, compiled code) is there by then. */
const SETTLED = 20;
const REPEATED = CAPTURES - SETTLED;
/** Bytes a capture: a collected heap differs from itself by some, a copy of the script that stayed by far more. */
const NOISE = 1_000;

interface Weight {
  listeners: number;
  nodes: number;
  heap: number;
}

/** What runs in LinkedIn before a click, and what 200 captures in one tab leave there and in the worker. */
export async function footprintRows(): Promise<Row[]> {
  const sandbox = await startSandbox({ rateLimit: { limit: 100_000 } });
  const app = await launch({ sandbox });
  await app.connect();
  const profile = largestProfile();
  serve(sandbox, profile);
  const page = await app.context.newPage();
  const session = await page.context().newCDPSession(page);
  const ours = bytesOfOurs(session, app.extensionId());
  await session.send("Debugger.enable");
  await page.goto(profile.url);
  const beforeClick = ours();
  await session.send("Debugger.disable");

  const untouched = await weigh(session);
  await capture(page, SETTLED);
  const [settled, settledWorker] = [await weigh(session), await workerHeap(app)];
  await capture(page, REPEATED);
  const [after, afterWorker] = [await weigh(session), await workerHeap(app)];
  const stored = await storedItems(app);
  await app.close();
  await sandbox.close();
  return [
    row("our script in LinkedIn before a click", "bytes", beforeClick, { atMost: 0 }),
    row(`page listeners after ${CAPTURES} captures`, "count", after.listeners - untouched.listeners, {
      atMost: 0,
    }),
    row(`DOM nodes after ${CAPTURES} captures`, "count", after.nodes - untouched.nodes, { atMost: 0 }),
    row(`page heap, by the first ${SETTLED} captures`, "bytes", settled.heap - untouched.heap),
    row("page heap, by each capture after", "bytes", (after.heap - settled.heap) / REPEATED, {
      atMost: NOISE,
    }),
    row("worker heap, by each popup", "bytes", (afterWorker - settledWorker) / REPEATED, { atMost: NOISE }),
    row(`items stored by ${CAPTURES} popups without a save`, "count", stored),
  ];
}

function row(what: string, unit: Row["unit"], value: number, bar?: Bar): Row {
  return counted({ part: PART, what, unit }, Math.round(value), bar);
}

/** Bytes of script with an address of the extension, or in a world of it, that the page has parsed so far. */
function bytesOfOurs(session: CDPSession, extensionId: string): () => number {
  let bytes = 0;
  session.on("Debugger.scriptParsed", ({ url, length = 0, executionContextAuxData }) => {
    const world = JSON.stringify(executionContextAuxData ?? {});
    if (url.includes(extensionId) || world.includes('"isolated"')) bytes += length;
  });
  return () => bytes;
}

async function capture(page: Page, times: number): Promise<void> {
  const ours = extensionAt("dist");
  for (let n = 0; n < times; n++) {
    const popup = await openPopup(page, ours);
    await formFilledAt(popup);
    await popup.close();
  }
}

async function weigh(session: CDPSession): Promise<Weight> {
  await session.send("HeapProfiler.collectGarbage");
  await session.send("HeapProfiler.collectGarbage");
  const { nodes, jsEventListeners } = await session.send("Memory.getDOMCounters");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  return { nodes, listeners: jsEventListeners, heap: usedSize };
}

async function storedItems(app: TestBrowser): Promise<number> {
  const options = await app.openOptions();
  const count = await options.evaluate(async () => Object.keys(await chrome.storage.local.get(null)).length);
  await options.close();
  return count;
}
