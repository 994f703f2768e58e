import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Page } from "playwright";
import { build } from "vite";
import { extensionIdOf } from "../browser/chromium/extension-id.ts";
import { homeTab } from "../browser/chromium/home-tab.ts";
import { stopWorkers } from "../browser/chromium/kill-worker.ts";
import { launch } from "../browser/launch.ts";
import { startSandbox } from "../sandbox/start-sandbox.ts";
import { type Row, sampled } from "./row.ts";

const EMPTY = resolve(import.meta.dirname, "empty");

/** From a message to a worker that is not running to its answer, against an empty worker with the same libraries. */
export async function coldStartRows(samples: number): Promise<Row[]> {
  const folder = await buildEmpty();
  const sandbox = await startSandbox();
  const app = await launch({ sandbox, otherExtensions: [folder] });
  await app.connect();
  const pageOf = (id: string) => homeTab(app.context, `chrome-extension://${id}/`);
  const [ours, empty] = [await pageOf(app.extensionId()), await pageOf(extensionIdOf(folder))];
  const times = { ours: [] as number[], empty: [] as number[] };
  for (let n = 0; n < samples + 1; n++) {
    const [first, second] = [await answerTime(ours), await answerTime(empty)];
    // The first start of each compiles what later ones have in the browser's cache.
    if (n > 0) times.ours.push(first);
    if (n > 0) times.empty.push(second);
  }
  await app.close();
  await sandbox.close();
  await rm(folder, { recursive: true, force: true });
  return [
    sampled(
      {
        part: "Cold start",
        what: "worker's first answer, against an empty one with the same libraries",
        unit: "ms",
      },
      times.ours,
      { against: times.empty, bar: { atMost: 1.5 } },
    ),
  ];
}

async function buildEmpty(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "stardex-empty-"));
  await build({
    configFile: false,
    publicDir: false,
    logLevel: "error",
    build: {
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: { input: join(EMPTY, "worker.ts"), output: { entryFileNames: "worker.js" } },
    },
  });
  await cp(join(EMPTY, "manifest.json"), join(folder, "manifest.json"));
  return folder;
}

async function answerTime(page: Page): Promise<number> {
  await stopWorkers(page);
  return await page.evaluate(async () => {
    const sentAt = performance.now();
    await chrome.runtime.sendMessage({ type: "connection.get", request: {} });
    return performance.now() - sentAt;
  });
}
