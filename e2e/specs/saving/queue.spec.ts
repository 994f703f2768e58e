/**
 * Every fault at every step of a save, in a real browser: each accepted save ends in Stardex exactly
 * once, or visible as one that needs the user. The drafts are handed to the worker as the popup hands
 * them; what the popup says of it is in the specs of the popup.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright";
import type { SaveDraft, SaveRecord } from "../../../src/model/save.ts";
import { accept, ask, recent, settled } from "../../browser/ask.ts";
import { launch } from "../../browser/launch.ts";
import { addKnown, draftOf, flaws, placed } from "../../browser/saves.ts";
import { expect, test } from "../../browser/test.ts";
import type { Fault, FaultRule } from "../../sandbox/faults.ts";
import { SANDBOX_KEY, type Sandbox, SECOND_KEY } from "../../sandbox/start-sandbox.ts";

// Far from any limit: these tests are about faults.
test.use({ sandboxOptions: { rateLimit: { limit: 100_000 } } });

const error = (status: number, headers?: Record<string, string>): Fault => ({
  kind: "status",
  status,
  envelope: status === 500 ? "B" : "A",
  ...(headers && { headers }),
});

const faults: Record<string, Fault> = {
  "dropped before storing": { kind: "drop_before_storing" },
  "dropped after storing": { kind: "drop_after_storing" },
  "500": error(500),
  "500 after storing": { kind: "status", status: 500, envelope: "A", stored: true },
  "429 with Retry-After": error(429, { "retry-after": "1" }),
  "429 without": error(429),
  "400": error(400),
  "HTML instead": { kind: "html", status: 200, stored: true },
  "truncated JSON": { kind: "truncated" },
  "empty answer": { kind: "empty", status: 200, stored: true },
};

/** How often in a row: the second 500 meets the try after the look-up. */
const times: Record<string, number> = { "500": 2 };

const steps = ["person", "job", "stage", "note", "list", "task"] as const;
type StepName = (typeof steps)[number];

/** The request of a step, told from those of the other saves by its words. */
function ruleOf(step: StepName, draft: SaveDraft, personId: string): Omit<FaultRule, "fault"> {
  const jobId = draft.jobs[0]?.job.id ?? "";
  if (step === "person") return { method: "POST", path: "/v1/persons", body: draft.linkedinUrl };
  if (step === "job") return { method: "PATCH", path: `/v1/persons/${personId}` };
  if (step === "stage") return { path: "/v1/candidates/update-stage", body: jobId };
  if (step === "note") return { path: "/v1/person-activities", body: personId };
  if (step === "list") return { path: /items$/, body: personId };
  return { path: "/v1/tasks", body: personId };
}

for (const step of steps) {
  test(`any fault at the ${step}: all of it arrives, once, or the user decides`, async ({
    connectedApp,
    sandbox,
  }) => {
    test.setTimeout(180_000);
    const page = await connectedApp.openOptions();
    const jobs = sandbox.store.jobs.filter((job) => !job.is_archived);
    const [list] = sandbox.store.lists;
    const ids = new Map<string, string>();
    for (const [n, [name, fault]] of Object.entries(faults).entries()) {
      const slug = `${step}-${name.replace(/\W+/g, "-")}`.toLowerCase();
      const job = jobs[n];
      if (!job || !list) throw new Error("The sandbox has too few records");
      const draft = draftOf(slug, {
        jobs: [placed(job, 2)],
        note: `Note of ${slug}`,
        list: { id: list.id, name: list.name },
        task: { text: `Task of ${slug}` },
      });
      // Only of a person who was there before are the job and the note calls of their own.
      const personId = step === "person" ? "" : addKnown(sandbox.store, slug).id;
      sandbox.faults.add({ ...ruleOf(step, draft, personId), times: times[name] ?? 1, fault });
      ids.set(await accept(page, draft), name);
    }
    const saves = await settled(page, 150_000);
    expect(saves).toHaveLength(ids.size);
    for (const save of saves) {
      const name = ids.get(save.id) ?? "";
      const isForUser = name === "400" || ((step === "note" || step === "task") && mayHaveArrived(name));
      expect([name, save.state], `at the ${step}`).toEqual([name, isForUser ? "needs_you" : "saved"]);
      if (!isForUser) expect(flaws(sandbox.store, save), `${name} at the ${step}`).toEqual([]);
    }
    for (const save of await allDecided(page, sandbox)) expect(flaws(sandbox.store, save)).toEqual([]);
  });
}

/** Of a note and a task only a refusal says that it was not stored. */
function mayHaveArrived(fault: string): boolean {
  return !fault.startsWith("4");
}

/** Until nothing needs the user any more: what meets a second fault needs the user twice. */
async function allDecided(page: Page, sandbox: Sandbox): Promise<SaveRecord[]> {
  for (;;) {
    const saves = await settled(page);
    const forUser = saves.filter(({ state }) => state === "needs_you");
    if (forUser.length === 0) return saves;
    for (const save of forUser) await decide(page, sandbox, save);
  }
}

/** The user looks in Stardex, as told, and says what is there. */
async function decide(page: Page, sandbox: Sandbox, save: SaveRecord): Promise<void> {
  const missing = flaws(sandbox.store, save);
  const what = save.steps.find(({ done }) => !done)?.kind ?? "";
  const isThere = save.unanswered && !missing.some((flaw) => flaw.includes(what));
  await ask(page, isThere ? "save.settle" : "save.retry", { id: save.id });
}

test("401 in the middle: the whole queue waits for the key, then all of it arrives", async ({
  connectedApp,
  sandbox,
}) => {
  const page = await connectedApp.openOptions();
  sandbox.faults.add({ method: "POST", path: "/v1/persons", after: 1, fault: error(401) });
  for (const slug of ["first-ada", "second-ada", "third-ada"]) await accept(page, draftOf(slug));
  await expect.poll(async () => await ask(page, "connection.get", {})).toMatchObject({ refused: true });
  await expect.poll(() => badge(page)).toBe("!");
  expect((await recent(page)).map(({ state }) => state)).toEqual(["waiting", "waiting", "saved"]);
  await ask(page, "connection.connect", { key: SANDBOX_KEY });
  for (const save of await settled(page)) expect(flaws(sandbox.store, save)).toEqual([]);
  expect(await badge(page)).toBe("");
});

test("403 stops its save alone", async ({ connectedApp, sandbox }) => {
  const page = await connectedApp.openOptions();
  sandbox.faults.add({ method: "POST", path: "/v1/persons", body: "first-ada", fault: error(403) });
  for (const slug of ["first-ada", "second-ada"]) await accept(page, draftOf(slug));
  const saves = await settled(page);
  expect(saves.map(({ state }) => state)).toEqual(["saved", "needs_you"]);
  expect(await badge(page)).toBe("1");
});

test("offline, then back: nothing was sent meanwhile, then all of it, once", async ({
  connectedApp,
  sandbox,
}) => {
  const page = await connectedApp.openOptions();
  await connectedApp.context.setOffline(true);
  const id = await accept(page, draftOf("ada-offline"));
  await expect.poll(async () => (await recent(page))[0]?.problem?.kind).toBe("offline");
  expect(sandbox.log.entries.filter(({ path }) => path === "/v1/persons")).toEqual([]);
  await connectedApp.context.setOffline(false);
  await ask(page, "queue.wake", {});
  const [save] = await settled(page);
  expect(save?.id).toBe(id);
  expect(flaws(sandbox.store, save as SaveRecord)).toEqual([]);
});

test("the worker is killed at every step: each goes on where it was", async ({ connectedApp, sandbox }) => {
  test.setTimeout(240_000);
  const page = await connectedApp.openOptions();
  const [job, second] = sandbox.store.jobs.filter((one) => !one.is_archived);
  const [list] = sandbox.store.lists;
  if (!job || !second || !list) throw new Error("The sandbox has too few records");
  addKnown(sandbox.store, "ada-killed");
  const draft = draftOf("ada-killed", {
    jobs: [placed(job, 1), placed(second, 2)],
    note: "Note of ada",
    list: { id: list.id, name: list.name },
    task: { text: "Task of ada" },
  });
  let release: () => void = () => undefined;
  const held = () => new Promise<void>((resolve) => (release = resolve));
  // Each request is held once before it is stored, and the worker dies while it waits.
  const paths = [
    "/v1/persons/search",
    /^\/v1\/persons\/[^/]+$/,
    /update-stage/,
    "/v1/person-activities",
    /items$/,
    "/v1/tasks",
  ];
  for (const path of paths)
    sandbox.faults.add({ path, fault: { kind: "hold", until: held(), stored: true } });
  const id = await accept(page, draft);
  for (let killed = 0; killed < paths.length; killed++) {
    await sandbox.log.waitForRequest((request) => request.fault === "hold" && !request.finished);
    await connectedApp.killWorker();
    release();
    const save = await afterTheKill(page, id);
    if (save.state === "needs_you") await decide(page, sandbox, save);
    else await ask(page, "save.retry", { id });
  }
  const [save] = await settled(page, 120_000);
  expect(save?.state).toBe("saved");
  expect(flaws(sandbox.store, save as SaveRecord)).toEqual([]);
});

/** The save once a new worker has seen that it was left on its way. */
async function afterTheKill(page: Page, id: string): Promise<SaveRecord> {
  const isLeft = (save: SaveRecord | undefined) => save?.state !== "sending";
  await expect.poll(async () => isLeft((await recent(page)).find((save) => save.id === id))).toBe(true);
  const [save] = await recent(page);
  if (!save) throw new Error("The save is gone");
  return save;
}

test("the browser is killed while it sends, and again while it is looked up: one of each arrives", async ({
  sandbox,
}) => {
  test.setTimeout(120_000);
  const profileDir = await mkdtemp(join(tmpdir(), "stardex-killed-"));
  let release: () => void = () => undefined;
  sandbox.faults.add({
    method: "POST",
    path: "/v1/persons",
    fault: { kind: "hold", stored: true, until: new Promise<void>((resolve) => (release = resolve)) },
  });
  const first = await launch({ sandbox, profileDir });
  await first.connect();
  const draft = draftOf("ada-crashed", { note: "Note of ada" });
  await accept(await first.openOptions(), draft);
  await sandbox.log.waitForRequest((request) => request.fault === "hold");
  await first.killBrowser();
  release();

  const second = await launch({ sandbox, profileDir });
  const [save] = await settled(await second.openOptions(), 60_000);
  await second.close();
  await rm(profileDir, { recursive: true, force: true, maxRetries: 5 });
  expect(save).toMatchObject({ state: "saved", draft });
  expect(flaws(sandbox.store, save as SaveRecord)).toEqual([]);
});

test("the extension is reloaded with saves under way: they arrive", async ({ connectedApp, sandbox }) => {
  const page = await connectedApp.openOptions();
  sandbox.faults.add({ method: "POST", path: "/v1/persons", times: 2, fault: error(500) });
  await accept(page, draftOf("ada-reloaded"));
  await expect.poll(async () => (await recent(page))[0]?.state).toBe("in_doubt");
  const closed = page.waitForEvent("close");
  // The page goes with its extension, before it can answer.
  await page.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
  await closed;
  // Until it is back the browser opens none of its pages.
  await expect(async () => (await connectedApp.openOptions()).close()).toPass();
  const [save] = await settled(await connectedApp.openOptions());
  expect(flaws(sandbox.store, save as SaveRecord)).toEqual([]);
});

test("two windows save the same person at once: one person, one candidate", async ({
  connectedApp,
  sandbox,
}) => {
  const [page, other] = [await connectedApp.openOptions(), await connectedApp.openOptions()];
  const [job] = sandbox.store.jobs;
  if (!job) throw new Error("The sandbox has no job");
  sandbox.behaviour.repeatsCandidate = true;
  const draft = draftOf("ada-twice", { jobs: [placed(job)] });
  await Promise.all([accept(page, draft), accept(other, draft)]);
  for (const save of await settled(page)) expect(flaws(sandbox.store, save)).toEqual([]);
});

test("another key sends nothing of the first one's", async ({ connectedApp, sandbox }) => {
  const page = await connectedApp.openOptions();
  sandbox.faults.add({ path: "/v1/persons/search", fault: error(401) });
  await accept(page, draftOf("ada-of-the-first-firm"));
  await expect.poll(() => badge(page)).toBe("!");
  await ask(page, "connection.connect", { key: SECOND_KEY });
  await accept(page, draftOf("ada-of-the-second-firm"));
  await settled(page);
  expect(sandbox.secondStore.persons.map(({ linkedin_public_id }) => linkedin_public_id)).not.toContain(
    "ada-of-the-first-firm",
  );
  expect((await ask(page, "workspace.others", {})).workspaces).toMatchObject([{ count: 1 }]);
});

test("a record that cannot be read is set aside, shown, and stops nobody", async ({
  connectedApp,
  sandbox,
}) => {
  const page = await connectedApp.openOptions();
  await page.evaluate(() => chrome.storage.local.set({ "save:odd": { version: 99, words: "kept" } }));
  await accept(page, draftOf("ada-beside-it"));
  const [save] = await settled(page);
  expect(flaws(sandbox.store, save as SaveRecord)).toEqual([]);
  const { broken } = await ask(page, "saves.recent", {});
  expect(broken).toMatchObject([{ id: "odd", raw: '{"version":99,"words":"kept"}' }]);
  expect(await ask(page, "saves.discard_broken", { id: "odd" })).toEqual({ ok: true });
  expect((await ask(page, "saves.recent", {})).broken).toEqual([]);
});

function badge(page: Page): Promise<string> {
  return page.evaluate(() => chrome.action.getBadgeText({}));
}
