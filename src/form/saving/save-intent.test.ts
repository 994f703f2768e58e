import { expect, test } from "vitest";
import type { SaveDraft } from "../../model/save.ts";
import { saveIntent } from "./save-intent.ts";

const job = (id: string) => ({
  job: { id, name: id, clientCompanyName: null, location: null, candidateCount: null },
});
const known = (update: object = {}): SaveDraft["known"] => ({
  personId: "p",
  name: null,
  onJobs: ["on"],
  update,
});

test.each([
  ["a new person", { jobs: [job("a")] }, undefined, false, "new"],
  ["nobody has said whether she is one of them", { jobs: [] }, undefined, true, "new_undecided"],
  ["a job she is not on", { jobs: [job("on"), job("a")] }, known(), false, "add"],
  ["a field", { jobs: [job("on")] }, known({ name: "x" }), false, "update"],
  ["a field and a job", { jobs: [job("a")] }, known({ name: "x" }), false, "update_and_add"],
  ["a note alone", { jobs: [job("on")], isMore: true }, known(), false, "more"],
  ["a job she is on already", { jobs: [job("on")] }, known(), false, "nothing"],
  ["nothing at all", { jobs: [] }, known(), false, "nothing"],
] as const)("%s", (_name, parts, part, isUndecided, intent) => {
  expect(saveIntent({ isMore: false, ...parts, jobs: [...parts.jobs] }, part, isUndecided)).toBe(intent);
});
