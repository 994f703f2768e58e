/** A short run of what LinkedIn could change; the long one is `npm run accuracy -- --mutate`. */
import { expect, test } from "vitest";
import { loadGoldens } from "../../e2e/tools/golden.ts";
import { barFaults, sampleRun, threeRuns } from "../../e2e/tools/score.ts";

test("the own fixtures after LinkedIn's plausible changes", { timeout: 300_000 }, async () => {
  const goldens = loadGoldens("own");
  const runs = [await sampleRun(goldens, 1, 8), ...(await threeRuns(goldens, 1, 1))];
  expect(runs.flatMap(barFaults)).toEqual([]);
});
