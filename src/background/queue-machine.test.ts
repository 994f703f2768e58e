import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type Problem, problemKinds, type SaveRecord, saveRecordSchema } from "../save.ts";
import { backoff } from "./backoff.ts";
import { type QueueEvent, transition } from "./queue-machine.ts";

const fresh: SaveRecord = {
  version: 1,
  id: "a",
  workspace: "one",
  order: 1,
  createdAt: 0,
  updatedAt: 0,
  draft: { linkedinUrl: "https://www.linkedin.com/in/ada", name: "Ada Lovelace" },
  state: "waiting",
  attempts: 0,
  nextAttemptAt: 0,
  unanswered: false,
  problem: null,
  outcome: null,
};

const problem: fc.Arbitrary<Problem> = fc.record(
  { kind: fc.constantFrom(...problemKinds), retryAt: fc.integer({ min: 1, max: 1e9 }) },
  { requiredKeys: ["kind"] },
);
const now = fc.integer({ min: 0, max: 1e6 });
const timing = { now, random: fc.double({ min: 0, max: 0.999, noNaN: true }) };

const event: fc.Arbitrary<QueueEvent> = fc.oneof(
  fc.record({ type: fc.constant("send" as const), now }),
  fc.record({
    type: fc.constant("stored" as const),
    now,
    outcome: fc.constant({ personId: "p", candidateId: null }),
  }),
  fc.record({ type: fc.constant("failed" as const), problem, ...timing }),
  fc.record({ type: fc.constant("interrupted" as const), ...timing }),
  fc.record({
    type: fc.constant("found" as const),
    now,
    outcome: fc.constant({ personId: "p", candidateId: null }),
  }),
  fc.record({ type: fc.constant("not_found" as const), now }),
  fc.record({ type: fc.constant("look_up_failed" as const), problem, ...timing }),
  fc.record({ type: fc.constant("retry" as const), now }),
  fc.record({ type: fc.constant("wake" as const), now }),
  fc.record({ type: fc.constant("adopt" as const), now, workspace: fc.constantFrom("one", "two") }),
);

/** Kinds with which the server says that it stored nothing. */
const surelyNotStored: Problem["kind"][] = [
  "invalid",
  "not_found",
  "forbidden",
  "unauthorised",
  "rate_limited",
];

test("whatever happens in whatever order, the rules hold", () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 60 }), (events) => {
      let record = fresh;
      /** A request went out whose answer nobody has seen, and nothing has settled that since. */
      let isUnsettled = false;
      for (const event of events) {
        const next = transition(record, event);
        if (!next) continue;
        if (event.type === "send") {
          expect(isUnsettled, "sent again without a look-up").toBe(false);
          isUnsettled = true;
        }
        if (event.type === "failed" && surelyNotStored.includes(event.problem.kind)) isUnsettled = false;
        if (event.type === "stored" || event.type === "found" || event.type === "not_found")
          isUnsettled = false;
        // She was told "sent, no answer: check" and says to go on.
        if (event.type === "retry" && record.state === "needs_you") isUnsettled = false;

        expect(record.state, "something happened to a finished save").not.toBe("saved");
        expect(next.state === "saved", "saved without Stardex' word").toBe(
          event.type === "stored" || event.type === "found",
        );
        if (next.state !== "sending") expect(next.unanswered).toBe(isUnsettled);
        if (event.type !== "adopt") expect(next.workspace).toBe(record.workspace);
        expect(saveRecordSchema.safeParse(next).success).toBe(true);
        record = next;
      }
    }),
    { numRuns: 2_000 },
  );
});

test("from everywhere it can still be saved: no state is a dead end", () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 40 }), (events) => {
      let record = events.reduce((record, event) => transition(record, event) ?? record, fresh);
      for (let step = 0; step < 4 && record.state !== "saved"; step++) {
        record = transition(record, wayOut[record.state]) ?? record;
      }
      expect(record.state).toBe("saved");
    }),
  );
});

const wayOut: Record<Exclude<SaveRecord["state"], "saved">, QueueEvent> = {
  waiting: { type: "send", now: 1 },
  sending: { type: "stored", now: 1, outcome: { personId: null, candidateId: null } },
  needs_you: { type: "retry", now: 1 },
  in_doubt: { type: "not_found", now: 1 },
};

test("the next try is never before the server's time, and backoff never passes its cap", () => {
  fc.assert(
    fc.property(problem, fc.nat(40), timing.random, (problem, attempts, random) => {
      const sending: SaveRecord = { ...fresh, state: "sending", attempts };
      const next = transition(sending, { type: "failed", problem, now: 1_000, random });
      if (next?.state === "needs_you") return;
      if (problem.retryAt) expect(next?.nextAttemptAt).toBe(problem.retryAt);
      else
        expect((next?.nextAttemptAt ?? 0) - 1_000).toSatisfy(
          (wait: number) => wait >= 2_500 && wait <= 900_000,
        );
    }),
  );
});

test("backoff doubles, with half of it random", () => {
  expect([1, 2, 3].map((attempts) => backoff(attempts, 0))).toEqual([2_500, 5_000, 10_000]);
  expect(backoff(1, 0.999)).toBeGreaterThan(4_990);
  expect(backoff(1_000, 0.999)).toBeLessThanOrEqual(900_000);
});

test("`wake` hastens what waits for the network or the key, and nothing else", () => {
  const waiting = (kind: Problem["kind"]): SaveRecord => ({ ...fresh, nextAttemptAt: 99, problem: { kind } });
  const wake: QueueEvent = { type: "wake", now: 5 };
  expect(transition(waiting("offline"), wake)?.nextAttemptAt).toBe(5);
  expect(transition(waiting("unauthorised"), wake)?.nextAttemptAt).toBe(5);
  expect(transition(waiting("rate_limited"), wake)).toBeUndefined();
});
