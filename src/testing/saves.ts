/** A save for the tests of this folder. */
import type { SaveDraft, SaveRecord } from "../model/save.ts";

export const someDraft: SaveDraft = {
  linkedinUrl: "https://www.linkedin.com/in/mara-lindqvist-5b81",
  name: "Mara Lindqvist",
  currentJobTitle: "Head of Supply Chain",
  companyName: "Brightwater Foods",
  role: "candidate",
  jobs: [],
};

export function someSave(change: Partial<SaveRecord> = {}): SaveRecord {
  return {
    version: 2,
    id: "save-1",
    workspace: "0123456789abcdef",
    order: 1,
    createdAt: 0,
    updatedAt: 0,
    draft: someDraft,
    correction: null,
    steps: [{ kind: "check", done: false }],
    state: "waiting",
    attempts: 0,
    nextAttemptAt: 0,
    unanswered: false,
    problem: null,
    outcome: null,
    ...change,
  };
}
