/** How a step whose answer was lost is looked up in Stardex, and what was sent compared with what is there. */

import { isSameContact } from "../../../model/contact-values.ts";
import type { KnownPerson } from "../../../model/records.ts";
import type { SaveDraft, SaveIn, SaveOutcome, Step } from "../../../model/save.ts";
import { isSameContent } from "../../../stardex/plain-text.ts";
import { StardexError } from "../../../stardex/stardex-error.ts";
import { withKnown } from "../identify.ts";
import { hasChanges } from "../plan.ts";
import type { FoundPart } from "../transitions/events.ts";
import { isSince } from "./since.ts";
import { personId, type StepClient } from "./steps.ts";
import { findTouchStep, type TouchStep } from "./touch-steps.ts";

/**
 * `outcome` holds also where a part is there. `isHarmless`: what is missing may be sent again at once. `part`:
 * the person is there, by whomever, without all of what was sent.
 */
export type LookUp =
  | { arrived: true; outcome: Partial<SaveOutcome> }
  | { arrived: false; outcome: Partial<SaveOutcome>; isHarmless: boolean; part: FoundPart | null };

const missing: LookUp = { arrived: false, outcome: {}, isHarmless: false, part: null };

/** Rejects with StardexError. */
export async function lookUpStep(
  step: Step,
  record: SaveIn<"in_doubt">,
  client: StepClient,
): Promise<LookUp> {
  switch (step.kind) {
    case "person":
      return record.draft.known
        ? await lookUpChange(step.jobId, record, client)
        : await lookUpNew(record, client);
    case "job":
      return foundOnJob(step.jobId, await client.getPerson(await personId(record, client)));
    case "note":
      return await lookUpNote(record, client);
    case "task":
      return await lookUpTask(record, client);
    case "activity":
    case "move":
    case "fields":
      return await lookUpTouch(step, record, client);
    default:
      return { arrived: false, outcome: {}, isHarmless: true, part: null };
  }
}

/** The person being there may be a colleague's doing: it counts only with all that was sent. */
async function lookUpNew(record: SaveIn<"in_doubt">, client: StepClient): Promise<LookUp> {
  const { draft } = record;
  const person = await client.findPerson(draft.linkedinUrl);
  if (!person) return missing;
  const candidateIds = onJobs(draft, person);
  const outcome = { personId: person.id, candidateIds };
  const note = draft.note === undefined ? "there" : await findNote(person.id, record, client);
  const [first] = draft.jobs;
  const isOnJob = !first || first.job.id in candidateIds;
  if (note === "there" && isOnJob && !draft.client && hasAllFields(person, draft)) {
    return { arrived: true, outcome };
  }
  return {
    arrived: false,
    outcome: {},
    isHarmless: false,
    part: { draft: await withKnown(draft, person, async () => undefined), note },
  };
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
  if (jobId === null) return { arrived: false, outcome: {}, isHarmless: true, part: null };
  const found = foundOnJob(jobId, await client.getPerson(await personId(record, client)));
  if (!found.arrived || !hasChanges(record.draft.known?.update ?? {})) return found;
  return { arrived: false, outcome: found.outcome, isHarmless: true, part: null };
}

function foundOnJob(jobId: string, { candidacies }: KnownPerson): LookUp {
  const candidacy = candidacies.find((one) => one.jobId === jobId);
  if (!candidacy) return missing;
  return { arrived: true, outcome: { candidateIds: { [jobId]: candidacy.candidateId } } };
}

async function lookUpNote(record: SaveIn<"in_doubt">, client: StepClient): Promise<LookUp> {
  const found = await findNote(await personId(record, client), record, client);
  // Nobody but the user can tell.
  if (found === "unknown") throw new StardexError({ kind: "forbidden", status: 403 });
  return found === "there" ? { arrived: true, outcome: {} } : missing;
}

async function findNote(
  personId: string,
  { draft, sentAt }: SaveIn<"in_doubt">,
  client: StepClient,
): Promise<FoundPart["note"]> {
  const activities = await client.listActivities(personId);
  if (activities === null) return "unknown";
  const isOurs = activities.some(
    ({ text, createdAt }) => isSameContent(text, draft.note ?? "") && isSince(createdAt, sentAt),
  );
  return isOurs ? "there" : "missing";
}

async function lookUpTouch(step: TouchStep, record: SaveIn<"in_doubt">, client: StepClient): Promise<LookUp> {
  const isThere = await findTouchStep(step, record, await personId(record, client), client);
  if (isThere === null) throw new StardexError({ kind: "forbidden", status: 403 });
  if (isThere) return { arrived: true, outcome: {} };
  // A stage or a field is set to the same once more; an activity would stand there twice.
  return step.kind === "activity" ? missing : { arrived: false, outcome: {}, isHarmless: true, part: null };
}

async function lookUpTask(record: SaveIn<"in_doubt">, client: StepClient): Promise<LookUp> {
  const id = await personId(record, client);
  if (await hasTask(id, record, client)) return { arrived: true, outcome: {} };
  // Of a record that was merged away the search finds nothing: its tasks are with the one in its place.
  const present = await client.findPerson(record.draft.linkedinUrl);
  const isThere = present && present.id !== id && (await hasTask(present.id, record, client));
  return isThere ? { arrived: true, outcome: {} } : missing;
}

async function hasTask(
  personId: string,
  { draft, sentAt }: SaveIn<"in_doubt">,
  client: StepClient,
): Promise<boolean> {
  const tasks = await client.searchTasks({ personId });
  return tasks.some(
    ({ text, createdAt }) => isSameContent(text, draft.task?.text ?? "") && isSince(createdAt, sentAt),
  );
}
