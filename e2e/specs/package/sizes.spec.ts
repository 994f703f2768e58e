/** What the build may weigh at most, as shipped. `npm run bench -- --only sizes` lists what each part costs. */
import { expect, test } from "@playwright/test";
import { injectedFiles, MOST, popupFirstFiles, sizeOf, zipSize } from "../../bench/sizes.ts";

test("every script that is put into a page has at most 28 KB", () => {
  const sizes = injectedFiles().map((file) => ({ file, bytes: sizeOf([file]).bytes }));
  expect(sizes.length).toBeGreaterThan(1);
  // They only read, and run in another site's page: no zod, no polyfill.
  expect(sizes.filter(({ bytes }) => bytes > MOST.injected)).toEqual([]);
});

test("the popup's first scripts have at most 64 KB", () => {
  expect(sizeOf(popupFirstFiles()).bytes).toBeLessThanOrEqual(MOST.popupFirst);
});

// Nine languages are 120 KB of it, zod and papaparse 40 KB, the options page with everything many at once 35 KB.
test("the package, with icons and nine languages, has at most 370 KB", () => {
  expect(zipSize()).toBeLessThanOrEqual(MOST.package);
});
