import { expect, test } from "vitest";
import english from "../../public/_locales/en/messages.json" with { type: "json" };
import { problemKinds } from "../model/problem.ts";

const words: Partial<Record<string, { message: string }>> = english;

test.each(problemKinds)("%s is said, with what to do next", (kind) => {
  expect(words[`problem_${kind}`]?.message).toBeTruthy();
  expect(words[`problem_${kind}_next`]?.message).toBeTruthy();
});

test("no two problems are said in the same words", () => {
  const titles = problemKinds.map((kind) => words[`problem_${kind}`]?.message);
  expect(new Set(titles).size).toBe(titles.length);
});
