import { beforeEach, expect, test, vi } from "vitest";
import { settings } from "../../settings/settings.ts";
import { someDraft, someSave } from "../../testing/saves.ts";
import { testBrowser } from "../../testing/test-browser.ts";
import { createTestLocks } from "../../testing/test-locks.ts";
import { notifyOfChange } from "./notifications.ts";

vi.mock("webextension-polyfill", () => import("../../testing/test-browser.ts"));

const NOW = 1_000_000;
const common = {
  createdAt: NOW,
  updatedAt: NOW,
  draft: { ...someDraft, isOneClick: true },
};
const sending = someSave({ ...common, state: "sending" });
const saved = someSave({ ...common, state: "saved" });
const offline = someSave({ ...common, attempts: 1, problem: { kind: "offline" } });

beforeEach(async () => {
  testBrowser.reset();
  vi.stubGlobal("navigator", { locks: createTestLocks() });
  await settings.change({ notifications: true });
});

test("an outcome is told once", async () => {
  await notifyOfChange(sending, saved, NOW);
  await notifyOfChange(saved, saved, NOW);
  expect(testBrowser.state.notified).toEqual(["Mara Lindqvist is saved in Stardex."]);
});

test("that it waits is told, but not at each further try", async () => {
  await notifyOfChange(sending, offline, NOW);
  await notifyOfChange({ ...sending, attempts: 2 }, { ...offline, attempts: 2 }, NOW);
  expect(testBrowser.state.notified).toHaveLength(1);
});

test("nothing is told of a save from the form, of one on its way, or to who has not asked for it", async () => {
  const { isOneClick: _unseen, ...seen } = saved.draft;
  await notifyOfChange(sending, { ...saved, draft: seen }, NOW);
  await notifyOfChange(null, sending, NOW);
  await settings.change({ notifications: false });
  await notifyOfChange(sending, saved, NOW);
  expect(testBrowser.state.notified).toEqual([]);
});
