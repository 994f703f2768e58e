/** What each step of a save asks of Stardex, and how a step whose answer was lost is looked up. */
import type { KnownPerson } from "../../model/records.ts";
import type { SaveDraft, SaveOutcome, SaveRecord, Step } from "../../model/save.ts";
import type { StardexClient } from "../../stardex/client.ts";
import { StardexError } from "../../stardex/stardex-error.ts";
import { clientContactBody, personBody, personPatch } from "./person-content.ts";
import { hasChanges, newJobs } from "./plan.ts";
import { findTouchStep, isTouchStep, runTouchStep, type TouchClient, type TouchStep } from "./touch-steps.ts";

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
      return draft.known ? await changePerson(record, client) : await addPerson(draft, client);
    case "client": {
      const { clientContactId } = await client.createPerson(clientContactBody(draft));
      return { clientContactId };
    }
    case "job":
      await client.updatePerson(await personId(record, client), { job_id: step.jobId });
      return { candidateIds: { [step.jobId]: "" } };
    case "stage":
      await client.moveCandidate(step.jobId, await candidateId(step.jobId, record, client), step.stageId);
      return {};
    case "note":
      await client.addNote(await personId(record, client), draft.note ?? "");
      return {};
    case "list":
      await client.addToList(draft.list?.id ?? "", await personId(record, client));
      return {};
    case "task":
      await client.addTask({
        text: draft.task?.text ?? "",
        ...(draft.task?.dueDate && { dueDate: draft.task.dueDate }),
        ...(draft.task?.ownerIds && { ownerIds: draft.task.ownerIds }),
        ...(draft.jobs[0] && { jobId: draft.jobs[0].job.id }),
        personId: await personId(record, client),
      });
      return {};
    case "fields":
    case "activity":
    case "move":
      await runTouchStep(step, record, await personId(record, client), client);
      return {};
  }
}

/** What a look-up found of a step that was sent and not answered; `outcome` holds also with half of it there. */
export interface LookUp {
  arrived: boolean;
  outcome: Partial<SaveOutcome>;
}

/**
 * Looks a step up by its record in Stardex. One that may be sent again without harm is not looked up:
 * a stage is set to the same, a list names a person once. Rejects with StardexError.
 */
export async function lookUpStep(step: Step, record: SaveRecord, client: StepClient): Promise<LookUp> {
  if (isTouchStep(step)) return await lookUpTouch(step, record, client);
  if (step.kind === "job") return lookUpJob(step.jobId, await person(record, client));
  if (step.kind !== "person") return { arrived: false, outcome: {} };
  return record.draft.known ? await lookUpChange(record, client) : await lookUpNew(record.draft, client);
}

/** Where the firm hides the timeline only the user can tell. */
async function lookUpTouch(step: TouchStep, record: SaveRecord, client: StepClient): Promise<LookUp> {
  const isThere = await findTouchStep(step, record, await personId(record, client), client);
  if (isThere === null) throw new StardexError({ kind: "forbidden", status: 403 });
  return { arrived: isThere, outcome: {} };
}

/** She was not in Stardex before it was sent, so being there is its doing. */
async function lookUpNew(draft: SaveDraft, client: StepClient): Promise<LookUp> {
  const found = await client.findPerson(draft.linkedinUrl);
  if (!found) return { arrived: false, outcome: {} };
  const [first] = draft.jobs;
  const onJob = first ? lookUpJob(first.job.id, found).outcome : {};
  return { arrived: true, outcome: { personId: found.id, ...onJob } };
}

/** Fields may be sent again; a job, once it is there, may not. */
async function lookUpChange(record: SaveRecord, client: StepClient): Promise<LookUp> {
  const { draft } = record;
  const [first] = newJobs(draft);
  if (!first) return { arrived: false, outcome: {} };
  const { arrived, outcome } = lookUpJob(first.job.id, await person(record, client));
  return { arrived: arrived && !hasChanges(draft.known?.update ?? {}), outcome };
}

function lookUpJob(jobId: string, { candidacies }: KnownPerson): LookUp {
  const candidacy = candidacies.find((one) => one.jobId === jobId);
  if (!candidacy) return { arrived: false, outcome: {} };
  return { arrived: true, outcome: { candidateIds: { [jobId]: candidacy.candidateId } } };
}

async function addPerson(draft: SaveDraft, client: StepClient): Promise<Partial<SaveOutcome>> {
  const { personId, candidateId, clientContactId } = await client.createPerson(personBody(draft));
  const [first] = draft.jobs;
  return {
    personId,
    clientContactId,
    ...(first && { candidateIds: { [first.job.id]: candidateId ?? "" } }),
    ...(!first && draft.jobName !== undefined && { hintedCandidateId: candidateId }),
  };
}

/** The lists of e-mails and numbers are read right before: what is sent replaces them as a whole. */
async function changePerson(
  { draft, outcome }: SaveRecord,
  client: StepClient,
): Promise<Partial<SaveOutcome>> {
  const { known } = draft;
  if (!known) return {};
  const { update, personId } = known;
  const now = update.addEmails?.length || update.addPhones?.length ? await client.getPerson(personId) : null;
  const jobId = newJobs(draft)[0]?.job.id;
  const isOnJob = jobId !== undefined && outcome?.candidateIds[jobId] !== undefined;
  await client.updatePerson(personId, personPatch(update, isOnJob ? undefined : jobId, now));
  return jobId === undefined || isOnJob ? {} : { candidateIds: { [jobId]: "" } };
}

async function candidateId(jobId: string, record: SaveRecord, client: StepClient): Promise<string> {
  const told = record.outcome?.candidateIds[jobId];
  if (told) return told;
  const { candidacies } = await person(record, client);
  const found = candidacies.find((candidacy) => candidacy.jobId === jobId)?.candidateId;
  if (!found) throw new StardexError({ kind: "not_found" });
  return found;
}

async function person(record: SaveRecord, client: StepClient): Promise<KnownPerson> {
  return await client.getPerson(await personId(record, client));
}

/** Stardex may have answered a creation without its id. */
async function personId(record: SaveRecord, client: StepClient): Promise<string> {
  const told = record.outcome?.personId ?? record.draft.known?.personId;
  if (told) return told;
  const found = await client.findPerson(record.draft.linkedinUrl);
  if (!found) throw new StardexError({ kind: "not_found" });
  return found.id;
}
