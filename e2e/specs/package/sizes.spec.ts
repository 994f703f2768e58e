/** What the build may weigh at most: as shipped (minified), and gzipped to tell repetition from substance. */
import { expect, test } from "@playwright/test";
import {
  injectedSize,
  KB,
  popupFirstFiles,
  type Size,
  sizeOf,
  workerFiles,
  zipSize,
} from "../../bench/sizes.ts";

const BARS: { what: string; size: () => Size; bytes: number; gzip: number }[] = [
  // It is only reading, and goes into somebody else's page: no zod, no polyfill.
  { what: "injected script", size: injectedSize, bytes: 20 * KB, gzip: 8 * KB },
  { what: "popup's first scripts", size: () => sizeOf(popupFirstFiles()), bytes: 60 * KB, gzip: 22 * KB },
  { what: "worker", size: () => sizeOf(workerFiles()), bytes: 120 * KB, gzip: 42 * KB },
];

for (const { what, size, bytes, gzip } of BARS)
  test(`the ${what} weigh at most ${bytes} bytes, ${gzip} gzipped`, () => {
    const found = size();
    expect(found.bytes).toBeLessThanOrEqual(bytes);
    expect(found.gzip).toBeLessThanOrEqual(gzip);
  });

test("the package weighs at most 220 KB, icons and nine languages included", () => {
  expect(zipSize()).toBeLessThanOrEqual(220 * KB);
});
