/** What each step of a save asks of Stardex. */
import type { SaveDraft, SaveOutcome, SaveRecord, Step } from "../../../model/save.ts";
import type { StardexClient } from "../../../stardex/client.ts";
import { StardexError } from "../../../stardex/stardex-error.ts";
import { personIdOf } from "../transitions/states.ts";
import { clientContactBody, personBody, personPatch } from "./person-content.ts";
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
      return draft.known ? await changePerson(step.jobId, record, client) : await addPerson(draft, client);
    case "client": {
      const { clientContactId } = await client.createPerson(clientContactBody(draft));
      return { clientContactId };
    }
    case "job":
      await client.updatePerson(await personId(record, client), { job_id: step.jobId });
      return { candidateIds: { [step.jobId]: null } };
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

async function addPerson(draft: SaveDraft, client: StepClient): Promise<Partial<SaveOutcome>> {
  const { personId, candidateId, clientContactId } = await client.createPerson(personBody(draft));
  const [first] = draft.jobs;
  return {
    personId,
    clientContactId,
    ...(first && { candidateIds: { [first.job.id]: candidateId } }),
    ...(!first && draft.jobName !== undefined && { hintedCandidateId: candidateId }),
  };
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

async function candidateId(jobId: string, record: SaveRecord, client: StepClient): Promise<string> {
  const told = record.outcome?.candidateIds[jobId];
  if (told) return told;
  const { candidacies } = await client.getPerson(await personId(record, client));
  const found = candidacies.find((candidacy) => candidacy.jobId === jobId)?.candidateId;
  if (!found) throw new StardexError({ kind: "not_found" });
  return found;
}

/** Stardex may have answered a creation without its id. */
export async function personId(record: SaveRecord, client: StepClient): Promise<string> {
  const told = personIdOf(record);
  if (told !== null) return told;
  const found = await client.findPerson(record.draft.linkedinUrl);
  if (!found) throw new StardexError({ kind: "not_found" });
  return found.id;
}
