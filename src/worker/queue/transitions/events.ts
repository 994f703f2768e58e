/** What can happen to a save. */
import type { Problem } from "../../../model/problem.ts";
import type { SaveDraft, SaveOutcome } from "../../../model/save.ts";

/** `random` is in [0, 1). */
export type Timing = { now: number; random: number };

/** `serverAt`: the server's clock at its last answer, epoch ms; null when it told none. */
export type Sent = { now: number; serverAt: number | null };

/** What of a step whose answer was lost is in Stardex all the same. */
export interface FoundPart {
  /** The words as for the known person who was found. */
  draft: SaveDraft;
  /** `unclear`: no look-up can tell. */
  note: "there" | "missing" | "unclear";
}

export type QueueEvent =
  /** It is decided who the person is; what follows is planned by it. */
  | { type: "checked"; now: number; draft: SaveDraft }
  /** A finding that only the user can pass over. */
  | { type: "blocked"; now: number; problem: Problem }
  | ({ type: "send" } & Sent)
  /** The step is in Stardex: by its answer, or by the look-up after a lost one. */
  | { type: "arrived"; now: number; outcome: Partial<SaveOutcome> }
  | ({ type: "failed"; problem: Problem } & Timing)
  /** The worker died between the request and its answer. */
  | ({ type: "interrupted" } & Timing)
  /** The look-up did not find the step, or only a part of it. `isHarmless`: what is missing may be sent again at once. */
  | ({ type: "missed"; outcome: Partial<SaveOutcome>; isHarmless: boolean; part: FoundPart | null } & Sent)
  /** No look-up can tell whether the step is there: the timeline is hidden, or a row of the same words may be another. */
  | { type: "unclear"; now: number }
  | ({ type: "look_up_failed"; problem: Problem } & Timing)
  | { type: "retry"; now: number; draft?: SaveDraft }
  /** "It is there", says the user of a step that no look-up can find. */
  | { type: "settle"; now: number }
  /** What held the save up may be over: the network is back, or the key is accepted again. */
  | { type: "wake"; now: number }
  | { type: "adopt"; now: number; workspace: string }
  /** The user looks at the offer to undo: the save is not sent before `until`. */
  | { type: "hold"; now: number; until: number }
  /** The queue took it up and nothing changed: it must not be due again at once. */
  | ({ type: "stalled" } & Timing);
