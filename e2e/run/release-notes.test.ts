import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import manifest from "../../manifest.json" with { type: "json" };
import packageJson from "../../package.json" with { type: "json" };
import lock from "../../package-lock.json" with { type: "json" };
import { notesOf } from "./release-notes.mjs";

const CHANGELOG = "# Changelog\n\n## 0.2.0 (unreleased)\n\n- New.\n\n## 0.1.0\n\n- Old.\n  More of it.\n";

test("the notes are the version's own section", () => {
  expect(notesOf(CHANGELOG, "0.2.0")).toBe("- New.");
  expect(notesOf(CHANGELOG, "0.1.0")).toBe("- Old.\n  More of it.");
});

test("a version that merely begins alike is another", () => {
  expect(() => notesOf(CHANGELOG, "0.1")).toThrow("CHANGELOG.md says nothing of 0.1");
});

test("the changelog begins with the present version", () => {
  const changelog = readFileSync("CHANGELOG.md", "utf8");
  expect(notesOf(changelog, packageJson.version)).not.toBe("");
  expect(/^## (\S+)/m.exec(changelog)?.[1]).toBe(packageJson.version);
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
