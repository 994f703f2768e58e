import { expect, test } from "vitest";
import type { SaveDraft } from "../../model/save.ts";
import { saveIntent } from "./save-intent.ts";

const job = (id: string) => ({
  job: { id, name: id, clientCompanyName: null, location: null, candidateCount: null },
});
const known = (update: object = {}): SaveDraft["known"] => ({
  personId: "p",
  name: null,
  linkedinUrl: null,
  onJobs: ["on"],
  update,
});

test.each([
  ["a new person", { jobs: [job("a")] }, undefined, "new"],
  ["a job the person is not on", { jobs: [job("on"), job("a")] }, known(), "add"],
  ["a field", { jobs: [job("on")] }, known({ name: "x" }), "update"],
  ["a field and a job", { jobs: [job("a")] }, known({ name: "x" }), "update_and_add"],
  ["a note alone", { jobs: [job("on")], isMore: true }, known(), "more"],
  ["a job the person is on already", { jobs: [job("on")] }, known(), "nothing"],
  ["nothing at all", { jobs: [] }, known(), "nothing"],
] as const)("%s", (_name, parts, part, intent) => {
  expect(saveIntent({ isMore: false, ...parts, jobs: [...parts.jobs] }, part)).toBe(intent);
});
