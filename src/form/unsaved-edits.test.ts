import { expect, test } from "vitest";
import { emptyForm, type FormKey, type FormValues } from "./form-values.ts";
import { loadEdits, storeEdits } from "./unsaved-edits.ts";

const url = "https://www.linkedin.com/in/ada";
const job = { id: "j", name: "Plant Manager", clientCompanyName: null, location: null, candidateCount: 2 };
const values: FormValues = {
  ...emptyForm(url).values,
  name: "Ada",
  note: "Met in Oslo\nCall back",
  taskDue: "2026-12-01",
  role: "both",
  jobs: [{ job, stage: { id: "s", name: "Screened" } }],
  client: { id: null, name: "Northlight" },
  list: { id: "l", name: "Bench" },
};

test("what was edited is there again, all else is not", async () => {
  const edited: FormKey[] = ["note", "taskDue", "role", "jobs", "client", "list"];
  await storeEdits("w", url, values, new Set(edited));
  const { note, taskDue, role, jobs, client, list } = values;
  expect(await loadEdits("w", url)).toEqual({ note, taskDue, role, jobs, client, list });
});

test("a client or a list that was taken out stays out", async () => {
  await storeEdits(
    "w",
    url,
    { ...values, client: null, list: null, jobs: [] },
    new Set(["client", "list", "jobs"]),
  );
  expect(await loadEdits("w", url)).toEqual({ client: null, list: null, jobs: [] });
});

test("another key and another profile have drafts of their own; without edits there is none", async () => {
  await storeEdits("w", url, values, new Set(["name"]));
  expect(await loadEdits("other", url)).toEqual({});
  expect(await loadEdits("w", `${url}-2`)).toEqual({});
  await storeEdits("w", url, values, new Set());
  expect(await loadEdits("w", url)).toEqual({});
});
