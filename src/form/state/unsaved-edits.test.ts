import { expect, test } from "vitest";
import type { FormValues } from "../values/form-values.ts";
import { loadEdits, storeEdits } from "./unsaved-edits.ts";

const url = "https://www.linkedin.com/in/ada";
const job = { id: "j", name: "Plant Manager", clientCompanyName: null, location: null, candidateCount: 2 };
const values: Partial<FormValues> = {
  note: "Met in Oslo\nCall back",
  taskDue: "2026-12-01",
  role: "both",
  jobs: [{ job, stage: { id: "s", name: "Screened" } }],
  jobText: "general cou",
  client: { id: null, name: "Northlight" },
  list: { id: "l", name: "Bench" },
};
const nothing = { values: {}, identity: null };

test.each(["new", { personId: "p1" }, null] as const)(
  "what was edited is there again, and who the user said the person is: %j",
  async (identity) => {
    await storeEdits("w", url, { values, identity });
    expect(await loadEdits("w", url)).toEqual({ values, identity });
  },
);

test("a client or a list that was taken out stays out", async () => {
  const emptied = { client: null, list: null, jobs: [] };
  await storeEdits("w", url, { values: emptied, identity: null });
  expect(await loadEdits("w", url)).toEqual({ values: emptied, identity: null });
});

test("another key and another profile have edits of their own; without any nothing is kept", async () => {
  await storeEdits("w", url, { values: { name: "Ada" }, identity: null });
  expect(await loadEdits("other", url)).toEqual(nothing);
  expect(await loadEdits("w", `${url}-2`)).toEqual(nothing);
  await storeEdits("w", url, nothing);
  expect(await loadEdits("w", url)).toEqual(nothing);
});

test("edits that make no sense any more are none", async () => {
  await storeEdits("w", url, { values: { role: "boss" as never }, identity: null });
  expect(await loadEdits("w", url)).toEqual(nothing);
});
