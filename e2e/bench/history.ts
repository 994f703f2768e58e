import type { Page } from "playwright";
import type { SaveDraft, SaveRecord } from "../../src/model/save.ts";
import type { SaveRow } from "../../src/storage/database.ts";
import { ask } from "../browser/ask.ts";
import { putRows, readStore } from "../browser/database.ts";
import { launch, type TestBrowser } from "../browser/launch.ts";
import { draftOf } from "../browser/saves.ts";
import { type Sandbox, startSandbox } from "../sandbox/start-sandbox.ts";
import { extensionAt, formFilledAt, openPopup } from "./popups.ts";
import { profileNumber, serve } from "./profile-pages.ts";
import { type Row, sampled } from "./row.ts";

/** What lies in the database while it is measured. */
interface Content {
  finished?: number;
  waiting?: number;
}

/** What a history, or a long queue, costs: each against a browser that keeps nothing, in the same run. */
export async function historyRows(samples: number): Promise<Row[]> {
  const none = await browserWith({});
  const rows: Row[] = [];
  for (const [content, what, bar] of [
    [{ finished: 1_000 }, "1,000 finished", 1.2],
    [{ finished: 5_000 }, "5,000 finished", 1.5],
    [{ waiting: 1_000 }, "1,000 waiting", 1.5],
  ] as const) {
    const full = await browserWith(content);
    const [ours, against] = await inTurns(samples, [full, none], ({ page }) => acceptTime(page));
    rows.push(row(`accepting a save with ${what}, against none`, ours, against, bar));
    if ("finished" in content && content.finished === 1_000) {
      const [opened, other] = await inTurns(samples, [full, none], popupTime);
      rows.push(row("popup open to form with 1,000 finished, against none", opened, other, 1.1));
    }
    await full.close();
  }
  const [many, few] = [await drainTime(none, 300), await drainTime(none, 30)];
  rows.push(row("draining 300, time a save, against 30", [many], [few], 1.2));
  await none.close();
  return rows;
}

function row(what: string, ours: number[], against: number[], atMost: number): Row {
  return sampled({ part: "History", what, unit: "ms" }, ours, { against, bar: { atMost } });
}

type Measured = Awaited<ReturnType<typeof browserWith>>;

async function browserWith(content: Content) {
  const sandbox = await startSandbox({ rateLimit: { limit: 1_000_000 } });
  const app = await launch({ sandbox });
  await app.connect();
  const page = await app.openOptions();
  await fill(app, page, content);
  await page.goto("about:blank");
  await page.goto(`chrome-extension://${app.extensionId()}/src/onboarding/onboarding.html`);
  return {
    app,
    page,
    sandbox,
    async close() {
      await app.close();
      await sandbox.close();
    },
  };
}

/** Copies of one save that went its way: whatever the format is, the copies have it. */
async function fill(app: TestBrowser, page: Page, { finished = 0, waiting = 0 }: Content): Promise<void> {
  if (finished + waiting === 0) return;
  await accept(page, draftOf("the-model"));
  await untilIdle(page);
  const [model] = (await readStore(page, "saves")) as SaveRow[];
  if (!model) throw new Error("The model was not stored");
  const rows = Array.from({ length: finished + waiting }, (_, n) => {
    const draft = { ...model.draft, linkedinUrl: `https://www.linkedin.com/in/copy-${n}` };
    const copy = { ...model, id: `copy-${n}`, order: model.order + 1 + n, draft };
    // Without its time of finishing a save is not counted for pruning: the history stays as long as it is.
    const { finishedAt: _unsaid, ...kept } = copy;
    if (n < finished) return kept;
    const later = Date.now() + 10 * 60_000;
    return {
      ...kept,
      state: "waiting",
      steps: [{ kind: "check", done: false }],
      attempts: 1,
      nextAttemptAt: later,
      problem: { kind: "server" },
      outcome: null,
      openUrl: draft.linkedinUrl,
      lane: model.workspace,
      dueAt: later,
      waitsSince: Date.now(),
    };
  });
  await putRows(page, "saves", rows);
  await app.killWorker();
}

async function inTurns(
  samples: number,
  browsers: readonly [Measured, Measured],
  time: (browser: Measured) => Promise<number>,
): Promise<[number[], number[]]> {
  const times: [number[], number[]] = [[], []];
  for (const browser of browsers) await time(browser);
  for (let n = 0; n < samples; n++) {
    times[0].push(await time(browsers[0]));
    times[1].push(await time(browsers[1]));
  }
  return times;
}

let person = 0;

/** Ms from the message to its answer, as the page sees it, with the queue at rest before and after. */
async function acceptTime(page: Page): Promise<number> {
  const draft = draftOf(`accepted-${++person}`);
  const workspace = await workspaceOf(page);
  const ms = await page.evaluate(
    async (message) => {
      const start = performance.now();
      await chrome.runtime.sendMessage(message);
      return performance.now() - start;
    },
    { type: "save.accept", request: { draft, workspace } },
  );
  await untilSent(page, draft.linkedinUrl);
  return ms;
}

async function popupTime({ app, sandbox }: Measured): Promise<number> {
  const profile = profileNumber(++person);
  serve(sandbox, profile);
  const page = await app.context.newPage();
  await page.goto(profile.url);
  const popup = await openPopup(page, extensionAt("dist"));
  const filledAt = await formFilledAt(popup);
  await popup.close();
  await page.close();
  return filledAt - popup.clickedAt;
}

/** Ms a save. */
async function drainTime(
  { page, sandbox }: { page: Page; sandbox: Sandbox },
  count: number,
): Promise<number> {
  const before = sandbox.log.of("POST", "/v1/persons").length;
  const drafts = Array.from({ length: count }, () =>
    draftOf(`drained-${++person}`, { lookedUpAt: Date.now() }),
  );
  const start = performance.now();
  await Promise.all(drafts.map((draft) => accept(page, draft)));
  while (sandbox.log.of("POST", "/v1/persons").length < before + count)
    await new Promise((resolve) => setTimeout(resolve, 20));
  return (performance.now() - start) / count;
}

async function accept(page: Page, draft: SaveDraft): Promise<void> {
  const answer = await ask(page, "save.accept", { draft, workspace: await workspaceOf(page) });
  if (!answer.ok) throw new Error(`Not accepted: ${answer.problem.kind}`);
}

async function workspaceOf(page: Page): Promise<string> {
  const connection = await ask(page, "connection.get", {});
  return connection.state === "connected" ? connection.workspace : "";
}

async function untilIdle(page: Page): Promise<void> {
  const isOpen = ({ state }: SaveRecord) => state !== "saved";
  while (((await readStore(page, "saves")) as SaveRecord[]).some(isOpen))
    await new Promise((resolve) => setTimeout(resolve, 100));
}

/** Asked of the worker, by the index: reading everything would disturb what is measured. */
async function untilSent(page: Page, linkedinUrl: string): Promise<void> {
  while ((await ask(page, "save.pending", { linkedinUrl })).save)
    await new Promise((resolve) => setTimeout(resolve, 50));
}
