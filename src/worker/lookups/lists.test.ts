import { beforeEach, expect, test, vi } from "vitest";
import { StardexError } from "../../stardex/stardex-error.ts";
import { testBrowser } from "../../testing/test-browser.ts";
import { createTestLocks } from "../../testing/test-locks.ts";
import { connect } from "../key/connection.ts";
import { searchLists } from "./lists.ts";

vi.mock("webextension-polyfill", () => import("../../testing/test-browser.ts"));

beforeEach(async () => {
  testBrowser.reset();
  vi.stubGlobal("navigator", { locks: createTestLocks() });
  await connect("ats-key-one", async () => undefined);
});

test("lists are asked for once for the same words, and again after a failure", async () => {
  const lists = [{ id: "l-1", name: "CFOs in Berlin" }];
  const search = vi
    .fn()
    .mockRejectedValueOnce(new StardexError({ kind: "timeout" }))
    .mockResolvedValue(lists);
  const parts = { clientFor: () => ({ searchLists: search }), limiter: { roomForLookUp: async () => true } };
  expect(await searchLists("cfo", parts)).toEqual({ ok: false, problem: { kind: "timeout" } });
  expect(await searchLists("cfo", parts)).toEqual({ ok: true, lists });
  expect(await searchLists("CFO ", parts)).toEqual({ ok: true, lists });
  expect(search.mock.calls).toEqual([["cfo"], ["cfo"]]);
});
