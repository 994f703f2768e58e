import { expect, test } from "vitest";
import { expandTitles } from "./expand-titles.ts";

test.each([
  ["cfo", "Chief Financial Officer"],
  ["CFO nordvale", "Chief Financial Officer nordvale"],
  ["nordvale coo, oslo", "nordvale Chief Operating Officer, oslo"],
  ["scoop", "scoop"],
  ["constructor", "constructor"],
  ["", ""],
])("%s -> %s", (typed, words) => {
  expect(expandTitles(typed)).toBe(words);
});
