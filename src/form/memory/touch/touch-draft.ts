/** What a touch becomes in the queue: a save of its own kind, about a person who is there. */
import { problemTitle } from "../../../i18n/problem-words.ts";
import { t } from "../../../i18n/words.ts";
import type { FieldWrite } from "../../../model/custom-field.ts";
import type { SaveDraft, Touch } from "../../../model/save.ts";
import { send } from "../../../protocol/send.ts";

/** Within these a move of the stage can be taken back. */
export const UNDO_SECONDS = 5;

/** Who it is about. `personId` is null for one who is still on the way: an earlier save finds it. */
export interface TouchedPerson {
  linkedinUrl: string;
  personId: string | null;
  name: string;
}

export interface TouchParts extends Touch {
  task?: NonNullable<SaveDraft["task"]>;
  fields?: FieldWrite[];
}

function touchDraft({ linkedinUrl, personId, name }: TouchedPerson, parts: TouchParts): SaveDraft {
  const { task, fields, ...touch } = parts;
  return {
    linkedinUrl,
    name,
    role: "candidate",
    jobs: [],
    ...(personId !== null && { known: { personId, name, linkedinUrl: null, onJobs: [], update: {} } }),
    ...(task && { task }),
    ...(fields && { fields }),
    touch,
  };
}

/** The id of the touch in the queue, or why it is not there, in the user's words. */
type Accepted = { id: string; failure?: never } | { id?: never; failure: string };

export type AcceptTouch = (parts: TouchParts, options?: { graceSeconds?: number }) => Promise<Accepted>;

/** Hands a touch to the queue: what is accepted is stored, whatever happens then. Never rejects. */
export function touchAcceptor(person: TouchedPerson, workspace: string): AcceptTouch {
  return async (parts, { graceSeconds = 0 } = {}) => {
    try {
      const draft = touchDraft(person, parts);
      const answer = await send("touch.accept", { draft, workspace, graceSeconds });
      return answer.ok ? { id: answer.id } : { failure: problemTitle(answer.problem) };
    } catch {
      return { failure: t("touch_not_stored") };
    }
  };
}
