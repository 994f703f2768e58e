/** How a step whose answer was lost is looked up in Stardex, and what was sent compared with what is there. */

import { isSameContact } from "../../../model/contact-values.ts";
import type { KnownPerson } from "../../../model/records.ts";
import type { SaveDraft, SaveIn, SaveOutcome, Step } from "../../../model/save.ts";
import type { Person } from "../../../stardex/types.ts";
import { withKnown } from "../identify.ts";
import { hasChanges } from "../plan.ts";
import type { FoundPart } from "../transitions/events.ts";
import { isNotFound } from "./move-stage.ts";
import { type Clocks, findSent, type Verdict } from "./same-words.ts";
import { personId, type StepClient } from "./steps.ts";
import { findTouchStep, type TouchStep } from "./touch-steps.ts";

/**
 * `outcome` holds also where a part is there. `isHarmless`: what is missing may be sent again at once. `part`:
 * the person is there, by whomever, without all of what was sent. `unclear`: only the user can tell.
 */
export type LookUp =
  | { result: "arrived"; outcome: Partial<SaveOutcome> }
  | { result: "missed"; outcome: Partial<SaveOutcome>; isHarmless: boolean; part: FoundPart | null }
  | { result: "unclear" };

type Missed = Extract<LookUp, { result: "missed" }>;

const missing: Missed = { result: "missed", outcome: {}, isHarmless: false, part: null };
/** What is set to the same once more. */
const repeatable: Missed = { ...missing, isHarmless: true };

const byVerdict: Record<Verdict, LookUp> = {
  there: { result: "arrived", outcome: {} },
  missing,
  unclear: { result: "unclear" },
};

/** `clocks`: as they are after the last call. Rejects with StardexError. */
export async function lookUpStep(
  step: Step,
  record: SaveIn<"in_doubt">,
  client: StepClient,
  clocks: () => Promise<Clocks>,
): Promise<LookUp> {
  switch (step.kind) {
    case "person":
      return record.draft.known
        ? await lookUpChange(step.jobId, record, client)
        : await lookUpNew(record, client, clocks);
    case "job":
      return foundOnJob(step.jobId, await ofPresent(record, client, client.getPerson));
    case "note":
      return byVerdict[await ofPresent(record, client, (id) => findNote(id, record, client, clocks))];
    case "task":
      return byVerdict[await findTask(record, client, clocks)];
    case "activity":
    case "move":
    case "fields":
      return await lookUpTouch(step, record, client, clocks);
    default:
      return repeatable;
  }
}

/** Looks at the person; at the record in that place, when the person's was merged away meanwhile. */
async function ofPresent<T>(
  record: SaveIn<"in_doubt">,
  client: StepClient,
  look: (personId: string) => Promise<T>,
): Promise<T> {
  const id = await personId(record, client);
  try {
    return await look(id);
  } catch (error) {
    const present = isNotFound(error) ? await client.findPerson(record.draft.linkedinUrl) : undefined;
    if (!present || present.id === id) throw error;
    return await look(present.id);
  }
}

/** The person being there may be a colleague's doing: it counts only with all that was sent. */
async function lookUpNew(
  record: SaveIn<"in_doubt">,
  client: StepClient,
  clocks: () => Promise<Clocks>,
): Promise<LookUp> {
  const { draft } = record;
  const person = await client.findPerson(draft.linkedinUrl);
  if (!person) return missing;
  const candidateIds = onJobs(draft, person);
  const outcome = { personId: person.id, candidateIds };
  const note = draft.note === undefined ? "there" : await findNote(person.id, record, client, clocks);
  const [first] = draft.jobs;
  const isOnJob = !first || first.job.id in candidateIds;
  if (note === "there" && isOnJob && !draft.client && hasAllFields(person, draft)) {
    return { result: "arrived", outcome };
  }
  const part = { draft: await withKnown(draft, person, async () => undefined), note };
  return { ...missing, part };
}

/** The first job alone goes with the person. */
function onJobs({ jobs }: SaveDraft, { candidacies }: KnownPerson): SaveOutcome["candidateIds"] {
  const candidacy = candidacies.find(({ jobId }) => jobId === jobs[0]?.job.id);
  return candidacy ? { [candidacy.jobId]: candidacy.candidateId } : {};
}

/** Of what the user typed, whatever a colleague would hardly have typed as well. */
function hasAllFields(person: KnownPerson, draft: SaveDraft): boolean {
  const emails = [draft.workEmail, draft.personalEmail, ...(draft.emails ?? [])];
  const phones = [draft.workPhone, draft.mobilePhone, ...(draft.phoneNumbers ?? [])];
  const isHeld = (held: { value: string }[]) => (value: string | undefined) =>
    value === undefined || held.some((one) => isSameContact(one.value, value));
  return (
    emails.every(isHeld(person.emails)) &&
    phones.every(isHeld(person.phones)) &&
    (draft.externalSourceId === undefined || person.externalSourceId === draft.externalSourceId)
  );
}

/** Fields may be sent again; a job, once it is there, may not. */
async function lookUpChange(
  jobId: string | null,
  record: SaveIn<"in_doubt">,
  client: StepClient,
): Promise<LookUp> {
  if (jobId === null) return repeatable;
  const found = foundOnJob(jobId, await ofPresent(record, client, client.getPerson));
  if (found.result !== "arrived" || !hasChanges(record.draft.known?.update ?? {})) return found;
  return { ...repeatable, outcome: found.outcome };
}

function foundOnJob(jobId: string, { candidacies, areCandidaciesTold }: Person): LookUp {
  const candidacy = candidacies.find((one) => one.jobId === jobId);
  if (!candidacy) return areCandidaciesTold ? missing : { result: "unclear" };
  return { result: "arrived", outcome: { candidateIds: { [jobId]: candidacy.candidateId } } };
}

async function findNote(
  personId: string,
  save: SaveIn<"in_doubt">,
  client: StepClient,
  clocks: () => Promise<Clocks>,
): Promise<Verdict> {
  const activities = await client.listActivities(personId);
  if (activities === null) return "unclear";
  return await findSent(save.draft.note ?? "", activities, { personId, save, clocks: await clocks() });
}

async function lookUpTouch(
  step: TouchStep,
  record: SaveIn<"in_doubt">,
  client: StepClient,
  clocks: () => Promise<Clocks>,
): Promise<LookUp> {
  const find = (id: string) => findTouchStep(step, record, id, client, clocks);
  const verdict = await ofPresent(record, client, find);
  // A stage or a field is set to the same once more; an activity would stand there twice.
  return verdict === "missing" && step.kind !== "activity" ? repeatable : byVerdict[verdict];
}

async function findTask(
  record: SaveIn<"in_doubt">,
  client: StepClient,
  clocks: () => Promise<Clocks>,
): Promise<Verdict> {
  const id = await personId(record, client);
  const verdict = await findTaskOf(id, record, client, clocks);
  if (verdict !== "missing") return verdict;
  // Of a record that was merged away the search finds nothing: its tasks are with the one in its place.
  const present = await client.findPerson(record.draft.linkedinUrl);
  return present && present.id !== id ? await findTaskOf(present.id, record, client, clocks) : "missing";
}

async function findTaskOf(
  personId: string,
  save: SaveIn<"in_doubt">,
  client: StepClient,
  clocks: () => Promise<Clocks>,
): Promise<Verdict> {
  const tasks = await client.searchTasks({ personId });
  return await findSent(save.draft.task?.text ?? "", tasks, { personId, save, clocks: await clocks() });
}
