import { expect, test } from "@playwright/test";
import { soak } from "../soak/soak.ts";

test("saves under random faults and kills: none lost, none doubled", async () => {
  test.setTimeout(240_000);
  const figures = await soak({ saves: 30, kills: 6, seed: 20261123 });
  expect(figures).toMatchObject({ lost: 0, duplicated: 0, inDoubtWrongly: 0, complaints: [] });
  expect(figures.accepted).toBeGreaterThan(20);
  expect(figures.workerKills + figures.browserKills).toBeGreaterThan(3);
});
