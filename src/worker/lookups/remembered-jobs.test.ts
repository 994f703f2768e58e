import { beforeEach, expect, test, vi } from "vitest";
import type { Stage } from "../../model/records.ts";
import { job } from "../../testing/records.ts";
import { testBrowser } from "../../testing/test-browser.ts";
import { createTestLocks } from "../../testing/test-locks.ts";
import { connect, publicConnection, removeConnection } from "../key/connection.ts";
import { pinJob, rememberedJobs, rememberJobs } from "./remembered-jobs.ts";

vi.mock("webextension-polyfill", () => import("../../testing/test-browser.ts"));

const [cfo, coo, ceo] = [job("cfo"), job("coo"), job("ceo")];
const second: Stage = { id: "s-2", name: "Interview" };
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

test("what cannot be read starts afresh", async () => {
  testBrowser.put(`jobs:${workspace}`, { version: 1, recent: "?" });
  expect(await rememberedJobs()).toEqual(nothing);
});
