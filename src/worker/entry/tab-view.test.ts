import { expect, test, vi } from "vitest";
import type { SaveDraft } from "../../model/save.ts";
import { refusals, type SaveView } from "../../storage/tab-state.ts";
import { job } from "../../testing/records.ts";
import { type SaveChange, someSave } from "../../testing/saves.ts";
import { noOutcome } from "../queue/plan.ts";
import { buttonAppearance, changesAt, viewOf } from "./tab-view.ts";

vi.mock("webextension-polyfill", () => import("../../testing/test-browser.ts"));

const NOW = 1_000_000;
const draft: SaveDraft = {
  linkedinUrl: "https://www.linkedin.com/in/mara",
  name: "Mara Lindqvist",
  role: "candidate",
  jobs: [{ job: job("7") }],
  companyName: "Brightwater Foods",
  isOneClick: true,
};

const save = (changes: SaveChange) => someSave({ nextAttemptAt: NOW, draft, ...changes } as SaveChange);

const knownAlready = { ...noOutcome, personId: "p", wasKnown: true };

test.each<[string, SaveChange, SaveView["kind"], string]>([
  ["in its grace", { nextAttemptAt: NOW + 4500 }, "grace", "5"],
  ["due", {}, "working", "…"],
  ["on its way", { state: "sending", attempts: 1 }, "working", "…"],
  ["due, and nobody sends it", { nextAttemptAt: NOW - 6000 }, "waiting", "↑"],
  ["offline", { problem: { kind: "offline" }, attempts: 1, nextAttemptAt: NOW + 9000 }, "waiting", "↑"],
  ["in doubt", { state: "in_doubt" }, "waiting", "↑"],
  ["held up", { state: "needs_you", problem: { kind: "possible_match" } }, "needs_you", "!"],
  [
    "new",
    { state: "saved", outcome: { ...noOutcome, personId: "p", candidateIds: { "7": "c" } } },
    "saved",
    "✓",
  ],
  [
    "known, now on the job",
    { state: "saved", outcome: { ...knownAlready, candidateIds: { "7": null } } },
    "added",
    "✓+",
  ],
  ["known, on the job already", { state: "saved", outcome: knownAlready }, "already_there", "="],
])("a save %s", (_name, changes, kind, badge) => {
  const view = viewOf(save(changes), NOW);
  expect(view).toMatchObject({ kind, name: "Mara Lindqvist" });
  const face = buttonAppearance(view, NOW);
  expect(face.badge).toBe(badge);
  expect(face.title).toContain("Mara Lindqvist");
});

test("the job is named with its client, as a firm has several of one name", () => {
  const outcome = { ...noOutcome, candidateIds: { "7": "c" } };
  const placed = { job: { ...job("7"), clientCompanyName: "Nordvale Energy" } };
  const one = save({ state: "saved", outcome });
  const view = viewOf({ ...one, draft: { ...one.draft, jobs: [placed] } }, NOW);
  expect(buttonAppearance(view, NOW).title).toBe(
    "Mara Lindqvist is saved in Stardex, on Job 7 · Nordvale Energy.",
  );
});

test("only the job of this save is named", () => {
  const on = viewOf(save({ state: "saved", outcome: { ...noOutcome, candidateIds: { "7": "c" } } }), NOW);
  expect(buttonAppearance(on, NOW).title).toBe("Mara Lindqvist is saved in Stardex, on Job 7.");
  const off = viewOf(save({ state: "saved", outcome: noOutcome }), NOW);
  expect(buttonAppearance(off, NOW).title).toBe("Mara Lindqvist is saved in Stardex.");
});

test("where no employer was seen, off-limits is said to be not checked; a guessed one was held against it", () => {
  const title = (changes: Partial<SaveDraft>) => {
    const { companyName: _unseen, ...rest } = draft;
    const view = viewOf(save({ state: "saved", outcome: noOutcome, draft: { ...rest, ...changes } }), NOW);
    return buttonAppearance(view, NOW).title;
  };
  expect(title({})).toBe(
    "Mara Lindqvist is saved in Stardex. No employer was shown, so off-limits was not checked.",
  );
  expect(title({ employers: [{ name: "Brightwater Foods", url: null }] })).toBe(
    "Mara Lindqvist is saved in Stardex.",
  );
});

test("a save from the form has no grace to undo", () => {
  const { isOneClick: _unseen, ...seen } = draft;
  expect(viewOf(save({ draft: seen, nextAttemptAt: NOW + 4000 }), NOW).kind).not.toBe("grace");
});

test("the countdown changes each second, and a save that nobody sends is told of", () => {
  const waits = save({ nextAttemptAt: NOW + 4500 });
  expect(changesAt(viewOf(waits, NOW), waits, NOW)).toBe(NOW + 500);
  expect(changesAt(viewOf(waits, NOW + 4400), waits, NOW + 4400)).toBe(NOW + 4500);
  expect(viewOf(save({}), changesAt(viewOf(save({}), NOW), save({}), NOW) ?? 0).kind).toBe("waiting");
  expect(changesAt(viewOf(save({ state: "needs_you" }), NOW), save({}), NOW)).toBeUndefined();
});

test("badges are at most two characters, and every refusal says that nothing was saved, and why", () => {
  const titles = refusals.map((reason) =>
    buttonAppearance({ kind: "refused", reason, linkedinUrl: null }, NOW),
  );
  for (const { badge, title } of titles) {
    expect(badge).toBe("!");
    expect(title).toMatch(/^Nothing was saved\. .+\.$/);
  }
  expect(new Set(titles.map(({ title }) => title)).size).toBe(refusals.length);
});
