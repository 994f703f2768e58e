import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type Problem, problemKinds } from "../../model/problem.ts";
import {
  currentStep,
  type SaveDraft,
  type SaveOutcome,
  type SaveRecord,
  saveRecordSchema,
} from "../../model/save.ts";
import { runs } from "../../testing/runs.ts";
import { testJob } from "../../testing/test-stardex.ts";
import { backoff } from "./backoff.ts";
import { firstSteps } from "./plan.ts";
import { type QueueEvent, transition } from "./transitions.ts";

const draft: SaveDraft = {
  linkedinUrl: "https://www.linkedin.com/in/ada",
  name: "Ada Lovelace",
  role: "candidate",
  jobs: [{ job: testJob("a") }, { job: testJob("b"), stage: { id: "b2", name: "Contacted" } }],
  note: "Met in Oslo",
  list: { id: "l", name: "CFO bench" },
};
const known = { personId: "p", name: "Ada", onJobs: ["a"], update: { currentJobTitle: "CFO" } };

const fresh: SaveRecord = {
  version: 2,
  id: "a",
  workspace: "one",
  order: 1,
  createdAt: 0,
  updatedAt: 0,
  draft,
  correction: null,
  steps: firstSteps,
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

const outcome = fc.constantFrom<Partial<SaveOutcome>>({}, { personId: "p" }, { candidateIds: { a: "c" } });
const words = fc.constantFrom<SaveDraft>(
  draft,
  { ...draft, known },
  { ...draft, name: "Ada King", jobs: [] },
);

const event: fc.Arbitrary<QueueEvent> = fc.oneof(
  fc.record({ type: fc.constant("checked" as const), now, draft: words }),
  fc.record({ type: fc.constant("blocked" as const), now, problem }),
  { weight: 3, arbitrary: fc.record({ type: fc.constant("send" as const), now }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant("arrived" as const), now, outcome }) },
  fc.record({ type: fc.constant("failed" as const), problem, ...timing }),
  fc.record({ type: fc.constant("interrupted" as const), ...timing }),
  fc.record({ type: fc.constant("not_arrived" as const), now, outcome }),
  fc.record({ type: fc.constant("look_up_failed" as const), problem, ...timing }),
  fc.record({ type: fc.constant("retry" as const), now, draft: words }),
  fc.record({ type: fc.constant("retry" as const), now }),
  fc.record({ type: fc.constant("settle" as const), now }),
  fc.record({ type: fc.constant("wake" as const), now }),
  fc.record({ type: fc.constant("adopt" as const), now, workspace: fc.constantFrom("one", "two") }),
);

/** As the queue gives them: what is checked is not sent, what is not sent did not arrive. */
function isPossible(record: SaveRecord, { type }: QueueEvent): boolean {
  const isCheck = currentStep(record)?.kind === "check";
  if (type === "checked" || type === "blocked") return isCheck && record.state === "waiting";
  if (type === "send") return !isCheck;
  return true;
}

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
        const next = isPossible(record, event) ? transition(record, event) : undefined;
        if (!next) continue;
        if (event.type === "send") {
          expect(isUnsettled, "sent again without a look-up").toBe(false);
          isUnsettled = true;
        }
        if (event.type === "failed" && surelyNotStored.includes(event.problem.kind)) isUnsettled = false;
        if (["arrived", "not_arrived", "settle"].includes(event.type)) isUnsettled = false;
        // She was told "sent, no answer: check" of what cannot be looked up, and says to go on.
        if (event.type === "retry" && record.state === "needs_you" && next.state === "waiting")
          isUnsettled = false;

        expect(record.state, "something happened to a finished save").not.toBe("saved");
        expect(next.state === "saved").toBe(next.steps.every(({ done }) => done));
        if (next.state === "saved") expect(["arrived", "settle", "checked"]).toContain(event.type);
        const isWordOfHers = event.type === "retry" || record.correction !== null;
        if (!isWordOfHers) for (const step of doneSteps(record)) expect(doneSteps(next)).toContain(step);
        if (next.state !== "sending") expect(next.unanswered).toBe(isUnsettled);
        if (event.type !== "adopt") expect(next.workspace).toBe(record.workspace);
        expect(saveRecordSchema.safeParse(next).success).toBe(true);
        record = next;
      }
    }),
    { numRuns: runs(2_000) },
  );
});

const doneSteps = ({ steps }: SaveRecord) =>
  steps.filter(({ done }) => done).map((step) => JSON.stringify(step));

test("from everywhere it can still be saved: no state is a dead end", () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 40 }), (events) => {
      let record = events.reduce(
        (record, event) => (isPossible(record, event) && transition(record, event)) || record,
        fresh,
      );
      for (let turn = 0; turn < 40 && record.state !== "saved"; turn++) {
        record = transition(record, wayOut(record)) ?? record;
      }
      expect(record.state).toBe("saved");
    }),
  );
});

function wayOut(record: SaveRecord): QueueEvent {
  if (record.state === "needs_you") return { type: "retry", now: 1 };
  if (record.state === "in_doubt") return { type: "not_arrived", now: 1, outcome: {} };
  if (record.state === "sending") return { type: "arrived", now: 1, outcome: { personId: "p" } };
  if (currentStep(record)?.kind === "check") return { type: "checked", now: 1, draft: record.draft };
  return { type: "send", now: 1 };
}

test("the next try is never before the server's time, and backoff never passes its cap", () => {
  fc.assert(
    fc.property(problem, fc.nat(40), timing.random, (problem, attempts, random) => {
      const steps = [{ kind: "person" as const, done: false }];
      const sending: SaveRecord = { ...fresh, steps, state: "sending", attempts };
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
