/**
 * Saves, faults and kills by chance, in a real browser: what was accepted, and what became of it. At the
 * end everything is well again, what Stardex refused is tried again as the user would, and what no call
 * can look up (a note, a task) is left as it is shown to the user.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright";
import type { Problem } from "../../src/model/problem.ts";
import { isUnanswered, type SaveDraft, type SaveRecord } from "../../src/model/save.ts";
import { ask, recent } from "../browser/ask.ts";
import { launch, type TestBrowser } from "../browser/launch.ts";
import { flaws } from "../browser/saves.ts";
import { type Sandbox, startSandbox } from "../sandbox/start-sandbox.ts";
import { seededRandom } from "../tools/seeded-random.ts";
import { randomFault } from "./random-fault.ts";
import { createPeople, randomDraft } from "./random-save.ts";

export interface SoakOptions {
  saves: number;
  /** How often the worker or the whole browser is killed. */
  kills: number;
  seed: number;
  say?: (line: string) => void;
}

export interface SoakFigures {
  accepted: number;
  /** Saved, and there once. */
  arrived: number;
  duplicated: number;
  /** Accepted, and neither in Stardex nor shown. */
  lost: number;
  /** Shown as "sent, no answer: check". */
  inDoubt: number;
  /** Of these, at a step whose look-up Stardex did not refuse. */
  inDoubtWrongly: number;
  workerKills: number;
  browserKills: number;
  faults: number;
  /** What was wrong, a line each. */
  complaints: string[];
}

/** One kill in so many ends the browser, the others its worker. */
const BROWSER_KILL = 4;

export async function soak({ saves, kills, seed, say = () => undefined }: SoakOptions): Promise<SoakFigures> {
  const random = seededRandom(seed);
  const oneIn = (times: number) => random() * times < 1;
  // Far from any limit: the drain under one is measured elsewhere.
  const sandbox = await startSandbox({ rateLimit: { limit: 1_000_000 } });
  const profileDir = await mkdtemp(join(tmpdir(), "stardex-soak-"));
  const people = createPeople(sandbox.store, Math.max(4, Math.ceil(saves / 3)));
  const killed = { worker: 0, browser: 0 };
  const accepted: string[] = [];
  let faults = 0;
  let app = await launch({ sandbox, profileDir });
  await app.connect();
  let page = await openPage(app);
  // The finished ones are to be counted at the end.
  await page.evaluate(() => chrome.storage.local.set({ settings: { version: 1, historyLength: 1000 } }));

  async function kill(): Promise<void> {
    if (!oneIn(BROWSER_KILL)) {
      killed.worker += 1;
      return await app.killWorker();
    }
    killed.browser += 1;
    await app.killBrowser();
    app = await launch({ sandbox, profileDir });
    page = await openPage(app);
  }

  for (let n = 0; n < saves; n++) {
    if (oneIn(4)) {
      faults += 1;
      sandbox.faults.add(randomFault(random));
    }
    const id = await accept(page, randomDraft(sandbox.store, people, n, random));
    if (id !== undefined) accepted.push(id);
    const done = killed.worker + killed.browser;
    if (done * saves < kills * n) await kill();
    if ((n + 1) % 50 === 0) say(`${n + 1} saves, ${killed.worker + killed.browser} kills, ${faults} faults`);
  }
  sandbox.faults.clear();
  const records = await settle(page);
  const figures = tally(sandbox, accepted, records);
  await app.close();
  await sandbox.close();
  await rm(profileDir, { recursive: true, force: true, maxRetries: 5 });
  return { ...figures, workerKills: killed.worker, browserKills: killed.browser, faults };
}

function openPage(app: TestBrowser): Promise<Page> {
  return app.openOptions();
}

/** The id of an accepted save; undefined when nobody answered: then nothing was promised. */
async function accept(page: Page, draft: SaveDraft): Promise<string | undefined> {
  try {
    const connection = await ask(page, "connection.get", {});
    const workspace = connection.state === "connected" ? connection.workspace : "";
    const answer = await ask(page, "save.accept", { draft, workspace });
    return answer.ok ? answer.id : undefined;
  } catch {
    return undefined;
  }
}

/** Ms without a save less that goes on by itself, after which none is waited for. */
const PATIENCE = 10 * 60_000;

/** Waits until nothing goes on by itself; tries again, as the user would, what Stardex refused. */
async function settle(page: Page): Promise<SaveRecord[]> {
  let fewest = Number.POSITIVE_INFINITY;
  let since = Date.now();
  for (;;) {
    const saves = await recent(page);
    const open = saves.filter(({ state }) => state !== "saved");
    const refused = open.filter((save) => save.state === "needs_you" && !isUnanswered(save));
    for (const { id } of refused) await ask(page, "save.retry", { id });
    if (open.every((save) => save.state === "needs_you" && isUnanswered(save))) return saves;
    if (open.length < fewest) [fewest, since] = [open.length, Date.now()];
    if (Date.now() - since > PATIENCE) return saves;
    await new Promise((resolve) => setTimeout(resolve, 2_000));
  }
}

type Tally = Omit<SoakFigures, "workerKills" | "browserKills" | "faults">;

function isRefused(problem: Problem | null): boolean {
  return problem?.kind === "forbidden" || problem?.kind === "invalid";
}

function tally({ store }: Sandbox, accepted: string[], records: SaveRecord[]): Tally {
  const found: Tally = {
    accepted: accepted.length,
    arrived: 0,
    duplicated: 0,
    lost: 0,
    inDoubt: 0,
    inDoubtWrongly: 0,
    complaints: [],
  };
  for (const id of accepted) {
    const record = records.find((one) => one.id === id);
    const wrong = record ? flaws(store, record) : ["the save is gone"];
    const doubled = wrong.filter((flaw) => flaw.includes("times"));
    const isShown = record?.state === "needs_you" && isUnanswered(record);
    if (doubled.length > 0) found.duplicated += 1;
    else if (isShown) found.inDoubt += 1;
    else if (record?.state === "saved" && wrong.length === 0) found.arrived += 1;
    else found.lost += 1;
    // Every step can be looked up where Stardex lets it: a fault may have refused the look-up itself.
    if (isShown && !isRefused(record.problem)) found.inDoubtWrongly += 1;
    if (doubled.length > 0 || (!isShown && wrong.length > 0))
      found.complaints.push(`${record?.draft.name ?? id} (${record?.state}): ${wrong.join(", ")}`);
  }
  return found;
}
