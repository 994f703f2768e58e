import { expect, test, vi } from "vitest";
import { clockTime, dayName, exactTime, isoTime, relativeTime } from "./time.ts";

vi.mock("webextension-polyfill", () => import("../testing/test-browser.ts"));

const now = Date.UTC(2026, 10, 23, 12);
const minute = 60_000;

test.each([
  [0, "now"],
  [-30_000, "now"],
  [-minute, "1 minute ago"],
  [-59 * minute, "59 minutes ago"],
  [-60 * minute, "1 hour ago"],
  [-26 * 60 * minute, "yesterday"],
  [2 * minute, "in 2 minutes"],
  [-8 * 24 * 60 * minute, "Nov 15, 2026"],
])("%i ms from now is %s", (distance, words) => expect(relativeTime(now + distance, now, "en")).toBe(words));

test("in another language the words are that language's", () => {
  expect(relativeTime(now - 3 * minute, now, "de")).toBe("vor 3 Minuten");
  expect(exactTime(now, "de")).toContain("23. November 2026");
});

test.each([1e20, -1e20, Number.NaN, Number.POSITIVE_INFINITY])("what is no time has no words: %d", (at) => {
  expect([exactTime(at, "en"), clockTime(at, "en"), dayName(at, now, "en"), isoTime(at)]).toEqual([
    "",
    "",
    "",
    undefined,
  ]);
  expect(() => relativeTime(at, now, "en")).not.toThrow();
});
