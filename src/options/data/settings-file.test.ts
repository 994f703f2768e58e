import { expect, test, vi } from "vitest";
import { defaultPreferences, type Preferences } from "../../settings/settings.ts";
import { readSettingsFile, settingsFile } from "./settings-file.ts";

vi.mock("webextension-polyfill", () => import("../../testing/test-browser.ts"));

const values: Preferences = {
  ...defaultPreferences,
  toolbarMode: "save",
  hiddenFields: ["phones", "externalId"],
  recordLink: "https://stardex.example/people/{id}",
  notifications: true,
  liveBadge: true,
};

const fileWith = (settings: object) => JSON.stringify({ format: "stardex-capture-settings", settings });

test("what is exported comes back, but for the switches that need a permission", () => {
  const read = readSettingsFile(settingsFile(values, new Date(0)));
  const { version: _version, notifications: _notifications, liveBadge: _liveBadge, ...portable } = values;
  expect(read).toEqual({ changes: portable });
});

test("an import takes what it knows and leaves the rest: a key in it is not even looked at", () => {
  expect(
    readSettingsFile(fileWith({ version: 1, graceSeconds: 3, liveBadge: true, apiKey: "ats-x" })),
  ).toEqual({
    changes: { graceSeconds: 3 },
  });
});

test.each(["", "{", "[]", '{"format":"another"}', JSON.stringify(defaultPreferences)])(
  "some other file is told apart: %j",
  (text) => expect(readSettingsFile(text)).toEqual({ problem: { kind: "not_settings" } }),
);

test("a newer format is told as such", () => {
  expect(readSettingsFile(fileWith({ version: 99 }))).toEqual({ problem: { kind: "newer" } });
});

test("every value that is not what it should be is named, and nothing is taken", () => {
  const settings = { version: 1, graceSeconds: 500, toolbarMode: "dance", historyLength: 10 };
  expect(readSettingsFile(fileWith(settings))).toEqual({
    problem: { kind: "wrong_values", names: ["toolbarMode", "graceSeconds"] },
  });
});
