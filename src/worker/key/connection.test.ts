import { beforeEach, expect, test, vi } from "vitest";
import { type Failure, StardexError } from "../../stardex/stardex-error.ts";
import { database } from "../../storage/database.ts";
import { testBrowser } from "../../testing/test-browser.ts";
import { createTestLocks } from "../../testing/test-locks.ts";
import { closeStorage } from "./close-storage.ts";
import {
  checkAgain,
  connect,
  markRefused,
  publicConnection,
  removeConnection,
  type StoredConnection,
  storedConnection,
} from "./connection.ts";

vi.mock("webextension-polyfill", () => import("../../testing/test-browser.ts"));

const accepts = async () => undefined;
const refusesWith = (problem: Failure) => async () => {
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
  const problem: Failure = { kind: "unauthorized", status: 401 };
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
  await (await database()).put("connection", { version: 2 }, "own");
  expect(await publicConnection()).toEqual({ state: "not_connected" });
});

test("a key that cannot be stored is a problem with its name", async () => {
  const full = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
    throw new DOMException("The disk is full", "QuotaExceededError");
  });
  expect(await connect("ats-one", accepts)).toEqual({ kind: "storage_full" });
  full.mockRestore();
});

test("storage is closed to content scripts", async () => {
  await closeStorage();
  expect(testBrowser.state.accessLevel).toBe("TRUSTED_CONTEXTS");
});

test("without a key of the user's the policy's is used, unseen by pages and unasked of Stardex", async () => {
  testBrowser.state.policy = { apiKey: " ats-firm-4321 " };
  const connection = await publicConnection();
  expect(connection).toMatchObject({ state: "connected", keyEnd: "4321", organizationKey: "in_use" });
  expect(JSON.stringify(connection)).not.toContain("firm");
  expect((await storedConnection())?.key).toBe("ats-firm-4321");
  expect(JSON.stringify([...testBrowser.state.items])).not.toContain("firm");
});

test("the user's own key wins, unless the policy's is locked", async () => {
  await connect("ats-own-1111", accepts);
  testBrowser.state.policy = { apiKey: "ats-firm-4321" };
  expect(await publicConnection()).not.toHaveProperty("organizationKey");
  expect((await storedConnection())?.key).toBe("ats-own-1111");
  testBrowser.state.policy = { apiKey: "ats-firm-4321", lockedSettings: ["apiKey"] };
  expect((await storedConnection())?.key).toBe("ats-firm-4321");
  expect(await publicConnection()).toMatchObject({ keyEnd: "4321", isLocked: true });
});

test.each(["two words", "ключ", 7])("a policy's key that cannot be one is told: %j", async (apiKey) => {
  testBrowser.state.policy = { apiKey, lockedSettings: ["apiKey"] };
  expect(await publicConnection()).toEqual({ state: "not_connected", organizationKey: "unusable" });
  await connect("ats-own-1111", accepts);
  expect(await publicConnection()).toMatchObject({ keyEnd: "1111", organizationKey: "unusable" });
});

test("a refusal of the policy's key is kept until Stardex accepts it again or the policy has another", async () => {
  testBrowser.state.policy = { apiKey: "ats-firm-4321" };
  await markRefused((await storedConnection()) as StoredConnection);
  expect(await publicConnection()).toMatchObject({ refused: true });
  const problem: Failure = { kind: "unauthorized", status: 401 };
  expect(await checkAgain(refusesWith(problem))).toEqual(problem);
  expect(await publicConnection()).toMatchObject({ refused: true });
  expect(await checkAgain(accepts)).toBeUndefined();
  expect(await publicConnection()).toMatchObject({ refused: false });

  await markRefused((await storedConnection()) as StoredConnection);
  testBrowser.state.policy = { apiKey: "ats-firm-8765" };
  expect(await publicConnection()).toMatchObject({ refused: false, keyEnd: "8765" });
});

test("without any key there is nothing to ask about", async () => {
  expect(await checkAgain(accepts)).toEqual({ kind: "not_connected" });
});
