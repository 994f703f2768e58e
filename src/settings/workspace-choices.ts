/**
 * What the user said that holds in one firm's Stardex alone: ids mean nothing under another key, so it is no
 * setting, and in no settings file.
 */
import * as z from "zod/mini";
import { teamMemberSchema } from "../model/team-member.ts";
import { StoredValueError, storageItem } from "../storage/storage-item.ts";

const choicesSchema = z.object({
  version: z.literal(1),
  /** Which member of the firm the user is; null until that was said. */
  me: z.nullable(teamMemberSchema),
  /** Ids of the fields that stand in the form: by job id, those of every job under "". */
  pinnedFields: z.record(z.string(), z.array(z.string())),
});
export type WorkspaceChoices = z.infer<typeof choicesSchema>;

export const noChoices: WorkspaceChoices = { version: 1, me: null, pinnedFields: {} };

const itemOf = (workspace: string) => storageItem(`choices:${workspace}`, choicesSchema, noChoices);

/** None where they cannot be read: the next choice writes them anew. */
export async function readWorkspaceChoices(workspace: string): Promise<WorkspaceChoices> {
  try {
    return await itemOf(workspace).get();
  } catch (error) {
    if (error instanceof StoredValueError) return noChoices;
    throw error;
  }
}

/** One change at a time: two pages may choose at once. */
export function changeWorkspaceChoices(
  workspace: string,
  change: (choices: WorkspaceChoices) => WorkspaceChoices,
): Promise<void> {
  return navigator.locks.request("stardex-capture/choices", async () => {
    await itemOf(workspace).set(change(await readWorkspaceChoices(workspace)));
  });
}

/** Calls back with every new value. Returns how to stop. */
export function watchWorkspaceChoices(
  workspace: string,
  callback: (choices: WorkspaceChoices) => void,
): () => void {
  return itemOf(workspace).watch(callback);
}
