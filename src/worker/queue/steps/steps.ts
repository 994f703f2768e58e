/** What each step of a save asks of Stardex. */
import type { SaveOutcome, SaveRecord, Step } from "../../../model/save.ts";
import type { StardexClient } from "../../../stardex/client.ts";
import { StardexError } from "../../../stardex/stardex-error.ts";
import { personIdOf } from "../transitions/states.ts";
import { moveStage } from "./move-stage.ts";
import { rememberOwnRow } from "./own-rows.ts";
import { personBody, personPatch, secondCreationBody } from "./person-content.ts";
import { runTouchStep, type TouchClient } from "./touch-steps.ts";

/** What a save asks of Stardex, the look-ups before it included. */
export type StepClient = TouchClient &
  Pick<
    StardexClient,
    | "createPerson"
    | "updatePerson"
    | "getPerson"
    | "findPerson"
    | "moveCandidate"
    | "addToList"
    | "addNote"
    | "addTask"
    | "searchTasks"
    | "findByEmail"
    | "searchByName"
    | "searchCompanies"
    | "getCompany"
    | "getJob"
  >;

/** Does the step; gives what its answer adds to the outcome. Rejects with StardexError. */
export async function runStep(
  step: Step,
  record: SaveRecord,
  client: StepClient,
): Promise<Partial<SaveOutcome>> {
  const { draft } = record;
  switch (step.kind) {
    case "check":
      throw new Error("A look-up is not sent");
    case "person":
      return draft.known ? await changePerson(step.jobId, record, client) : await addPerson(record, client);
    case "client":
      return await createAgain(record, client);
    case "job":
      await client.updatePerson(await personId(record, client), { job_id: step.jobId });
      return { candidateIds: { [step.jobId]: null } };
    case "stage": {
      const candidateId = record.outcome?.candidateIds[step.jobId] ?? null;
      await moveStage({ ...step, candidateId }, await personId(record, client), client);
      return {};
    }
    case "note":
      await addNote(await personId(record, client), record, client);
      return {};
    case "list":
      await client.addToList(draft.list?.id ?? "", await personId(record, client));
      return {};
    case "task":
      await addTask(await personId(record, client), record, client);
      return {};
    case "fields":
    case "activity":
    case "move":
      await runTouchStep(step, record, await personId(record, client), client);
      return {};
  }
}

async function addNote(personId: string, { id, draft }: SaveRecord, client: StepClient): Promise<void> {
  const { note = "" } = draft;
  await rememberOwnRow(await client.addNote(personId, note), { saveId: id, personId }, note);
}

async function addTask(personId: string, { id, draft }: SaveRecord, client: StepClient): Promise<void> {
  const { task, jobs } = draft;
  const { text = "", dueDate, ownerIds } = task ?? {};
  const taskId = await client.addTask({
    text,
    ...(dueDate && { dueDate }),
    ...(ownerIds && { ownerIds }),
    ...(jobs[0] && { jobId: jobs[0].job.id }),
    personId,
  });
  await rememberOwnRow(taskId, { saveId: id, personId }, text);
}

async function addPerson({ id, draft }: SaveRecord, client: StepClient): Promise<Partial<SaveOutcome>> {
  const { personId, candidateId, clientContactId } = await client.createPerson(personBody(draft));
  if (personId !== null && draft.note !== undefined)
    await rememberOwnRow(null, { saveId: id, personId }, draft.note);
  const [first] = draft.jobs;
  return {
    personId,
    clientContactId,
    ...(first && { candidateIds: { [first.job.id]: candidateId } }),
    ...(!first && draft.jobName !== undefined && { hintedCandidateId: candidateId }),
  };
}

/** On a job of that title already, the person is not put there once more: the answer may have been lost before. */
async function createAgain(record: SaveRecord, client: StepClient): Promise<Partial<SaveOutcome>> {
  const { draft } = record;
  const hint = draft.jobs.length === 0 ? draft.jobName : undefined;
  const before = hint === undefined ? null : await hintedCandidacy(hint, record, client);
  const body = secondCreationBody(draft, before ? undefined : hint);
  const { candidateId, clientContactId } = await client.createPerson(body);
  const hintedCandidateId = before?.candidateId ?? candidateId;
  return { ...(draft.client && { clientContactId }), ...(hint !== undefined && { hintedCandidateId }) };
}

async function hintedCandidacy(title: string, record: SaveRecord, client: StepClient) {
  const plain = (name: string | null) => name?.trim().toLowerCase();
  const { candidacies } = await client.getPerson(await personId(record, client));
  return candidacies.find(({ jobName }) => plain(jobName) === plain(title)) ?? null;
}

/** The lists of e-mails and numbers are read right before: what is sent replaces them as a whole. */
async function changePerson(
  jobId: string | null,
  record: SaveRecord,
  client: StepClient,
): Promise<Partial<SaveOutcome>> {
  const update = record.draft.known?.update ?? {};
  const id = await personId(record, client);
  const now = update.addEmails?.length || update.addPhones?.length ? await client.getPerson(id) : null;
  const isOnJob = jobId === null || jobId in (record.outcome?.candidateIds ?? {});
  await client.updatePerson(id, personPatch(update, isOnJob ? undefined : jobId, now));
  return isOnJob ? {} : { candidateIds: { [jobId]: null } };
}

/** Five minutes, about, until a search shows whom it was told of. */
const MOST_TRIES = 7;

/** By address where Stardex answered a creation without its id, or does not have that id any more. */
export async function personId(record: SaveRecord, client: StepClient): Promise<string> {
  const told = personIdOf(record);
  if (told !== null && told !== record.goneId) return told;
  const found = await client.findPerson(record.draft.linkedinUrl);
  if (found) return found.id;
  // A person whom this save has added, and whom no search shows yet, is there: it is tried again for a while.
  const isOurs = record.arrived.fields !== null && told === null;
  const tries = "attempts" in record ? record.attempts : 0;
  throw new StardexError({ kind: isOurs && tries < MOST_TRIES ? "unreadable" : "not_found" });
}
