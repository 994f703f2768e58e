import { expect, test } from "vitest";
import { testJob } from "../../testing/test-stardex.ts";
import { migrated } from "./save-migration.ts";

/** As version 0.1.0 stored it. */
const old = {
  version: 1,
  id: "a",
  workspace: "one",
  order: 3,
  createdAt: 10,
  updatedAt: 20,
  draft: {
    linkedinUrl: "https://www.linkedin.com/in/ada",
    name: "Ada Lovelace",
    emails: ["ada@mail.example"],
    job: testJob("j"),
  },
  state: "waiting",
  attempts: 2,
  nextAttemptAt: 30,
  unanswered: false,
  problem: { kind: "offline" },
  outcome: null,
};

test("a save that waits keeps all its words and starts with the look-up", () => {
  expect(migrated(old)).toMatchObject({
    version: 2,
    id: "a",
    order: 3,
    draft: {
      name: "Ada Lovelace",
      role: "candidate",
      jobs: [{ job: { id: "j" } }],
      emails: ["ada@mail.example"],
    },
    state: "waiting",
    steps: [{ kind: "check", done: false }],
    correction: null,
    problem: { kind: "offline" },
  });
});

test.each(["sending", "in_doubt"])(
  "one that is %s may have arrived: it is at its person, not before",
  (state) => {
    expect(migrated({ ...old, state, unanswered: state === "in_doubt" })).toMatchObject({
      state,
      steps: [
        { kind: "check", done: true },
        { kind: "person", done: false },
      ],
    });
  },
);

test("a finished one is finished, with its ids", () => {
  const record = migrated({ ...old, state: "saved", outcome: { personId: "p", candidateId: "c" } });
  expect(record?.steps.every(({ done }) => done)).toBe(true);
  expect(record?.outcome).toMatchObject({ personId: "p", candidateIds: { j: "c" }, wasKnown: false });
});

test.each([
  null,
  7,
  {},
  { ...old, version: 9 },
  { ...old, draft: { name: "no address" } },
  { ...old, state: "?" },
])("what is no save of ours is none", (value) => {
  expect(migrated(value)).toBeUndefined();
});
