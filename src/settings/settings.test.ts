import { beforeEach, expect, test, vi } from "vitest";
import { testBrowser } from "../testing/test-browser.ts";
import { createTestLocks } from "../testing/test-locks.ts";
import { defaultPreferences, effectivePreferences, preferences } from "./settings.ts";

vi.mock("webextension-polyfill", () => import("../testing/test-browser.ts"));

beforeEach(() => {
  testBrowser.reset();
  vi.stubGlobal("navigator", { locks: createTestLocks() });
});

test("nothing chosen, no policy: the defaults, and nothing is locked", async () => {
  expect(await effectivePreferences()).toEqual({
    values: defaultPreferences,
    locked: new Set(),
    policyProblems: [],
    isUnreadable: false,
  });
});

test("what she chooses counts, and only that is stored", async () => {
  await preferences.change({ graceSeconds: 0 });
  await preferences.change({ toolbarMode: "save" });
  expect(await preferences.get()).toEqual({ ...defaultPreferences, graceSeconds: 0, toolbarMode: "save" });
  expect(testBrowser.item("preferences")).toEqual({ version: 1, graceSeconds: 0, toolbarMode: "save" });
});

test("choices stored before a setting was there are read, and it is at its default", async () => {
  testBrowser.put("preferences", { version: 1, graceSeconds: 9 });
  expect(await effectivePreferences()).toMatchObject({
    values: { graceSeconds: 9, hiddenFields: [] },
    isUnreadable: false,
  });
});

test("two changes at once both count", async () => {
  testBrowser.state.latency = 1;
  await Promise.all([preferences.change({ graceSeconds: 9 }), preferences.change({ historyLength: 50 })]);
  expect(await preferences.get()).toMatchObject({ graceSeconds: 9, historyLength: 50 });
});

test("a policy's value is a default for who has chosen nothing, and the law where it is locked", async () => {
  testBrowser.state.policy = { graceSeconds: 10, toolbarMode: "save", lockedSettings: ["toolbarMode"] };
  expect(await preferences.get()).toMatchObject({ graceSeconds: 10, toolbarMode: "save" });
  await preferences.change({ graceSeconds: 2, toolbarMode: "form" });
  const { values, locked } = await effectivePreferences();
  expect(values).toMatchObject({ graceSeconds: 2, toolbarMode: "save" });
  expect(locked).toEqual(new Set(["toolbarMode"]));
  testBrowser.state.policy = undefined;
  expect(await preferences.get()).toMatchObject({ toolbarMode: "form" });
});

test("what is locked without a value stays at its default", async () => {
  await preferences.change({ liveBadge: true });
  testBrowser.state.policy = { lockedSettings: ["liveBadge"] };
  expect(await preferences.get()).toMatchObject({ liveBadge: false });
});

test("a wrong entry of the policy is named, and the right ones count", async () => {
  testBrowser.state.policy = {
    graceSeconds: "ten",
    recordLink: "http://stardex.example/{id}",
    defaultJob: "none",
    lockedSettings: ["defaultJob", "colour"],
  };
  const { values, locked, policyProblems } = await effectivePreferences();
  expect(values).toEqual({ ...defaultPreferences, defaultJob: "none" });
  expect(locked).toEqual(new Set(["defaultJob"]));
  expect(policyProblems).toEqual(["recordLink", "graceSeconds", 'lockedSettings: "colour"']);
});

test.each([
  { version: 7, graceSeconds: 3 },
  { version: 1, graceSeconds: -1 },
  { version: 1, hiddenFields: ["colour"] },
  "?",
])("choices that cannot be read count as none, are told, and are not overwritten: %j", async (stored) => {
  testBrowser.put("preferences", stored);
  const { values, isUnreadable } = await effectivePreferences();
  expect(values).toEqual(defaultPreferences);
  expect(isUnreadable).toBe(true);
  await expect(preferences.change({ graceSeconds: 1 })).rejects.toThrow("cannot be read");
  expect(JSON.parse(await preferences.raw())).toEqual(stored);
  await preferences.reset();
  expect((await effectivePreferences()).isUnreadable).toBe(false);
});

test("a watcher hears of its own item only, until it is stopped", async () => {
  const heard = vi.fn();
  const stop = preferences.watch(heard);
  testBrowser.put("other", 1);
  await preferences.change({ graceSeconds: 1 });
  expect(heard).toHaveBeenCalledTimes(1);
  stop();
  await preferences.change({ graceSeconds: 2 });
  expect(heard).toHaveBeenCalledTimes(1);
});
