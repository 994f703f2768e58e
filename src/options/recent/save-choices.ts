/** What the user can do about a save, besides copying and discarding it. */

import type { WordKey } from "../../i18n/words.ts";
import { isUnanswered, type SaveRecord } from "../../model/save.ts";

/** `insist`: sends what a finding held up. `settle`: the step whose answer was lost has arrived. */
export interface Choice {
  kind: "edit" | "retry" | "settle" | "insist";
  words: WordKey;
}

/** `main`: what the save waits for. */
interface Choices {
  main: Choice[];
  more: Choice[];
}

const edit: Choice = { kind: "edit", words: "save_edit" };
const tryNow: Choice = { kind: "retry", words: "try_now" };

export function choicesOf(save: SaveRecord): Choices {
  const { main, more } = choicesInState(save);
  // The editor has a person's fields, and a touch has none of them: it is tried again, or done anew.
  const isOffered = ({ kind }: Choice) => kind !== "edit" || !save.draft.touch;
  return { main: main.filter(isOffered), more: more.filter(isOffered) };
}

function choicesInState(save: SaveRecord): Choices {
  const { state, problem } = save;
  if (state === "saved" || state === "sending") return { main: [], more: [] };
  if (state !== "needs_you") return { main: [], more: [tryNow, edit] };
  if (isUnanswered(save)) {
    const sendAgain: Choice = { kind: "retry", words: "save_send_again" };
    return { main: [{ kind: "settle", words: "save_is_there" }, sendAgain], more: [edit] };
  }
  // The form on the profile asks both better than this list.
  if (problem?.kind === "possible_match")
    return { main: [{ kind: "insist", words: "save_as_new" }], more: [] };
  if (problem?.kind === "do_not_contact")
    return { main: [{ kind: "insist", words: "save_anyway" }], more: [] };
  return { main: [edit, tryNow], more: [] };
}
