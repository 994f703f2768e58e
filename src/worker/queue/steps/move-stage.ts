/** A candidate is put at a stage by the candidacy's id, which can change when persons are merged. */
import type { StardexClient } from "../../../stardex/client.ts";
import { StardexError } from "../../../stardex/stardex-error.ts";

type Client = Pick<StardexClient, "moveCandidate" | "getPerson">;

interface Place {
  jobId: string;
  stageId: string;
  /** As it was told before; null when it never was. */
  candidateId: string | null;
}

/** Rejects with StardexError; `not_found` when the person is not on the job. */
export async function moveStage(
  { jobId, stageId, candidateId: told }: Place,
  personId: string,
  client: Client,
): Promise<void> {
  if (told !== null) {
    try {
      return await client.moveCandidate(jobId, told, stageId);
    } catch (error) {
      if (!isNotFound(error)) throw error;
    }
  }
  const present = (await candidacyOn(jobId, personId, client))?.candidateId;
  if (!present || present === told) throw new StardexError({ kind: "not_found" });
  await client.moveCandidate(jobId, present, stageId);
}

export async function candidacyOn(jobId: string, personId: string, client: Pick<Client, "getPerson">) {
  const { candidacies } = await client.getPerson(personId);
  return candidacies.find((one) => one.jobId === jobId);
}

export function isNotFound(error: unknown): boolean {
  return error instanceof StardexError && error.problem.kind === "not_found";
}
