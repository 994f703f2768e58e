/**
 * What only a real browser proves of the queue: its worker and the browser itself die, its network goes and
 * comes back. Every fault at every step is in the unit tests of worker/queue.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SaveRecord } from "../../../src/model/save.ts";
import { accept, ask, recent, settled } from "../../browser/ask.ts";
import { launch } from "../../browser/launch.ts";
import { addKnown, draftOf, flaws } from "../../browser/saves.ts";
import { expect, test } from "../../browser/test.ts";
import type { Fault } from "../../sandbox/faults.ts";

// Far from any limit: these tests are about faults.
test.use({ sandboxOptions: { rateLimit: { limit: 100_000 } } });

const error = (status: number, headers?: Record<string, string>): Fault => ({
  kind: "status",
  status,
  envelope: status === 500 ? "B" : "A",
  ...(headers && { headers }),
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

test("the worker is killed while it sends: the save goes on where it was, once", async ({
  connectedApp,
  sandbox,
}) => {
  const page = await connectedApp.openOptions();
  addKnown(sandbox.store, "ada-killed");
  let release: () => void = () => undefined;
  const until = new Promise<void>((resolve) => {
    release = resolve;
  });
  sandbox.faults.add({ path: "/v1/person-activities", fault: { kind: "hold", until, stored: true } });
  await accept(page, draftOf("ada-killed", { note: "Note of ada", task: { text: "Task of ada" } }));
  await sandbox.log.waitForRequest((request) => request.fault === "hold" && !request.finished);
  await connectedApp.killWorker();
  release();
  const [save] = await settled(page, 60_000);
  expect(save?.state).toBe("saved");
  expect(flaws(sandbox.store, save as SaveRecord)).toEqual([]);
});

test("the computer's clock is hours off: a lost answer is found by the server's own, and doubles nothing", async ({
  connectedApp,
  sandbox,
}) => {
  // The same for the extension as its own clock three hours ahead.
  sandbox.clock.ahead = -3 * 3_600_000;
  const page = await connectedApp.openOptions();
  addKnown(sandbox.store, "ada-late");
  sandbox.faults.add({ path: "/v1/person-activities", fault: { kind: "drop_after_storing" } });
  await accept(page, draftOf("ada-late", { note: "Note of ada" }));
  const [save] = await settled(page, 60_000);
  expect(save?.state).toBe("saved");
  expect(flaws(sandbox.store, save as SaveRecord)).toEqual([]);
});

test("a 429 is waited out, as long as Stardex says", async ({ connectedApp, sandbox }) => {
  const page = await connectedApp.openOptions();
  sandbox.faults.add({ method: "POST", path: "/v1/persons", fault: error(429, { "retry-after": "2" }) });
  await accept(page, draftOf("ada-limited"));
  const [save] = await settled(page);
  expect(flaws(sandbox.store, save as SaveRecord)).toEqual([]);
  const sent = sandbox.log.entries.filter(({ method, path }) => method === "POST" && path === "/v1/persons");
  expect(sent).toHaveLength(2);
  expect((sent[1]?.at ?? 0) - (sent[0]?.at ?? 0)).toBeGreaterThanOrEqual(2_000);
});

test("a save that Stardex refuses goes out once it is corrected", async ({ connectedApp, sandbox }) => {
  const page = await connectedApp.openOptions();
  sandbox.faults.add({ method: "POST", path: "/v1/persons", fault: error(400) });
  const id = await accept(page, draftOf("ada-refused"));
  await expect.poll(async () => (await recent(page))[0]?.state).toBe("needs_you");
  await ask(page, "save.retry", { id, draft: draftOf("ada-refused", { currentJobTitle: "CTO" }) });
  const [save] = await settled(page);
  expect(flaws(sandbox.store, save as SaveRecord)).toEqual([]);
  expect(sandbox.store.personByUrl(draftOf("ada-refused").linkedinUrl)?.current_job_title).toBe("CTO");
});

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
