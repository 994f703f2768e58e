/** What the build may weigh at most, in bytes: as shipped (minified), and gzipped to tell repetition from substance. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "@playwright/test";

const BARS = [
  // It is only reading, and goes into somebody else's page: no zod, no polyfill.
  { what: "injected script", file: "src/capture/injected.js", bytes: 20_480, gzipped: 8_192 },
];

for (const { what, file, bytes, gzipped } of BARS)
  test(`the ${what} weighs at most ${bytes} bytes, ${gzipped} gzipped`, () => {
    const code = readFileSync(join("dist", file));
    expect(code.length).toBeLessThanOrEqual(bytes);
    expect(gzipSync(code, { level: 9 }).length).toBeLessThanOrEqual(gzipped);
  });
