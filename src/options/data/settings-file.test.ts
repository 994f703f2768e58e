import { beforeEach, expect, test, vi } from "vitest";
import { type Choices, defaultSettings, readSettings, settings } from "../../settings/settings.ts";
import { testBrowser } from "../../testing/test-browser.ts";
import { createTestLocks } from "../../testing/test-locks.ts";
import { readSettingsFile, settingsFile } from "./settings-file.ts";

vi.mock("webextension-polyfill", () => import("../../testing/test-browser.ts"));

beforeEach(() => {
  testBrowser.reset();
  vi.stubGlobal("navigator", { locks: createTestLocks() });
});

const fileWith = (settings: object) => JSON.stringify({ format: "stardex-capture-settings", settings });

test("what is exported comes back, but for the switches that need a permission", () => {
  const portable: Choices = { toolbarMode: "save", hiddenFields: ["phones"], graceSeconds: 0 };
  const file = settingsFile({ ...portable, notifications: true, liveBadge: true }, new Date(0));
  expect(readSettingsFile(file)).toEqual({ choices: portable });
});

test("a default and a policy's value are not in the file, so a later policy still counts elsewhere", async () => {
  testBrowser.state.policy = { graceSeconds: 10 };
  await settings.change({ defaultJob: "none" });
  const read = readSettingsFile(settingsFile((await readSettings()).chosen, new Date(0)));
  expect(read).toEqual({ choices: { defaultJob: "none" } });
  testBrowser.reset();
  testBrowser.state.policy = { graceSeconds: 20, historyLength: 50 };
  if ("choices" in read) await settings.change(read.choices);
  expect(await settings.get()).toEqual({
    ...defaultSettings,
    defaultJob: "none",
    graceSeconds: 20,
    historyLength: 50,
  });
});

test("an import takes what it knows and leaves the rest: a key in it is not even looked at", () => {
  expect(
    readSettingsFile(fileWith({ version: 1, graceSeconds: 3, liveBadge: true, apiKey: "ats-x" })),
  ).toEqual({ choices: { graceSeconds: 3 } });
});

test.each(["", "{", "[]", '{"format":"another"}', JSON.stringify(defaultSettings)])(
  "some other file is told apart: %j",
  (text) => expect(readSettingsFile(text)).toEqual({ problem: { kind: "not_settings" } }),
);

test("a newer format is told as such", () => {
  expect(readSettingsFile(fileWith({ version: 99 }))).toEqual({ problem: { kind: "newer" } });
});

test("every value that is not what it should be is named, and nothing is taken", () => {
  const entries = { version: 1, graceSeconds: 500, toolbarMode: "dance", historyLength: 10 };
  expect(readSettingsFile(fileWith(entries))).toEqual({
    problem: { kind: "wrong_values", names: ["toolbarMode", "graceSeconds"] },
  });
});
