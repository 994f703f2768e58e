import { beforeEach, expect, test, vi } from "vitest";
import { testBrowser } from "../testing/test-browser.ts";
import { createTestLocks } from "../testing/test-locks.ts";
import { defaultSettings, readSettings, settings } from "./settings.ts";

vi.mock("webextension-polyfill", () => import("../testing/test-browser.ts"));

beforeEach(() => {
  testBrowser.reset();
  vi.stubGlobal("navigator", { locks: createTestLocks() });
});

test("nothing chosen, no policy: the defaults, and nothing is locked", async () => {
  expect(await readSettings()).toEqual({
    values: defaultSettings,
    chosen: {},
    locked: new Set(),
    policyProblems: [],
    isUnreadable: false,
  });
});

test("what is chosen counts, and only that is stored", async () => {
  await settings.change({ graceSeconds: 0 });
  await settings.change({ toolbarMode: "save" });
  expect(await settings.get()).toEqual({ ...defaultSettings, graceSeconds: 0, toolbarMode: "save" });
  expect(testBrowser.item("settings")).toEqual({ version: 1, graceSeconds: 0, toolbarMode: "save" });
});

test("choices stored before a setting was there are read, and it is at its default", async () => {
  testBrowser.put("settings", { version: 1, graceSeconds: 9 });
  expect(await readSettings()).toMatchObject({
    values: { graceSeconds: 9, hiddenFields: [] },
    isUnreadable: false,
  });
});

test("two changes at once both count", async () => {
  testBrowser.state.latency = 1;
  await Promise.all([settings.change({ graceSeconds: 9 }), settings.change({ historyLength: 50 })]);
  expect(await settings.get()).toMatchObject({ graceSeconds: 9, historyLength: 50 });
});

test("a policy's value is a default for who has chosen nothing, and the law where it is locked", async () => {
  testBrowser.state.policy = { graceSeconds: 10, toolbarMode: "save", lockedSettings: ["toolbarMode"] };
  expect(await settings.get()).toMatchObject({ graceSeconds: 10, toolbarMode: "save" });
  await settings.change({ graceSeconds: 2, toolbarMode: "form" });
  const { values, locked, chosen } = await readSettings();
  expect(values).toMatchObject({ graceSeconds: 2, toolbarMode: "save" });
  expect(locked).toEqual(new Set(["toolbarMode"]));
  expect(chosen).toEqual({ graceSeconds: 2 });
});

test("a choice made before the policy locked it counts again without the policy", async () => {
  await settings.change({ toolbarMode: "save" });
  testBrowser.state.policy = { toolbarMode: "form", lockedSettings: ["toolbarMode"] };
  expect(await settings.get()).toMatchObject({ toolbarMode: "form" });
  testBrowser.state.policy = undefined;
  expect(await settings.get()).toMatchObject({ toolbarMode: "save" });
});

test("what is locked without a value stays at its default", async () => {
  await settings.change({ liveBadge: true });
  testBrowser.state.policy = { lockedSettings: ["liveBadge"] };
  expect(await settings.get()).toMatchObject({ liveBadge: false });
});

test("a wrong entry of the policy is named, and the right ones count", async () => {
  testBrowser.state.policy = {
    graceSeconds: "ten",
    recordLink: "http://stardex.example/{id}",
    defaultJob: "none",
    lockedSettings: ["defaultJob", "color"],
  };
  const { values, locked, policyProblems } = await readSettings();
  expect(values).toEqual({ ...defaultSettings, defaultJob: "none" });
  expect(locked).toEqual(new Set(["defaultJob"]));
  expect(policyProblems).toEqual(["graceSeconds", "recordLink", 'lockedSettings: "color"']);
});

test.each([
  { version: 7, graceSeconds: 3 },
  { version: 1, graceSeconds: -1 },
  { version: 1, hiddenFields: ["color"] },
  "?",
])("choices that cannot be read count as none, are told, and are not overwritten: %j", async (stored) => {
  testBrowser.put("settings", stored);
  const { values, isUnreadable } = await readSettings();
  expect(values).toEqual(defaultSettings);
  expect(isUnreadable).toBe(true);
  await expect(settings.change({ graceSeconds: 1 })).rejects.toThrow("cannot be read");
  expect(JSON.parse(await settings.raw())).toEqual(stored);
  await settings.reset();
  expect((await readSettings()).isUnreadable).toBe(false);
});

test("a watcher hears of its own item only, until it is stopped", async () => {
  const heard = vi.fn();
  const stop = settings.watch(heard);
  testBrowser.put("other", 1);
  await settings.change({ graceSeconds: 1 });
  expect(heard).toHaveBeenCalledTimes(1);
  stop();
  await settings.change({ graceSeconds: 2 });
  expect(heard).toHaveBeenCalledTimes(1);
});
