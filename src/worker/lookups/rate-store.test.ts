import { beforeEach, expect, test, vi } from "vitest";
import { testBrowser } from "../../testing/test-browser.ts";
import { createTestLocks } from "../../testing/test-locks.ts";
import { connect, removeConnection } from "../key/connection.ts";
import { createLimiters } from "./rate-store.ts";

vi.mock("webextension-polyfill", () => import("../../testing/test-browser.ts"));

const now = () => 1_000_000;

beforeEach(async () => {
  testBrowser.reset();
  vi.stubGlobal("navigator", { locks: createTestLocks() });
  await connect("ats-key-one", async () => undefined);
});

async function spend(key: string, calls: number): Promise<void> {
  const limiter = await createLimiters(now).ofKey(key);
  for (let n = 0; n < calls; n++) await limiter.count("queue");
}

test("connecting the same key again forgets no call, nor does a restart of the worker", async () => {
  await spend("ats-key-one", 58);
  await removeConnection();
  await connect("ats-key-one", async () => undefined);
  expect(await createLimiters(now).present.roomForQueue()).toBeGreaterThan(now());
});

test("another key has a count of its own, and the first one's is still there afterwards", async () => {
  await spend("ats-key-one", 58);
  await connect("ats-key-two", async () => undefined);
  expect(await createLimiters(now).present.roomForQueue()).toBeUndefined();
  await connect("ats-key-one", async () => undefined);
  expect(await createLimiters(now).present.roomForQueue()).toBeGreaterThan(now());
});

test("a key set by policy is counted like any other", async () => {
  testBrowser.state.policy = { apiKey: "ats-firm-key", lockedSettings: ["apiKey"] };
  await spend("ats-firm-key", 58);
  expect(await createLimiters(now).present.roomForQueue()).toBeGreaterThan(now());
});

test("a count that cannot be read starts afresh: the server still has its own", async () => {
  await spend("ats-key-one", 58);
  for (const key of testBrowser.state.items.keys())
    if (key.startsWith("rate:")) testBrowser.put(key, "damage");
  expect(await createLimiters(now).present.roomForQueue()).toBeUndefined();
});
