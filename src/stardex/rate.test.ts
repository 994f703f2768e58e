import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createRateLimiter, freshRateState, type RateState } from "./rate.ts";

function setUp() {
  const clock = { now: 1_000_000_000 };
  let state: RateState = freshRateState;
  const store = {
    get: async () => state,
    set: async (next: RateState) => {
      state = next;
    },
  };
  return {
    clock,
    limiter: createRateLimiter(store, () => clock.now),
    restart: () => createRateLimiter(store, () => clock.now),
  };
}

test("the queue takes three quarters of a minute's calls, also over a restart", async () => {
  const { clock, limiter, restart } = setUp();
  for (let n = 0; n < 44; n++) expect(await limiter.takeForQueue()).toBeUndefined();
  clock.now += 10_000;
  expect(await restart().takeForQueue()).toBeUndefined();
  expect(await restart().takeForQueue()).toBe(1_000_060_000);
  clock.now = 1_000_060_000;
  expect(await limiter.takeForQueue()).toBeUndefined();
});

test("calls taken at the same time are all counted", async () => {
  const { limiter } = setUp();
  const taken = await Promise.all(Array.from({ length: 60 }, () => limiter.takeForQueue()));
  expect(taken.filter((until) => until === undefined)).toHaveLength(45);
});

test("what the server says is left counts for other tools' calls too", async () => {
  const { clock, limiter } = setUp();
  const low = {
    "x-ratelimit-limit": "60",
    "x-ratelimit-remaining": "9",
    "x-ratelimit-reset": String((clock.now + 20_000) / 1000),
  };
  await limiter.observe(new Headers(low));
  expect(await limiter.takeForQueue()).toBe(clock.now + 20_000);
  await limiter.observe(new Headers({ ...low, "x-ratelimit-remaining": "50" }));
  expect(await limiter.takeForQueue()).toBeUndefined();
});

test("a higher limit is used, a closed door is respected", async () => {
  const { clock, limiter } = setUp();
  await limiter.observe(new Headers({ "x-ratelimit-limit": "600" }));
  for (let n = 0; n < 450; n++) expect(await limiter.takeForQueue()).toBeUndefined();
  expect(await limiter.takeForQueue()).toBeDefined();
  await limiter.close(clock.now + 90_000);
  clock.now += 89_999;
  expect(await limiter.takeForQueue()).toBe(clock.now + 1);
});

test("a clock that was set back does not stop the queue", async () => {
  const { clock, limiter } = setUp();
  for (let n = 0; n < 45; n++) await limiter.takeForQueue();
  clock.now -= 3_600_000;
  expect(await limiter.takeForQueue()).toBeUndefined();
});

test("in no minute more than 45 calls, and never a wait beyond a minute", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 5_000 }), { maxLength: 200 }), async (pauses) => {
      const { clock, limiter } = setUp();
      const calls: number[] = [];
      for (const pause of pauses) {
        clock.now += pause;
        const until = await limiter.takeForQueue();
        if (until === undefined) calls.push(clock.now);
        else expect(until - clock.now).toSatisfy((wait: number) => wait > 0 && wait <= 60_000);
      }
      for (const at of calls) {
        expect(calls.filter((call) => call > at - 60_000 && call <= at).length).toBeLessThanOrEqual(45);
      }
    }),
    { numRuns: 50 },
  );
});
