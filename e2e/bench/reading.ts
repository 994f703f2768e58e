import { readFileSync } from "node:fs";
import { relative, sep } from "node:path";
import type { CDPSession, Page } from "playwright";
import { launch, type TestBrowser } from "../browser/launch.ts";
import { startSandbox } from "../sandbox/start-sandbox.ts";
import { extensionAt, formFilledAt, openPopup } from "./popups.ts";
import { allPages, type BenchPage, largestProfile, serve } from "./profile-pages.ts";
import { quantile, type Row, sampled } from "./row.ts";
import { INJECTED } from "./sizes.ts";

const PART = "Reading";
/** A look that is not over by then, ms, is one that waits for the page to settle. */
const WAITS = 200;

/** Time of the injected function, the first time it runs on a freshly loaded page, and of its injection. */
export async function readingRows(samples: number): Promise<Row[]> {
  const sandbox = await startSandbox({ rateLimit: { limit: 100_000 } });
  const app = await launch({ sandbox });
  await app.connect();
  const page = await app.context.newPage();
  const loads = Math.max(3, Math.ceil(samples / 10));

  const medians: number[] = [];
  let slowest = { name: "", median: 0 };
  for (const golden of allPages()) {
    serve(sandbox, golden);
    const median = quantile(await repeated(loads, () => freshReading(page, golden, 1)), 0.5);
    medians.push(median);
    if (median > slowest.median) slowest = { name: golden.name, median };
  }
  const largest = largestProfile();
  serve(sandbox, largest);
  const once = await repeated(samples, () => freshReading(page, largest, 1));
  const grown: Row[] = [];
  for (const times of [2, 4, 8]) {
    const longer = await repeated(samples, () => freshReading(page, largest, times));
    grown.push(
      sampled({ part: PART, what: `the largest page grown ${times}x, against itself`, unit: "ms" }, longer, {
        against: once,
        bar: { atMost: times },
      }),
    );
  }
  const { inject, whole } = await injections(app, page, largest, samples);
  await app.close();
  await sandbox.close();
  return [
    sampled({ part: PART, what: `first run, over ${medians.length} pages`, unit: "ms" }, medians, {
      bar: { atMost: 3 },
    }),
    sampled({ part: PART, what: `first run, slowest page (${slowest.name})`, unit: "ms" }, [slowest.median], {
      bar: { atMost: 10 },
    }),
    ...grown,
    sampled({ part: PART, what: "to inject, largest page", unit: "ms" }, inject),
    sampled({ part: PART, what: "to inject, read and answer, largest page", unit: "ms" }, whole),
  ];
}

async function repeated(times: number, measure: () => Promise<number>): Promise<number[]> {
  const found: number[] = [];
  for (let n = 0; n < times; n++) found.push(await measure());
  return found;
}

/** Milliseconds of one reading in an isolated world of the page, loaded anew and grown to `times` its size. */
async function freshReading(page: Page, { url }: BenchPage, times: number): Promise<number> {
  await page.goto(url);
  if (times > 1) await page.evaluate(grow, times);
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send("Page.getFrameTree");
  const { executionContextId } = await session.send("Page.createIsolatedWorld", {
    frameId: frameTree.frame.id,
  });
  await evaluate(session, executionContextId, readFileSync(INJECTED, "utf8"));
  const elapsed = await evaluate(session, executionContextId, TIMED_READING);
  await session.detach();
  return elapsed;
}

async function evaluate(session: CDPSession, contextId: number, expression: string): Promise<number> {
  const { result, exceptionDetails } = await session.send("Runtime.evaluate", {
    expression,
    contextId,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.text);
  return result.value as number;
}

/** Until the answer; where the page is waited for, the first look at it, which runs before the call returns. */
const TIMED_READING = `(async () => {
  const start = performance.now();
  const answer = stardexCapture.read();
  const looked = performance.now();
  const answered = answer.then(() => performance.now());
  const waits = new Promise((resolve) => setTimeout(resolve, ${WAITS}, looked));
  return (await Promise.race([answered, waits])) - start;
})()`;

/** Adds `times - 1` more pages' worth of other people's cards behind the content. */
function grow(times: number): void {
  const main = document.querySelector("main") ?? document.body;
  const added = Math.ceil(((times - 1) * main.querySelectorAll("*").length) / 6);
  // Node by node: LinkedIn's policy of trusted types refuses markup.
  for (let n = 0; n < added; n++) {
    const card = document.createElement("section");
    const [heading, list, link] = [
      document.createElement("h2"),
      document.createElement("ul"),
      document.createElement("a"),
    ];
    heading.append(`Other Person ${n}`);
    link.append(`Person ${n}`);
    link.href = `/in/other-person-${n}/`;
    list.append(document.createElement("li"), link);
    card.append(heading, document.createElement("p"), list);
    main.append(card);
  }
}

/** The two calls the popup makes, timed from a page of the extension on a tab that is freshly loaded each time. */
async function injections(app: TestBrowser, page: Page, profile: BenchPage, samples: number) {
  await page.goto(profile.url);
  // The click that lets the extension into this tab.
  const popup = await openPopup(page, extensionAt("dist"));
  await formFilledAt(popup);
  await popup.close();
  const options = await app.openOptions();
  const script = relative("dist", INJECTED).replaceAll(sep, "/");
  const inject: number[] = [];
  const whole: number[] = [];
  for (let n = 0; n < samples; n++) {
    await page.reload();
    const times = await options.evaluate<{ inject: number; whole: number }>(timedInjection(script));
    inject.push(times.inject);
    whole.push(times.whole);
  }
  return { inject, whole };
}

/** Run in the browser as it stands: a compiled function would ask for its compiler's helpers there. */
const timedInjection = (script: string) => `(async () => {
  const tabs = await chrome.tabs.query({});
  const tabId = tabs.find(({ url }) => url?.includes("linkedin.com/in/")).id;
  const start = performance.now();
  await chrome.scripting.executeScript({ target: { tabId }, files: ["${script}"] });
  const injected = performance.now();
  const [frame] = await chrome.scripting.executeScript({
    target: { tabId },
    func: () => globalThis.stardexCapture.read(),
  });
  if (!frame.result) throw new Error("The injected script gave no answer");
  return { inject: injected - start, whole: performance.now() - start };
})()`;
