import { beforeEach, expect, test, vi } from "vitest";
import type { Problem } from "../save.ts";
import { StardexError } from "../stardex/stardex-error.ts";
import {
  closeStorage,
  connect,
  markRefused,
  publicConnection,
  removeConnection,
  type StoredConnection,
  storedConnection,
} from "./connection.ts";
import { testBrowser } from "./test-browser.ts";
import { createTestLocks } from "./test-locks.ts";

vi.mock("webextension-polyfill", () => import("./test-browser.ts"));

const accepts = async () => undefined;
const refusesWith = (problem: Problem) => async () => {
  throw new StardexError(problem);
};

beforeEach(() => {
  testBrowser.reset();
  vi.stubGlobal("navigator", { locks: createTestLocks() });
});

test("a page learns the last four characters and a fingerprint, never the key", async () => {
  expect(await connect("  ats-secret-9876\n", accepts)).toBeUndefined();
  const connection = await publicConnection();
  expect(connection).toEqual({
    state: "connected",
    keyEnd: "9876",
    workspace: expect.stringMatching(/^[0-9a-f]{16}$/),
    refused: false,
  });
  expect(JSON.stringify(connection)).not.toContain("secret");
  expect((await storedConnection())?.key).toBe("ats-secret-9876");
});

test("the same key is the same workspace, another is another", async () => {
  const workspaces: (string | undefined)[] = [];
  for (const key of ["ats-one", "ats-two", "ats-one"]) {
    await connect(key, accepts);
    workspaces.push((await storedConnection())?.workspace);
  }
  expect(workspaces[0]).toBe(workspaces[2]);
  expect(workspaces[0]).not.toBe(workspaces[1]);
});

test("a key Stardex does not accept is not stored, and the one before stays", async () => {
  await connect("ats-good", accepts);
  const problem: Problem = { kind: "unauthorised", status: 401 };
  expect(await connect("ats-bad", refusesWith(problem))).toEqual(problem);
  expect((await storedConnection())?.key).toBe("ats-good");
});

test.each(["", "   ", "ats one", "ats-ключ", "ats\nx"])(
  "what cannot be a key is not tried: %j",
  async (pasted) => {
    const verify = vi.fn(accepts);
    expect(await connect(pasted, verify)).toEqual({ kind: "invalid", field: "key" });
    expect(verify).not.toHaveBeenCalled();
  },
);

test("a refusal marks the key it was made with, not one connected since, nor one accepted since", async () => {
  vi.useFakeTimers({ now: 1_000, toFake: ["Date"] });
  await connect("ats-one", accepts);
  const first = (await storedConnection()) as StoredConnection;
  await markRefused(first);
  expect(await publicConnection()).toMatchObject({ refused: true });
  vi.setSystemTime(2_000);
  await connect("ats-one", accepts);
  await markRefused(first);
  expect(await publicConnection()).toMatchObject({ refused: false });
  await connect("ats-two", accepts);
  await markRefused(first);
  expect(await publicConnection()).toMatchObject({ refused: false, keyEnd: "-two" });
  vi.useRealTimers();
});

test("a refusal noted while another key is stored does not put the old one back", async () => {
  await connect("ats-one", accepts);
  const first = (await storedConnection()) as StoredConnection;
  testBrowser.state.latency = 1;
  await Promise.all([markRefused(first), connect("ats-two", accepts)]);
  expect(await publicConnection()).toMatchObject({ refused: false, keyEnd: "-two" });
});

test("removed, unreadable or never there: not connected", async () => {
  await connect("ats-one", accepts);
  await removeConnection();
  expect(await publicConnection()).toEqual({ state: "not_connected" });
  testBrowser.put("connection", { version: 2 });
  expect(await publicConnection()).toEqual({ state: "not_connected" });
});

test("a key that cannot be stored is a problem with its name", async () => {
  testBrowser.state.writeError = new Error("QUOTA_BYTES quota exceeded");
  expect(await connect("ats-one", accepts)).toEqual({ kind: "storage_full" });
});

test("storage is closed to content scripts", async () => {
  await closeStorage();
  expect(testBrowser.state.accessLevel).toBe("TRUSTED_CONTEXTS");
});
