import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { callInTab, TabTimeout } from "./call-in-tab.ts";

type Injection = {
  target: { tabId: number };
  injectImmediately?: boolean;
  files?: string[];
  args?: unknown[];
};

/** What the browser answers to each injection, in turn; an error is thrown. */
let answers: unknown[] = [];
let injections: Injection[] = [];

const HANGS = Symbol("a page that never answers");

vi.mock("webextension-polyfill", () => ({
  default: {
    scripting: {
      executeScript: async (injection: Injection) => {
        injections.push(injection);
        const answer = answers.shift();
        if (answer === HANGS) return await new Promise(() => {});
        if (answer instanceof Error) throw answer;
        return [{ result: answer }];
      },
    },
  },
}));

const refusal = new Error("Cannot access contents of the page.");
const call = () => callInTab(7, "src/reader.js", 5000, (word: string) => word, "hello");

beforeEach(() => {
  vi.useFakeTimers();
  injections = [];
});

afterEach(() => vi.useRealTimers());

test("puts the script in from the root, then calls the function with what it is given", async () => {
  answers = [null, "read"];
  expect(await call()).toBe("read");
  expect(injections).toMatchObject([
    { target: { tabId: 7 }, files: ["/src/reader.js"] },
    { target: { tabId: 7 }, args: ["hello"] },
  ]);
});

test("a refusal at the click is asked again, once the grant has arrived", async () => {
  answers = [refusal, null, "read"];
  const called = call();
  await vi.advanceTimersByTimeAsync(10);
  expect(await called).toBe("read");
  expect(injections.map(({ files }) => files !== undefined)).toEqual([true, true, false]);
});

test("a page that may not be scripted is given up on after four tries", async () => {
  answers = [refusal, refusal, refusal, refusal];
  const called = expect(call()).rejects.toThrow("Cannot access contents of the page.");
  await vi.advanceTimersByTimeAsync(1000);
  await called;
  expect(injections).toHaveLength(4);
});

test("what the function itself throws is not tried again", async () => {
  answers = [null, new Error("No such frame")];
  await expect(call()).rejects.toThrow("No such frame");
  expect(injections).toHaveLength(2);
});

test("neither call waits for a page that still streams in", async () => {
  answers = [null, "read"];
  await call();
  expect(injections.map(({ injectImmediately }) => injectImmediately)).toEqual([true, true]);
});

test.each([
  ["the injection", [HANGS]],
  ["the call", [null, HANGS]],
])("%s that never comes back is given up on after the limit", async (_what, hanging) => {
  answers = hanging;
  const called = expect(call()).rejects.toThrow(TabTimeout);
  await vi.advanceTimersByTimeAsync(5000);
  await called;
});
