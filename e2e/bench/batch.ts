/// <reference types="chrome" />
import type { Page } from "playwright";
import { ask } from "../browser/ask.ts";
import { launch } from "../browser/launch.ts";
import { draftOf } from "../browser/saves.ts";
import { words } from "../browser/words.ts";
import { type Sandbox, startSandbox } from "../sandbox/start-sandbox.ts";
import { type Row, sampled } from "./row.ts";

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
  // The page asks before rows are thrown away.
  page.on("dialog", (dialog) => void dialog.accept());
  const times = { many: newTimes(), few: newTimes() };
  await measure(page, sandbox, FEW, newTimes());
  for (let n = 0; n < Math.min(samples, SAMPLES); n++) {
    await measure(page, sandbox, FEW, times.few);
    await measure(page, sandbox, MANY, times.many);
  }
  await app.close();
  await sandbox.close();
  const total = times.many.table.map((ms) => ms * MANY);
  return [
    sampled({ part: "Many", what: "1,000 pasted rows, from the click to the table", unit: "ms" }, total),
    row("reading and showing, time a row, 1,000 against 100", "table", times),
    row("accepting a batch, time a row, 1,000 against 100", "accept", times),
    row("sending the first 100 of a batch, time a row, 1,000 against 100", "drain", times),
    row("memory of the page with the table, bytes a row, 1,000 against 100", "memory", times, "bytes"),
  ];
}

type Times = Record<"table" | "accept" | "drain" | "memory", number[]>;

function newTimes(): Times {
  return { table: [], accept: [], drain: [], memory: [] };
}

function row(
  what: string,
  part: keyof Times,
  { many, few }: { many: Times; few: Times },
  unit: Row["unit"] = "ms",
): Row {
  return sampled({ part: "Many", what, unit }, many[part], { against: few[part], bar: { atMost: 1.2 } });
}

let person = 0;

/** Each figure is that of one row. */
async function measure(page: Page, sandbox: Sandbox, count: number, times: Times): Promise<void> {
  const slugs = Array.from({ length: count }, () => `many-${++person}`);
  const text = slugs.map((slug) => `Person ${slug}\tCFO\tAcme\tlinkedin.com/in/${slug}`).join("\n");
  await page.reload();
  await page.locator("textarea").fill(text);
  const empty = await heapOf(page);
  times.table.push((await tableTime(page)) / count);
  times.memory.push(((await heapOf(page)) - empty) / count);

  const drafts = slugs.map((slug) => draftOf(slug, { jobs: [], accepted: [] }));
  const before = sandbox.log.of("POST", "/v1/persons").length;
  const start = performance.now();
  const answer = await ask(page, "batch.start", { name: null, workspace: null, drafts });
  if (!answer.ok) throw new Error(`Not accepted: ${answer.problem.kind}`);
  const accepted = performance.now();
  times.accept.push((accepted - start) / count);
  // As many of each: beyond the real rate the limiter's own count of a minute's calls would grow with the batch.
  while (sandbox.log.of("POST", "/v1/persons").length < before + FEW)
    await new Promise((resolve) => setTimeout(resolve, 20));
  times.drain.push((performance.now() - accepted) / FEW);
  await ask(page, "batch.change", { id: answer.id, to: "stopped" });
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
