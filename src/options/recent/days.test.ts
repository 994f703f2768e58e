import { expect, test, vi } from "vitest";
import { someSave } from "../../testing/saves.ts";
import { byDay } from "./days.ts";

vi.mock("webextension-polyfill", () => import("../../testing/test-browser.ts"));

const noon = new Date(2026, 10, 23, 12).getTime();
const hour = 3_600_000;
const at = (createdAt: number) => someSave({ createdAt });

test("by the calendar, not by 24 hours", () => {
  const days = byDay([at(noon), at(noon - 11 * hour), at(noon - 13 * hour), at(noon - 40 * hour)], noon);
  expect(days.map(({ words, saves }) => [words, saves.length])).toEqual([
    ["today", 2],
    ["yesterday", 1],
    ["Saturday, November 21, 2026", 1],
  ]);
});

test("a day that comes twice, after a clock that was set back, is one", () => {
  expect(byDay([at(noon), at(noon - 24 * hour), at(noon + 1)], noon)).toHaveLength(2);
});

test("a time that is none is a day without words", () => {
  expect(byDay([at(1e20), at(Number.NaN), at(noon)], noon).map(({ words }) => words)).toEqual(["", "today"]);
});
