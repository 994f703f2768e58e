// @vitest-environment jsdom
/** Touches among the recent saves, and the stage moved from there. */
import { render, screen, waitFor } from "@testing-library/preact";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import type { SaveDraft } from "../../model/save.ts";
import { someDraft, someSave } from "../../testing/saves.ts";
import { testBrowser } from "../../testing/test-browser.ts";
import { answerMessages } from "../../testing/worker-messages.ts";
import { noOutcome } from "../../worker/queue/plan.ts";
import { SaveRow } from "./SaveRow.tsx";

vi.mock("webextension-polyfill", () => import("../../testing/test-browser.ts"));

const stages = [
  { id: "s1", name: "Identified" },
  { id: "s2", name: "Contacted" },
];
const job = { id: "j1", name: "CFO", clientCompanyName: "Nordvale", location: null, candidateCount: null };
const actions = { retry: vi.fn(), settle: vi.fn(), discard: vi.fn() };

beforeEach(() => testBrowser.reset());

const show = (save: ReturnType<typeof someSave>) =>
  render(<SaveRow save={save} now={Date.now()} recordLink="" actions={actions} />);

test("a touch says what was done, and offers no editor of a person's fields", () => {
  const draft: SaveDraft = {
    ...someDraft,
    touch: {
      activity: { type: "call_note", typeName: null, text: "Rang" },
      move: { jobId: "j1", jobName: "CFO", candidateId: null, stage: { id: "s2", name: "Contacted" } },
    },
    task: { text: "Ring again", dueDate: "2026-12-03" },
  };
  show(someSave({ state: "needs_you", draft, problem: { kind: "forbidden" } }));
  for (const words of ["Call", "CFO: Contacted", /^Ring again, Dec 3/])
    expect(screen.getByText(words)).toBeTruthy();
  expect(screen.getByRole("button", { name: /Try now/ })).toBeTruthy();
  expect(screen.queryByRole("button", { name: /Edit/ })).toBeNull();
});

test("the stage of a job is moved by one click on another one", async () => {
  const user = userEvent.setup();
  const asked = answerMessages({
    "jobs.stages": async () => ({ ok: true, isOpen: true, stages, lastStageId: null }),
    "touch.accept": async () => ({ ok: true, id: "touch-1" }),
  });
  const outcome = { ...noOutcome, personId: "p1", candidateIds: { j1: "c1" } };
  show(someSave({ state: "saved", draft: { ...someDraft, jobs: [{ job }] }, outcome }));
  await user.click(await screen.findByRole("button", { name: "Move stage: CFO" }));
  await user.click(await screen.findByRole("button", { name: "Contacted" }));
  await waitFor(() => expect(asked.at(-1)?.type).toBe("touch.accept"));
  expect(asked.at(-1)?.request).toMatchObject({
    graceSeconds: 5,
    draft: {
      known: { personId: "p1" },
      touch: { move: { jobId: "j1", candidateId: "c1", stage: { id: "s2", name: "Contacted" } } },
    },
  });
  expect(await screen.findByRole("button", { name: "Undo" })).toBeTruthy();
});
