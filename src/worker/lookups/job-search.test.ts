import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Behavior } from "../../../e2e/sandbox/behavior.ts";
import type { Job } from "../../model/records.ts";
import { sandboxClient } from "../../testing/sandbox-client.ts";
import { testBrowser } from "../../testing/test-browser.ts";
import { createTestLocks } from "../../testing/test-locks.ts";
import { connect, storedConnection } from "../key/connection.ts";
import { jobStages } from "./job-detail.ts";
import { searchJobs } from "./job-search.ts";
import { rememberJobs } from "./remembered-jobs.ts";

vi.mock("webextension-polyfill", () => import("../../testing/test-browser.ts"));

let { sandbox, store, client, paths } = sandboxClient();
let hasRoom: boolean;
let workspace: string;

beforeEach(async () => {
  vi.useFakeTimers({ now: Date.parse("2026-11-26T10:00:00Z"), toFake: ["Date"] });
  testBrowser.reset();
  vi.stubGlobal("navigator", { locks: createTestLocks() });
  hasRoom = true;
  ({ sandbox, store, client, paths } = sandboxClient({ rateLimit: { limit: 1000 } }));
  await connect("ats-key-one", async () => undefined);
  workspace = (await storedConnection())?.workspace ?? "";
});
afterEach(() => void vi.useRealTimers());

const parts = { clientFor: () => client, limiter: { roomForLookUp: async () => hasRoom } };

async function search(text: string): Promise<string[]> {
  const answer = await searchJobs(text, parts);
  if (!answer.ok) throw new Error(answer.problem.kind);
  return answer.jobs.map(({ name, clientCompanyName }) => `${name}, ${clientCompanyName}`);
}

const seeded = (name: string, client: string): Job => {
  const job = store.jobs.find((one) => one.name === name && one.client_company_name === client);
  if (!job) throw new Error(`${name} of ${client} is not seeded`);
  return { id: job.id, name, clientCompanyName: client, location: null, candidateCount: null };
};

test.each<Partial<Behavior>>([{ keywords: "all" }, { keywords: "any" }])(
  "titles and their abbreviations find each other, with words of the client in any order: %j",
  async (behavior) => {
    Object.assign(sandbox.behavior, behavior);
    const [job] = store.jobs;
    if (!job) throw new Error("No job is seeded");
    job.name = "CHRO";
    for (const text of ["cfo nordvale", "Nordvale CFO", "chief financial officer nordvale", "nordv cfo"])
      expect(await search(text)).toEqual(["Chief Financial Officer, Nordvale Energy"]);
    expect((await search("cfo")).every((one) => one.startsWith("Chief Financial Officer"))).toBe(true);
    expect(await search("chief human resources officer")).toEqual([`CHRO, ${job.client_company_name}`]);
    expect(await search("gc harrowgate")).toEqual(["General Counsel, Harrowgate Capital"]);
    expect(await search("no such job")).toEqual([]);
  },
);

test("the jobs of a client of this name come first", async () => {
  const [job] = store.jobs;
  if (!job) throw new Error("No job is seeded");
  job.name = "Head of Nordvale liaison";
  const found = await search("nordvale");
  expect(found.at(-1)).toContain("Head of Nordvale liaison");
  expect(found.length).toBeGreaterThan(3);
});

test("recent jobs are found by their initials", async () => {
  await rememberJobs(workspace, [{ job: seeded("General Counsel", "Harrowgate Capital") }]);
  expect(await search("hcgc")).toEqual(["General Counsel, Harrowgate Capital"]);
  expect(await search("tfgc")).toEqual([]);
});

test("what was just made in Stardex is found at once; what was found is kept for a minute", async () => {
  expect(await search("Treasurer")).toEqual([]);
  const [job] = store.jobs;
  if (!job) throw new Error("No job is seeded");
  store.jobs.push({ ...job, id: "new", name: "Treasurer" });
  expect(await search("Treasurer")).toHaveLength(1);
  const calls = paths().length;
  expect(await search(" treasurer ")).toHaveLength(1);
  expect(paths()).toHaveLength(calls);
  vi.setSystemTime(Date.now() + 60_000);
  store.jobs.pop();
  expect(await search("Treasurer")).toEqual([]);
});

test("while calls are short it is said that nobody was asked", async () => {
  hasRoom = false;
  const closed = { ok: false, problem: { kind: "rate_limited" } };
  expect(await searchJobs("cfo", parts)).toEqual(closed);
  expect(await jobStages(store.jobs[0]?.id ?? "", parts)).toEqual(closed);
  expect(paths()).toEqual([]);
});

test("a job tells whether it is open, its stages and the one last used, once in five minutes", async () => {
  const job = seeded("General Counsel", "Harrowgate Capital");
  const stored = store.job(job.id);
  if (!stored) throw new Error("The job is not seeded");
  const [, second] = stored.pipeline_stages;
  if (!second) throw new Error("The job has one stage");
  await rememberJobs(workspace, [{ job, stage: second }]);
  const stages = stored.pipeline_stages;
  expect(await jobStages(job.id, parts)).toEqual({ ok: true, isOpen: true, stages, lastStageId: second.id });
  stored.is_archived = true;
  expect(await jobStages(job.id, parts)).toMatchObject({ isOpen: true });
  expect(paths()).toHaveLength(1);
  vi.setSystemTime(Date.now() + 5 * 60_000);
  expect(await jobStages(job.id, parts)).toMatchObject({ isOpen: false, stages });
  expect(await jobStages("gone", parts)).toEqual({ ok: true, isOpen: false, stages: [], lastStageId: null });
});
