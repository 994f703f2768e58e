/** Facts of the manifest that also stand elsewhere. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import manifest from "../../manifest.json" with { type: "json" };
import packageJson from "../../package.json" with { type: "json" };
import lock from "../../package-lock.json" with { type: "json" };

const README = readFileSync("README.md", "utf8");

const always = [...manifest.permissions, ...manifest.host_permissions];
const onRequest = [...manifest.optional_permissions, ...manifest.optional_host_permissions];

test("the version stands in package.json alone, and npm's lock follows it", () => {
  expect(manifest).not.toHaveProperty("version");
  expect(lock.version).toBe(packageJson.version);
});

/** The names in the first column of the page's tables. */
function named(page: string): string[] {
  return [...page.matchAll(/^\| `([^`]+)`(?: \(optional\))? \|/gm)].map(([, name = ""]) => name);
}

test("README and store give every permission its reason, and no other", () => {
  const all = [...always, ...onRequest].sort();
  expect(named(README).sort()).toEqual(all);
  expect(named(readFileSync("docs/store/permissions.md", "utf8")).sort()).toEqual(all);
});

test("the README names the oldest Chrome and Firefox that the build is for", () => {
  const [, firefox] = /FIREFOX_MINIMUM = "(\d+)/.exec(readFileSync("vite.config.ts", "utf8")) ?? [];
  expect(README).toContain(`**Chrome** ${manifest.minimum_chrome_version} or newer`);
  expect(README).toContain(`**Firefox** ${firefox} or newer`);
});

test("the README is for somebody with a minute", () => {
  expect(README.split(/\s+/).length).toBeLessThanOrEqual(1_500);
});
