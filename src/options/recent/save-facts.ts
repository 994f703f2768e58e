import type { SaveDraft } from "../../model/save.ts";

/** The draft as one that the user has looked at: it is a one-click save no more. */
export function seenByUser({ isOneClick: _left, ...draft }: SaveDraft): SaveDraft {
  return draft;
}
