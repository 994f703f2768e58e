import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import manifest from "../../manifest.json" with { type: "json" };
import packageJson from "../../package.json" with { type: "json" };
import lock from "../../package-lock.json" with { type: "json" };
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

test("the version stands in package.json alone, and npm's lock follows it", () => {
  expect(manifest).not.toHaveProperty("version");
  expect(lock.version).toBe(packageJson.version);
});

/** The names in the first column of a page's tables. */
function named(file: string): string[] {
  return [...readFileSync(file, "utf8").matchAll(/^\| `([^`]+)` \|/gm)].map(([, name = ""]) => name);
}

const asked = [...manifest.permissions, ...manifest.host_permissions];

test("the store is told of every permission, and of no other", () => {
  expect(named("docs/store/permissions.md").sort()).toEqual(asked.sort());
});

test("the README gives every permission its reason", () => {
  expect(named("README.md")).toEqual(expect.arrayContaining(asked));
});
