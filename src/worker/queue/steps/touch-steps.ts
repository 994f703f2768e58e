/** The steps of a touch: an activity, another stage, the firm's own fields; and how each is found again. */
import { dueWrites, type FieldWrite, holdsWrites } from "../../../model/custom-field.ts";
import type { SaveIn, SaveRecord, Step, Touch } from "../../../model/save.ts";
import type { StardexClient } from "../../../stardex/client.ts";
import type { CustomFieldWrite } from "../../../stardex/person-body.ts";
import { candidacyOn, moveStage } from "./move-stage.ts";
import { rememberOwnRow } from "./own-rows.ts";
import { type Clocks, findSent, type Verdict } from "./same-words.ts";

/** What these steps ask of Stardex. */
export type TouchClient = Pick<
  StardexClient,
  "addActivity" | "listActivities" | "moveCandidate" | "getPerson" | "getFieldValues" | "updatePerson"
>;

export type TouchStep = Extract<Step, { kind: "activity" | "move" | "fields" }>;

/** Does the step. Rejects with StardexError. */
export async function runTouchStep(
  step: TouchStep,
  { id, draft, outcome }: SaveRecord,
  personId: string,
  client: TouchClient,
): Promise<void> {
  const { activity, move } = draft.touch ?? {};
  if (step.kind === "activity" && activity)
    await rememberOwnRow(
      await client.addActivity(personId, activity),
      { saveId: id, personId },
      activity.text,
    );
  if (step.kind === "move" && move) await moveStage({ ...move, stageId: move.stage.id }, personId, client);
  if (step.kind === "fields")
    await client.updatePerson(personId, {
      custom_fields: dueWrites(draft.fields, outcome?.wasKnown ?? false).map(fieldBody),
    });
}

/** Options are sent by id: sources differ, and a name can be changed. */
function fieldBody(write: FieldWrite): CustomFieldWrite {
  const field = { attribute_id: write.fieldId };
  if (write.kind === "value") return { ...field, value: write.value };
  if (write.kind === "option") return { ...field, value: write.option.id };
  return { ...field, add_values: write.options.map(({ id }) => id) };
}

/** Whether a step whose answer was lost is there. `clocks` after the last call. Rejects with StardexError. */
export async function findTouchStep(
  step: TouchStep,
  record: SaveIn<"in_doubt">,
  personId: string,
  client: TouchClient,
  clocks: () => Promise<Clocks>,
): Promise<Verdict> {
  const { touch, fields, linkedinUrl } = record.draft;
  if (step.kind === "activity") return await findActivity(record, personId, client, clocks);
  const isThere =
    step.kind === "fields"
      ? holdsWrites(
          await client.getFieldValues(personId, linkedinUrl),
          dueWrites(fields, record.outcome?.wasKnown ?? false),
        )
      : await isAtStage(touch?.move, personId, client);
  return isThere ? "there" : "missing";
}

async function isAtStage(move: Touch["move"], personId: string, client: TouchClient): Promise<boolean> {
  return move !== undefined && (await candidacyOn(move.jobId, personId, client))?.stageId === move.stage.id;
}

/** "Call" may stand there many times. A firm can hide the timeline (403): then only the user can tell. */
async function findActivity(
  save: SaveIn<"in_doubt">,
  personId: string,
  client: TouchClient,
  clocks: () => Promise<Clocks>,
): Promise<Verdict> {
  const { type, text = "" } = save.draft.touch?.activity ?? {};
  const timeline = await client.listActivities(personId);
  if (timeline === null) return "unclear";
  const ofType = timeline.filter((one) => one.type === type);
  return await findSent(text, ofType, { personId, save, clocks: await clocks() });
}
