/** The person in Stardex as a touch leaves the record. */
import type { Activity } from "./activity.ts";
import type { Candidacy, KnownPerson } from "./records.ts";
import type { SaveRecord } from "./save.ts";

export function personAfterTouch(held: KnownPerson, { draft, updatedAt }: SaveRecord): KnownPerson {
  const { activity, move } = draft.touch ?? {};
  const at = new Date(updatedAt).toISOString();
  const moved = (one: Candidacy): Candidacy =>
    move && one.jobId === move.jobId
      ? { ...one, stageId: move.stage.id, stageName: move.stage.name, stageSince: at }
      : one;
  return {
    ...held,
    candidacies: held.candidacies.map(moved),
    ...(activity && {
      lastTouch: { ...unknownParts, type: activity.type, text: activity.text, createdAt: at },
    }),
  };
}

/** No call says who the user is to Stardex. */
const unknownParts: Omit<Activity, "type" | "text" | "createdAt"> = {
  id: null,
  subject: null,
  authorName: null,
  jobName: null,
  clientCompanyName: null,
};
