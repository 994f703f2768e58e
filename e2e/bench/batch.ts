/// <reference types="chrome" />
import type { Page } from "playwright";
import { ask } from "../browser/ask.ts";
import { readStore } from "../browser/database.ts";
import { launch, type TestBrowser } from "../browser/launch.ts";
import { draftOf } from "../browser/saves.ts";
import { words } from "../browser/words.ts";
import { type Sandbox, startSandbox } from "../sandbox/start-sandbox.ts";
import { type Row, sampled } from "./row.ts";
import { workerHeap } from "./worker-heap.ts";

const MANY = 1_000;
const FEW = 100;
/** A batch of a thousand is not made forty times. */
const SAMPLES = 5;

/** What a thousand people at once cost, a row, against a hundred. */
export async function batchRows(samples: number): Promise<Row[]> {
  const sandbox = await startSandbox({ rateLimit: { limit: 1_000_000 } });
  const app = await launch({ sandbox });
  await app.connect();
  const page = await app.openOptions("many");
  const times = { many: newTimes(), few: newTimes() };
  const world = { app, sandbox, page };
  await measure(world, FEW, newTimes());
  for (let n = 0; n < Math.min(samples, SAMPLES); n++) {
    await measure(world, FEW, times.few);
    // Sent to its end once: that takes minutes.
    await measure(world, MANY, times.many, n === 0);
  }
  await app.close();
  await sandbox.close();
  const total = times.many.table.map((ms) => ms * MANY);
  return [
    sampled({ part: "Many", what: "1,000 pasted rows, from the click to the table", unit: "ms" }, total),
    row("reading and showing, time a row, 1,000 against 100", "table", times),
    row("accepting a batch, time a row, 1,000 against 100", "accept", times),
    row("sending the first 100 of a batch, time a row, 1,000 against 100", "drain", times),
    row("sending all of a batch, time a row, 1,000 against 100", "whole", times),
    row("memory of the page with the table, bytes a row, 1,000 against 100", "memory", times, "bytes"),
    row("memory of the worker that sends, bytes a row, 1,000 against 100", "worker", times, "bytes"),
  ];
}

type Times = Record<"table" | "accept" | "drain" | "whole" | "memory" | "worker", number[]>;

function newTimes(): Times {
  return { table: [], accept: [], drain: [], whole: [], memory: [], worker: [] };
}

function row(
  what: string,
  part: keyof Times,
  { many, few }: { many: Times; few: Times },
  unit: Row["unit"] = "ms",
): Row {
  return sampled({ part: "Many", what, unit }, many[part], { against: few[part], bar: { atMost: 1.2 } });
}

interface World {
  app: TestBrowser;
  sandbox: Sandbox;
  page: Page;
}

let person = 0;

/** Each figure is that of one row. */
async function measure(
  { app, sandbox, page }: World,
  count: number,
  times: Times,
  isWhole = count === FEW,
): Promise<void> {
  const slugs = Array.from({ length: count }, () => `many-${++person}`);
  const text = slugs.map((slug) => `Person ${slug}\tCFO\tAcme\tlinkedin.com/in/${slug}`).join("\n");
  await page.reload();
  await page.locator(".add-many textarea").fill(text);
  const empty = await heapOf(page);
  times.table.push((await tableTime(page)) / count);
  times.memory.push(((await heapOf(page)) - empty) / count);

  const drafts = slugs.map((slug) => draftOf(slug, { jobs: [], accepted: [] }));
  const heap = await workerHeap(app);
  const before = sandbox.log.of("POST", "/v1/persons").length;
  const sent = async (rows: number) => {
    for (let n = 0; sandbox.log.of("POST", "/v1/persons").length < before + rows; n++) {
      if (n % 50 === 0) await forgetCalls(page);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const start = performance.now();
  const answer = await ask(page, "batch.start", { name: null, workspace: null, drafts });
  if (!answer.ok) throw new Error(`Not accepted: ${answer.problem.kind}`);
  const accepted = performance.now();
  times.accept.push((accepted - start) / count);
  await sent(FEW);
  times.drain.push((performance.now() - accepted) / FEW);
  times.worker.push(((await workerHeap(app)) - heap) / count);
  if (isWhole) {
    await sent(count);
    times.whole.push((performance.now() - accepted) / count);
  }
  await ask(page, "batch.change", { id: answer.id, to: "stopped" });
  await startOver(page);
}

/** Without the real limit of 60 a minute the limiter's own list of calls would grow, and each call write it. */
async function forgetCalls(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const stored = Object.entries(await chrome.storage.local.get<Record<string, object>>(null));
    const rates = stored.filter(([key]) => key.startsWith("rate:"));
    const emptied = rates.map(([key, rate]) => [key, { ...rate, calls: [], queueCalls: [] }]);
    await chrome.storage.local.set(Object.fromEntries(emptied));
  });
}

/** What was pasted is kept over a reload. */
async function startOver(page: Page): Promise<void> {
  const again = page.getByRole("button", { name: words("add_many_again") });
  await again.click();
  await again.click();
  const isKept = async () =>
    ((await readStore(page, "tables")) as { name: string }[]).some(({ name }) => name === "paste");
  while (await isKept()) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** Ms from the click on Read to the frame that shows the table. */
async function tableTime(page: Page): Promise<number> {
  const name = words("add_many_read");
  return await page.evaluate(async (name) => {
    const button = [...document.querySelectorAll("button")].find((one) => one.textContent === name);
    const start = performance.now();
    button?.click();
    while (!document.querySelector(".people-table tbody input"))
      await new Promise((resolve) => requestAnimationFrame(resolve));
    return performance.now() - start;
  }, name);
}

async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  await session.detach();
  return usedSize;
}
