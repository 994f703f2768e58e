import * as fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "../testing/runs.ts";
import { createRateLimiter, freshRateState, type RateState } from "./rate.ts";

const MINUTE = 60_250;

function setUp() {
  const clock = { now: 1_000_000_000 };
  const stored = { state: freshRateState };
  const store = {
    get: async () => stored.state,
    set: async (next: RateState) => {
      stored.state = next;
    },
  };
  const start = () => createRateLimiter(store, () => clock.now);
  return { clock, stored, limiter: start(), restart: start };
}

type Limiter = ReturnType<typeof createRateLimiter>;

/** Makes the queue's calls until it is told to wait; how many, and until when. */
async function drain(limiter: Limiter): Promise<{ calls: number; until: number }> {
  for (let calls = 0; ; calls++) {
    const until = await limiter.roomForQueue();
    if (until !== undefined) return { calls, until };
    await limiter.count("queue");
  }
}

function headers(clock: { now: number }, left: number, seconds: number): Headers {
  return new Headers({
    "x-ratelimit-limit": "60",
    "x-ratelimit-remaining": String(left),
    "x-ratelimit-reset": String(clock.now / 1000 + seconds),
  });
}

test("alone, the queue takes all but two of a minute's calls, also over a restart", async () => {
  const { clock, limiter, restart } = setUp();
  for (let n = 0; n < 20; n++) await limiter.count("queue");
  clock.now += 10_000;
  expect(await drain(restart())).toEqual({ calls: 38, until: 1_000_000_000 + MINUTE });
  expect(await limiter.remaining()).toBe(2);
  clock.now = 1_000_000_000 + MINUTE;
  expect((await drain(limiter)).calls).toBe(20);
});

test("a quarter is left to a user who looks things up, for two minutes after", async () => {
  const { clock, limiter } = setUp();
  await limiter.count("user");
  expect((await drain(limiter)).calls).toBe(45);
  expect(await limiter.roomForLookUp()).toBe(true);
  clock.now += 120_000;
  expect((await drain(limiter)).calls).toBe(58);
});

test("a look-up gives way below ten calls left, but makes room for the next", async () => {
  const { clock, limiter } = setUp();
  await drain(limiter);
  expect(await limiter.roomForLookUp()).toBe(false);
  clock.now += MINUTE;
  await drain(limiter);
  expect(await limiter.remaining()).toBe(15);
  expect(await limiter.roomForLookUp()).toBe(true);
  for (let n = 0; n < 6; n++) await limiter.count("user");
  expect(await limiter.roomForLookUp()).toBe(false);
});

test("what other tools leave is for saves first, whatever the user looks up", async () => {
  const { clock, limiter } = setUp();
  await limiter.observe(headers(clock, 9, 30));
  expect(await limiter.roomForLookUp()).toBe(false);
  expect((await drain(limiter)).calls).toBe(9);
});

test("calls counted at the same time are all counted", async () => {
  const { limiter } = setUp();
  await Promise.all(Array.from({ length: 50 }, (_, n) => limiter.count(n % 2 ? "user" : "queue")));
  expect(await limiter.remaining()).toBe(10);
});

test("what the server says is left counts for other tools' calls too, while they last", async () => {
  const { clock, limiter } = setUp();
  await limiter.count("queue");
  await limiter.observe(headers(clock, 1, 20));
  expect(await limiter.remaining()).toBe(1);
  expect(await limiter.roomForLookUp()).toBe(false);
  expect(await limiter.roomForQueue()).toBeUndefined();
  await limiter.count("user");
  expect(await limiter.remaining()).toBe(0);
  expect(await limiter.roomForQueue()).toBe(clock.now + 20_000);
  clock.now += 20_000;
  expect(await limiter.roomForQueue()).toBeUndefined();
  expect(await limiter.remaining()).toBe(58);
});

test("the server's word on our own calls alone holds nothing up: they leave one by one", async () => {
  const { clock, limiter } = setUp();
  for (let n = 0; n < 58; n++) {
    await limiter.count("queue");
    await limiter.observe(headers(clock, 59 - n, 60 - n / 10));
    clock.now += 100;
  }
  expect(await limiter.roomForQueue()).toBe(1_000_000_000 + MINUTE);
});

test("a higher limit is used, a closed door is respected by all", async () => {
  const { clock, limiter } = setUp();
  await limiter.observe(new Headers({ "x-ratelimit-limit": "600" }));
  expect((await drain(limiter)).calls).toBe(598);
  await limiter.close(clock.now + 90_000);
  clock.now += 89_999;
  expect(await limiter.roomForQueue()).toBe(clock.now + 1);
  expect(await limiter.remaining()).toBe(0);
  clock.now += 1;
  expect(await limiter.roomForQueue()).toBeUndefined();
});

test("a clock that was set back does not stop the queue", async () => {
  const { clock, limiter } = setUp();
  await drain(limiter);
  await limiter.observe(headers(clock, 0, 60));
  await limiter.close(clock.now + 60_000);
  await limiter.count("user");
  clock.now -= 2 * 3_600_000;
  expect((await drain(limiter)).calls).toBe(58);
});

test("a store that fails fails no call", async () => {
  const broken = async () => {
    throw new Error("closed");
  };
  const limiter = createRateLimiter({ get: broken, set: broken }, () => 0);
  await expect(limiter.count("user")).resolves.toBeUndefined();
  await expect(limiter.observe(new Headers())).resolves.toBeUndefined();
});

/** A server that counts what arrives, some time after it was sent, in a window of its own. */
function createServer(clock: { now: number }) {
  const arrived: number[] = [];
  const refused: number[] = [];
  return {
    refused,
    take(arrival: number): Headers {
      const inWindow = arrived.filter((at) => at > arrival - 60_000);
      if (inWindow.length >= 60) refused.push(arrival);
      else arrived.push(arrival);
      const left = Math.max(0, 59 - inWindow.length);
      const reset = Math.ceil(((inWindow[0] ?? arrival) + 60_000) / 1000);
      clock.now = arrival;
      return new Headers({
        "x-ratelimit-limit": "60",
        "x-ratelimit-remaining": String(left),
        "x-ratelimit-reset": String(reset),
        date: new Date(Math.floor(arrival / 1000) * 1000).toUTCString(),
      });
    },
  };
}

test("300 calls drain at 95 % or more of what the limit allows, none refused", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 10, max: 250 }), { minLength: 10, maxLength: 50 }),
      async (latencies) => {
        const { clock, limiter } = setUp();
        const server = createServer(clock);
        const sent: number[] = [];
        while (sent.length < 300) {
          const until = await limiter.roomForQueue();
          if (until !== undefined) {
            clock.now = until + 50;
            continue;
          }
          await limiter.count("queue");
          sent.push(clock.now);
          await limiter.observe(server.take(clock.now + (latencies[sent.length % latencies.length] ?? 0)));
        }
        expect(server.refused).toEqual([]);
        // Calls come in bursts, so the pace is that of whole rounds.
        const fourRounds = (sent[4 * 58] ?? 0) - (sent[0] ?? 0);
        expect(((4 * 58) / fourRounds) * 60_000).toBeGreaterThanOrEqual(57);
      },
    ),
    { numRuns: runs(20) },
  );
});

test("in no minute more than the limit, and never a wait beyond a minute", async () => {
  const step = fc.record({
    pause: fc.integer({ min: 0, max: 5_000 }),
    by: fc.constantFrom("queue" as const, "queue" as const, "user" as const),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 200 }), async (steps) => {
      const { clock, limiter } = setUp();
      const calls: number[] = [];
      for (const { pause, by } of steps) {
        clock.now += pause;
        const until = await limiter.roomForQueue();
        if (until !== undefined) {
          expect(until - clock.now).toSatisfy((wait: number) => wait > 0 && wait <= MINUTE);
          if (by === "queue") continue;
        }
        if (by === "user" && !(await limiter.roomForLookUp())) continue;
        await limiter.count(by);
        calls.push(clock.now);
      }
      for (const at of calls) {
        expect(calls.filter((call) => call > at - 60_000 && call <= at).length).toBeLessThanOrEqual(60);
      }
    }),
    { numRuns: runs(50) },
  );
});

test("the server's clock is known from Stardex' own answers, until a later one tells another", async () => {
  const { limiter } = setUp();
  const own = { "x-ratelimit-limit": "60", "x-ratelimit-remaining": "59" };
  expect(await limiter.serverTime()).toBeNull();
  await limiter.observe(new Headers({ date: "Thu, 26 Nov 2026 12:00:00 GMT" }));
  expect(await limiter.serverTime()).toBeNull();
  await limiter.observe(new Headers({ ...own, date: "Thu, 26 Nov 2026 09:00:00 GMT" }));
  await limiter.observe(new Headers({ ...own, date: "now" }));
  await limiter.observe(new Headers(own));
  expect(await limiter.serverTime()).toBe(Date.UTC(2026, 10, 26, 9));
});
