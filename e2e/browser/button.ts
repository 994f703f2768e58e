/// <reference types="chrome" />
import type { Page } from "playwright";
import type { Choices } from "../../src/settings/settings.ts";
import type { Sandbox } from "../sandbox/start-sandbox.ts";
import { expect } from "./expect.ts";
import type { TestBrowser } from "./launch.ts";

/** What the toolbar button says over `page`, as the browser would draw it; brings the page to the front. */
export async function buttonOf(app: TestBrowser, page: Page) {
  await page.bringToFront();
  const worker = await app.worker();
  return await worker.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    const at = { tabId: tab?.id ?? -1 };
    return {
      badge: await chrome.action.getBadgeText(at),
      title: await chrome.action.getTitle(at),
      opensForm: (await chrome.action.getPopup(at)) !== "",
    };
  });
}

/** Waits until the button says this over `page`. */
export async function expectButton(app: TestBrowser, page: Page, badge: string | RegExp, title: RegExp) {
  const says = {
    badge: badge instanceof RegExp ? expect.stringMatching(badge) : badge,
    title: expect.stringMatching(title),
  };
  await expect.poll(() => buttonOf(app, page), { timeout: 15_000 }).toMatchObject(says);
}

/** Sets settings as the settings page stores them, and waits until the button obeys. */
export async function prefer(app: TestBrowser, changes: Choices): Promise<void> {
  const page = await app.openOptions();
  await page.evaluate(async (changes) => {
    const { settings } = await chrome.storage.local.get("settings");
    await chrome.storage.local.set({ settings: { version: 1, ...(settings as object), ...changes } });
  }, changes);
  const plain = changes.toolbarMode === "save" ? "" : "popup.html";
  await page.waitForFunction(
    async (plain) =>
      (await chrome.action.getPopup({})).endsWith(plain) &&
      (plain !== "" || !(await chrome.action.getPopup({}))),
    plain,
  );
  await page.close();
}

/** Makes the job the remembered one, with its second stage, as a save from the form would. */
export async function rememberJob(app: TestBrowser, sandbox: Sandbox) {
  const [job] = sandbox.store.jobs.slice(9);
  const stage = job?.pipeline_stages[1];
  if (!job || !stage) throw new Error("No job is seeded");
  const page = await app.openOptions();
  await page.evaluate(
    async ({ id, name, stage }) => {
      const sent = { type: "connection.get", request: {} };
      const { answer } = (await chrome.runtime.sendMessage(sent)) as { answer: { workspace: string } };
      const job = { id, name, clientCompanyName: null, location: null, candidateCount: null };
      const stages = [{ jobId: id, stage }];
      const remembered = { version: 1, pinned: [], recent: [job], last: job, stages };
      await chrome.storage.local.set({ [`jobs:${answer.workspace}`]: remembered });
    },
    { id: job.id, name: job.name, stage },
  );
  await page.close();
  return { job, stage };
}
