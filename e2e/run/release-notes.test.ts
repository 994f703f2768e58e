import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { notesOf } from "./release-notes.mjs";

const CHANGELOG = `# Changelog

## [Unreleased]

- Soon.

## [0.2.0] - 2027-03-01

- New.

## [0.1.0] - 2027-01-15

- Old.
  More of it.
`;

test("the notes are the version's own section", () => {
  expect(notesOf(CHANGELOG, "0.2.0")).toBe("- New.");
  expect(notesOf(CHANGELOG, "0.1.0")).toBe("- Old.\n  More of it.");
});

test("a version that merely begins alike is another", () => {
  expect(() => notesOf(CHANGELOG, "0.1")).toThrow("CHANGELOG.md says nothing of 0.1");
});

test("the changelog begins with what is not released, and every version has its date", () => {
  const headings = readFileSync("CHANGELOG.md", "utf8").match(/^## .*/gm) ?? [];
  expect(headings[0]).toBe("## [Unreleased]");
  const isDated = (heading: string) => /^## \[\d+\.\d+\.\d+\] - \d{4}-\d{2}-\d{2}$/.test(heading);
  expect(headings.slice(1).filter((heading) => !isDated(heading))).toEqual([]);
});
