import { readFileSync } from "node:fs";
import { afterEach, expect, test, vi } from "vitest";
import browser from "webextension-polyfill";
import { plural } from "./plurals.ts";

vi.mock("webextension-polyfill", () => import("../testing/test-browser.ts"));

afterEach(() => vi.restoreAllMocks());

/** As a browser in this language answers: "" for a key that it does not have. */
function speak(language: string): void {
  const words = JSON.parse(readFileSync(`public/_locales/${language}/messages.json`, "utf8"));
  vi.spyOn(browser.i18n, "getUILanguage").mockReturnValue(language.replace("_", "-"));
  vi.spyOn(browser.i18n, "getMessage").mockImplementation((key, values) =>
    (words[key]?.message ?? "").replace("$count$", String([values].flat()[0])),
  );
}

test.each([
  ["en", 0, "On 0 jobs"],
  ["en", 1, "On 1 job"],
  ["fr", 0, "Sur 0 mission"],
  ["fr", 2, "Sur 2 missions"],
  ["fr", 1_000_000, "Sur 1000000 missions"],
  ["pl", 1, "W 1 projekcie"],
  ["pl", 3, "W 3 projektach"],
  ["pl", 1.5, "W 1.5 projektu"],
  ["ja", 1, "案件 1 件"],
])("in %s, %d is %s", (language, count, expected) => {
  speak(language);
  expect(plural("match_on_jobs", count)).toBe(expected);
});
