/** Saves for tests, each right for its state. */
import type { SaveDraft, SaveIn, SaveRecord, SaveState } from "../model/save.ts";
import { noOutcome, nothingArrived } from "../worker/queue/plan.ts";

export const someDraft: SaveDraft = {
  linkedinUrl: "https://www.linkedin.com/in/mara-lindqvist-5b81",
  name: "Mara Lindqvist",
  currentJobTitle: "Head of Supply Chain",
  companyName: "Brightwater Foods",
  role: "candidate",
  jobs: [],
};

const common = {
  version: 1 as const,
  id: "save-1",
  workspace: "0123456789abcdef",
  order: 1,
  createdAt: 0,
  updatedAt: 0,
  draft: someDraft,
  earlier: null,
  steps: [{ kind: "check" as const, done: false }],
  arrived: nothingArrived,
  goneId: null,
  batch: null,
  serverSentAt: null,
  problem: null,
  outcome: null,
};

const plain: { [S in SaveState]: SaveIn<S> } = {
  waiting: { ...common, state: "waiting", attempts: 0, nextAttemptAt: 0 },
  sending: { ...common, state: "sending", attempts: 1, sentAt: 0 },
  in_doubt: {
    ...common,
    state: "in_doubt",
    attempts: 1,
    nextAttemptAt: 0,
    sentAt: 0,
    isLate: true,
    misses: 0,
    missedAt: null,
    correction: null,
  },
  needs_you: { ...common, state: "needs_you", sentAt: null, correction: null },
  saved: { ...common, state: "saved", steps: [{ kind: "check", done: true }], outcome: noOutcome },
};

type ChangeIn<S extends SaveState> = { state: S } & Partial<SaveIn<S>>;
export type SaveChange = { [S in SaveState]: ChangeIn<S> }[SaveState] | Partial<SaveIn<"waiting">>;

export function someSave<S extends SaveState>(change: ChangeIn<S>): SaveIn<S>;
export function someSave(change?: Partial<SaveIn<"waiting">>): SaveIn<"waiting">;
export function someSave(change: SaveChange): SaveRecord;
export function someSave(change: SaveChange = {}): SaveRecord {
  return { ...plain[change.state ?? "waiting"], ...change } as SaveRecord;
}
