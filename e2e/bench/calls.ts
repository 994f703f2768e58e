import type { Page } from "playwright";
import { launch, type TestBrowser } from "../browser/launch.ts";
import { isTo, type LoggedRequest } from "../sandbox/request-log.ts";
import { type Sandbox, startSandbox } from "../sandbox/start-sandbox.ts";
import { extensionAt, formFilledAt, openPopup } from "./popups.ts";
import { profileNumber, serve } from "./profile-pages.ts";
import { counted, type Row } from "./row.ts";

const PART = "Calls";
const SAVES = 300;
/** Requests a minute, more than the API's 60 so that the drain is over sooner: the client learns it from the answers. */
const LIMIT = 100;
const MINUTE = 60_000;
/** No call belongs to a capture that comes later than this after the last one, ms. */
const QUIET = 1_000;

/** API calls of a capture, and how near the drain of a long queue comes to what the rate limit allows. */
export async function callRows(): Promise<Row[]> {
  return [...(await captureRows()), ...(await drainRows())];
}

async function captureRows(): Promise<Row[]> {
  const sandbox = await startSandbox({ rateLimit: { limit: 100_000 } });
  const app = await launch({ sandbox });
  await app.connect();
  // All of one employer, whom Stardex is asked about with the first of them.
  const [first, next, known] = [profileNumber(1), profileNumber(2), profileNumber(3)];
  for (const profile of [first, next, known]) serve(sandbox, profile);
  await storeAsOthersDid(sandbox, known.url);
  const page = await app.context.newPage();
  const row = (what: string, calls: number, atMost: number) =>
    counted({ part: PART, what, unit: "calls" }, calls, { atMost });
  const callsAt = async ({ url }: { url: string }) => {
    if (page.url() !== url) await page.goto(url);
    return await callsOfCapture(sandbox, page);
  };
  const ofFirst = await callsAt(first);
  const ofNext = await callsAt(next);
  const repeated = await callsAt(next);
  const ofKnown = await callsAt(known);
  await app.close();
  await sandbox.close();
  return [
    row("capture of a new person", ofNext, 3),
    row("the first person of an employer: the company's check is one more", ofFirst, 4),
    row("capture of a known person", ofKnown, 2),
    row("the same profile again within ten minutes", repeated, 1),
  ];
}

/** A person another tool of the firm has put into Stardex. */
async function storeAsOthersDid(sandbox: Sandbox, linkedinUrl: string): Promise<void> {
  const [person] = sandbox.store.persons;
  if (!person) throw new Error("The sandbox is seeded with persons");
  const slug = new URL(linkedinUrl).pathname.split("/")[2] ?? "";
  sandbox.store.persons.push({ ...person, id: slug, linkedin_url: linkedinUrl, linkedin_public_id: slug });
}

/** Opens the popup, presses its button, and counts until all is quiet. */
async function callsOfCapture(sandbox: Sandbox, page: Page): Promise<number> {
  sandbox.log.clear();
  const popup = await openPopup(page, extensionAt("dist"));
  await formFilledAt(popup);
  await quiet(sandbox);
  await popup.target.evaluate(`document.querySelector("button[type=submit]").click()`);
  await quiet(sandbox);
  await popup.close();
  return sandbox.log.entries.length;
}

async function quiet(sandbox: Sandbox): Promise<void> {
  for (let seen = -1; seen !== sandbox.log.entries.length; ) {
    seen = sandbox.log.entries.length;
    await new Promise((over) => setTimeout(over, QUIET));
  }
}

async function drainRows(): Promise<Row[]> {
  const sandbox = await startSandbox({ rateLimit: { limit: LIMIT } });
  const app = await launch({ sandbox });
  await app.connect();
  sandbox.log.clear();
  await queue(app, SAVES);
  await sandbox.log.waitForAnswer(() => stored(sandbox).size === SAVES, 2 * SAVES * (MINUTE / LIMIT));
  const calls = sandbox.log.entries;
  await app.close();
  await sandbox.close();
  const [first, last] = [calls[0], calls.at(-1)];
  if (!first || !last) throw new Error("No save arrived");
  const refusals = new Map<string, number>();
  for (const call of calls.filter(({ status }) => status === 429)) {
    refusals.set(JSON.stringify(call.body), (refusals.get(JSON.stringify(call.body)) ?? 0) + 1);
  }
  return [
    counted(
      { part: PART, what: `drain of ${SAVES} saves, of what ${LIMIT} a minute allow`, unit: "%" },
      shareUsed(calls, first.at, last.at),
      { atLeast: 95 },
    ),
    counted(
      { part: PART, what: "drain: most refusals of one save", unit: "count" },
      Math.max(0, ...refusals.values()),
      {
        atMost: 1,
      },
    ),
    counted({ part: PART, what: "drain: calls beyond one a save", unit: "calls" }, calls.length - SAVES),
  ];
}

/** Of the calls that the limit lets through in the whole minutes of the drain, how many were made; percent. */
function shareUsed(calls: LoggedRequest[], first: number, last: number): number {
  const minutes = Math.max(1, Math.floor((last - first) / MINUTE));
  return (100 * calls.filter(({ at }) => at < first + minutes * MINUTE).length) / (minutes * LIMIT);
}

/** The profiles Stardex has stored. */
function stored(sandbox: Sandbox): Set<string> {
  const isStored = (entry: LoggedRequest) => isTo(entry, "POST", "/v1/persons") && entry.status === 201;
  return new Set(sandbox.log.entries.filter(isStored).map(({ body }) => JSON.stringify(body)));
}

/** Hands the worker so many saves, as the popup would. */
async function queue(app: TestBrowser, saves: number): Promise<void> {
  const options = await app.openOptions();
  // As text: a compiled function would ask for its compiler's helpers in the browser.
  const answers = await options.evaluate<{ answer?: { ok: boolean } }[]>(`(async () => {
    const answers = [];
    const connection = await chrome.runtime.sendMessage({ type: "connection.get", request: {} });
    const { workspace } = connection.answer;
    for (let n = 0; n < ${saves}; n++) {
      const linkedinUrl = "https://www.linkedin.com/in/queued-" + n;
      // Looked up just now, as the form has them: one call each.
      const draft = { linkedinUrl, name: "Queued " + n, role: "candidate", jobs: [], lookedUpAt: Date.now() };
      answers.push(await chrome.runtime.sendMessage({ type: "save.accept", request: { draft, workspace } }));
    }
    return answers;
  })()`);
  if (!answers.every(({ answer }) => answer?.ok)) throw new Error("Not every save was accepted");
  await options.close();
}
