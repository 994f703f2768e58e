/** Where a save stands, in a recruiter's words. */

import { isUnanswered, type SaveDraft, type SaveRecord, shownDraft } from "../model/save.ts";
import { activityTypeWords, dayWords } from "./activity-words.ts";
import { t } from "./words.ts";

export function stateWords(save: SaveRecord): string {
  const { state, outcome } = save;
  if (state === "saved") return t(outcome?.wasKnown ? "save_state_updated" : "save_state_saved");
  if (state === "needs_you") return t(isUnanswered(save) ? "save_state_unanswered" : "save_state_needs_you");
  return t(`save_state_${state}`);
}

/** What goes with the person, e.g. "Plant Manager · Northlight". */
export function placeWords(save: SaveRecord): string[] {
  const draft = shownDraft(save);
  if (draft.touch) return touchWords(draft);
  return [
    ...draft.jobs.map(({ job }) => [job.name, job.clientCompanyName].filter(Boolean).join(" · ")),
    ...(draft.client ? [t("save_client", draft.client.name)] : []),
    ...(draft.list ? [t("save_list", draft.list.name)] : []),
  ];
}

/** What was done with the person: "Call", "CFO Nordics: Contacted", "Ring again, Dec 3". */
function touchWords({ touch, fields = [], task }: SaveDraft): string[] {
  const { activity, move } = touch ?? {};
  const due = task?.dueDate === undefined ? null : dayWords(`${task.dueDate}T12:00:00`, new Date());
  return [
    ...(activity ? [activity.typeName ?? activityTypeWords(activity.type)] : []),
    ...(move ? [[move.jobName, move.stage.name].filter(Boolean).join(": ")] : []),
    ...fields.map(({ fieldName }) => fieldName),
    ...(task ? [[task.text, due].filter(Boolean).join(", ")] : []),
  ];
}

/** What discarding it means: asked before. */
export function discardQuestion(save: SaveRecord): string {
  const isThere = save.steps.some(({ kind, done }) => kind === "person" && done);
  if (isThere) return t("save_discard_ask_partly");
  return t(isUnanswered(save) ? "save_discard_ask_doubt" : "save_discard_ask");
}
