import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { licensesListing, lockedPackages } from "./licenses.mjs";

/** None asks anything of our own source. */
const IN_EXTENSION = ["ISC", "MIT", "MPL-2.0"];
const ANYWHERE = [
  ...IN_EXTENSION,
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC-BY-4.0",
  "CC0-1.0",
  "MIT OR Apache-2.0",
  "MIT-0",
];

test("every package is under a license we may use", () => {
  const refused = lockedPackages().filter(
    ({ license, dev }) => !(dev ? ANYWHERE : IN_EXTENSION).includes(license),
  );
  expect(refused).toEqual([]);
});

test("what is in the extension is what package.json names, and nothing it drags in", () => {
  const bundled = lockedPackages().filter(({ dev }) => !dev);
  expect(bundled.map(({ name }) => name)).toEqual(Object.keys(packageJson.dependencies).sort());
});

test("docs/licenses.md lists the lock file's packages (else: npm run licenses)", () => {
  expect(readFileSync("docs/licenses.md", "utf8")).toBe(licensesListing());
});
