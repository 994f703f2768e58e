import type { SaveDraft, SaveRecord } from "../../model/save.ts";

/** Whether the present step was sent and no answer came. */
export function isUnanswered(save: SaveRecord): boolean {
  return save.unanswered;
}

/** The words of the save as the user sees them: with the corrections that count later. */
export function shownDraft(save: SaveRecord): SaveDraft {
  return save.correction ?? save.draft;
}

/** The draft as one that the user has looked at: it is a one-click save no more. */
export function seenByUser({ isOneClick: _left, ...draft }: SaveDraft): SaveDraft {
  return draft;
}
