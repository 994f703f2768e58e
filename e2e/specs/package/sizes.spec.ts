/** What the build may weigh at most, as shipped. `npm run bench -- --only sizes` lists what each part costs. */
import { expect, test } from "@playwright/test";
import { INJECTED, INJECTED_LINK, KB, popupFirstFiles, sizeOf, zipSize } from "../../bench/sizes.ts";

const BARS: { what: string; bytes: () => number; atMostKB: number }[] = [
  // They only read, and run in another site's page: no zod, no polyfill.
  { what: "script that reads a profile", bytes: () => sizeOf([INJECTED]).bytes, atMostKB: 28 },
  { what: "script that reads a link", bytes: () => sizeOf([INJECTED_LINK]).bytes, atMostKB: 28 },
  { what: "popup's first scripts", bytes: () => sizeOf(popupFirstFiles()).bytes, atMostKB: 64 },
  { what: "package, with icons and nine languages,", bytes: zipSize, atMostKB: 260 },
];

for (const { what, bytes, atMostKB } of BARS)
  test(`the ${what} has at most ${atMostKB} KB`, () => {
    expect(bytes()).toBeGreaterThan(0);
    expect(bytes()).toBeLessThanOrEqual(atMostKB * KB);
  });
