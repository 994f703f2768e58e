import * as fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Match } from "../../model/records.ts";
import { testBrowser } from "../../testing/test-browser.ts";
import { createTestLocks } from "../../testing/test-locks.ts";
import { cachedMatch, FRESH, forgetMatch, rememberMatch } from "./match-cache.ts";

vi.mock("webextension-polyfill", () => import("../../testing/test-browser.ts"));

const ada = "https://www.linkedin.com/in/ada";
const fresh = (at: number): Match => ({ state: "possible", at, people: [], namesakes: 2, isComplete: true });

beforeEach(() => {
  vi.setSystemTime(1000);
  testBrowser.reset();
  vi.stubGlobal("navigator", { locks: createTestLocks() });
});

afterEach(() => void vi.useRealTimers());

test("a look-up holds for ten minutes, for its profile and its workspace", async () => {
  await rememberMatch("w", ada, fresh(1000));
  expect(await cachedMatch("w", ada, 1000)).toEqual(fresh(1000));
  expect(await cachedMatch("w", ada, 1000 + FRESH - 1)).toEqual(fresh(1000));
  expect(await cachedMatch("w", ada, 1000 + FRESH)).toBeNull();
  expect(await cachedMatch("w", `${ada}-2`, 1000)).toBeNull();
  expect(await cachedMatch("other", ada, 1000)).toBeNull();
});

test("that nobody was found holds for two minutes: a colleague may add the person", async () => {
  const none: Match = { state: "new", at: 1000, namesakes: 0, isComplete: true };
  await rememberMatch("w", ada, none);
  expect(await cachedMatch("w", ada, 1000 + 119_999)).toEqual(none);
  expect(await cachedMatch("w", ada, 1000 + 120_000)).toBeNull();
});

test("one of the future, after the clock was set back, holds no more", async () => {
  await rememberMatch("w", ada, fresh(5000));
  expect(await cachedMatch("w", ada, 4999)).toBeNull();
});

test("a later look-up takes the place of the earlier, and it can be forgotten", async () => {
  await rememberMatch("w", ada, fresh(1000));
  await rememberMatch("w", ada, fresh(2000));
  expect(await cachedMatch("w", ada, 2000)).toEqual(fresh(2000));
  await forgetMatch("w", ada);
  expect(await cachedMatch("w", ada, 2000)).toBeNull();
});

test("what cannot be read is none, whatever it is", async () => {
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), async (junk) => {
      testBrowser.state.sessionItems.set(`cache:match:w:${ada}`, JSON.stringify(junk));
      testBrowser.state.sessionItems.set("cache:match", JSON.stringify(junk));
      expect(await cachedMatch("w", ada, 1000)).toBeNull();
      await rememberMatch("w", ada, fresh(1000));
      expect(await cachedMatch("w", ada, 1000)).toEqual(fresh(1000));
    }),
  );
});

test("a full storage fails nobody", async () => {
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
  testBrowser.state.writeError = new Error("Session storage quota bytes exceeded.");
  await rememberMatch("w", ada, fresh(1000));
  expect(await cachedMatch("w", ada, 1000)).toBeNull();
  testBrowser.state.writeError = undefined;
  await rememberMatch("w", ada, fresh(1000));
  expect(await cachedMatch("w", ada, 1000)).toEqual(fresh(1000));
});

test("it stays small: the oldest go, and none is left behind, also when many are written at once", async () => {
  await Promise.all(Array.from({ length: 350 }, (_, n) => rememberMatch("w", `${ada}-${n}`, fresh(n))));
  expect(testBrowser.state.sessionItems.size).toBe(201);
  expect(await cachedMatch("w", `${ada}-149`, 400)).toBeNull();
  expect(await cachedMatch("w", `${ada}-150`, 400)).toEqual(fresh(150));
  expect(await cachedMatch("w", `${ada}-349`, 400)).toEqual(fresh(349));
});
