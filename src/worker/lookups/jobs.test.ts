import { beforeEach, expect, test, vi } from "vitest";
import type { Job, Stage } from "../../model/records.ts";
import { StardexError } from "../../stardex/stardex-error.ts";
import { job } from "../../testing/records.ts";
import { testBrowser } from "../../testing/test-browser.ts";
import { createTestLocks } from "../../testing/test-locks.ts";
import { connect, publicConnection, removeConnection } from "../key/connection.ts";
import { jobStages, pinJob, rememberedJobs, rememberJobs, searchJobs } from "./jobs.ts";

vi.mock("webextension-polyfill", () => import("../../testing/test-browser.ts"));

const [cfo, coo, ceo] = [job("cfo"), job("coo"), job("ceo")];
const [first, second]: [Stage, Stage] = [
  { id: "s-1", name: "Longlist" },
  { id: "s-2", name: "Interview" },
];
const nothing = { pinned: [], recent: [], last: null };

let workspace = "";

beforeEach(async () => {
  testBrowser.reset();
  vi.stubGlobal("navigator", { locks: createTestLocks() });
  await connect("ats-key-one", async () => undefined);
  const connection = await publicConnection();
  workspace = connection.state === "connected" ? connection.workspace : "";
});

test("a save's jobs are the recent ones, its first is the last, with the stage used on it", async () => {
  expect(await rememberedJobs()).toEqual(nothing);
  await rememberJobs(workspace, [{ job: cfo }]);
  await rememberJobs(workspace, [{ job: coo, stage: second }, { job: ceo }]);
  expect(await rememberedJobs()).toEqual({
    pinned: [],
    recent: [coo, ceo, cfo],
    last: { job: coo, stage: second },
  });
});

test("a save on no job leaves the recent ones and is remembered as such", async () => {
  await rememberJobs(workspace, [{ job: cfo }]);
  await rememberJobs(workspace, []);
  expect(await rememberedJobs()).toEqual({ ...nothing, recent: [cfo] });
});

test("a job's stage is forgotten when its first is used again", async () => {
  await rememberJobs(workspace, [{ job: cfo, stage: second }]);
  await rememberJobs(workspace, [{ job: coo }]);
  await rememberJobs(workspace, [{ job: cfo }]);
  expect((await rememberedJobs()).last).toEqual({ job: cfo });
});

test("five recent jobs are kept, each once", async () => {
  for (const id of ["1", "2", "3", "4", "2", "5", "6"]) await rememberJobs(workspace, [{ job: job(id) }]);
  expect((await rememberedJobs()).recent.map(({ id }) => id)).toEqual(["6", "5", "2", "4", "3"]);
});

test("jobs are pinned and taken out again, in the order they were pinned", async () => {
  await pinJob(cfo, true);
  await pinJob(coo, true);
  expect(await pinJob(cfo, true)).toEqual({ ...nothing, pinned: [coo, cfo] });
  expect(await pinJob(coo, false)).toEqual({ ...nothing, pinned: [cfo] });
  expect(await rememberedJobs()).toEqual({ ...nothing, pinned: [cfo] });
});

test("what is pinned and saved at the same time is all kept", async () => {
  testBrowser.state.latency = 1;
  await Promise.all([pinJob(cfo, true), rememberJobs(workspace, [{ job: coo }]), pinJob(ceo, true)]);
  expect(await rememberedJobs()).toEqual({ pinned: [cfo, ceo], recent: [coo], last: { job: coo } });
});

test("jobs belong to their key, and without one there are none", async () => {
  await rememberJobs(workspace, [{ job: cfo }]);
  await connect("ats-key-two", async () => undefined);
  expect(await rememberedJobs()).toEqual(nothing);
  await removeConnection();
  expect(await rememberedJobs()).toEqual(nothing);
  expect(await pinJob(cfo, true)).toEqual(nothing);
});

test("what the first version remembered is still there; what cannot be read starts afresh", async () => {
  const key = `jobs:${workspace}`;
  testBrowser.put(key, { version: 1, recent: [cfo, coo], last: cfo });
  expect(await rememberedJobs()).toEqual({ pinned: [], recent: [cfo, coo], last: { job: cfo } });
  await pinJob(ceo, true);
  expect(testBrowser.item(key)).toMatchObject({ version: 2, pinned: [ceo], recent: [cfo, coo], last: cfo });
  testBrowser.put(key, { version: 1, recent: "?" });
  expect(await rememberedJobs()).toEqual(nothing);
});

function createStardex(found: Job[], stages: Stage[]) {
  const calls: string[] = [];
  const client = {
    async searchJobs(text: string) {
      calls.push(text);
      return found;
    },
    async jobStages(jobId: string) {
      calls.push(jobId);
      return stages;
    },
  };
  return { calls, client, clientFor: () => client };
}

test("the same words are asked for once a browser session, also at the same time", async () => {
  const { calls, clientFor } = createStardex([cfo], []);
  const answers = await Promise.all([
    searchJobs("cfo acme", clientFor),
    searchJobs(" CFO  Acme ", clientFor),
  ]);
  expect(answers).toEqual([
    { ok: true, jobs: [cfo] },
    { ok: true, jobs: [cfo] },
  ]);
  expect(await searchJobs("cfo acme", clientFor)).toEqual({ ok: true, jobs: [cfo] });
  expect(calls).toEqual(["cfo acme"]);
  await connect("ats-key-two", async () => undefined);
  await searchJobs("cfo acme", clientFor);
  expect(calls).toHaveLength(2);
});

test("a search that fails says why and is asked again; without a key none is made", async () => {
  const { calls, client, clientFor } = createStardex([cfo], []);
  vi.spyOn(client, "searchJobs").mockRejectedValueOnce(new StardexError({ kind: "server", status: 502 }));
  expect(await searchJobs("", clientFor)).toEqual({ ok: false, problem: { kind: "server", status: 502 } });
  expect(await searchJobs("", clientFor)).toEqual({ ok: true, jobs: [cfo] });
  await removeConnection();
  expect(await searchJobs("x", clientFor)).toEqual({ ok: false, problem: { kind: "not_connected" } });
  expect(calls).toEqual([""]);
});

test("a job's stages are asked for once, and tell the one last used while it is still among them", async () => {
  const { calls, clientFor } = createStardex([], [first, second]);
  expect(await jobStages("cfo", clientFor)).toEqual({
    ok: true,
    stages: [first, second],
    lastStageId: null,
  });
  await rememberJobs(workspace, [{ job: coo }, { job: cfo, stage: second }]);
  expect(await jobStages("cfo", clientFor)).toMatchObject({ lastStageId: "s-2" });
  await rememberJobs(workspace, [{ job: cfo, stage: { id: "s-gone", name: "Gone" } }]);
  expect(await jobStages("cfo", clientFor)).toMatchObject({ lastStageId: null });
  expect(calls).toEqual(["cfo"]);
});
