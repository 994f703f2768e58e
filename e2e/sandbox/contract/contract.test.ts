import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { FULL, REDUCED, reduceContract } from "./reduce.ts";

test.skipIf(!existsSync(FULL))("the committed contract is the public one, as far as it is played", () => {
  const committed = JSON.parse(readFileSync(REDUCED, "utf8"));
  expect(committed, "run: npx tsx e2e/sandbox/contract/reduce.ts").toEqual(
    JSON.parse(reduceContract(readFileSync(FULL, "utf8"))),
  );
});
