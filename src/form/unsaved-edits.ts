/**
 * What was typed and chosen for a person and not saved yet. The popup closes whenever it loses focus, so
 * every keystroke goes to storage; only what was edited is kept, to be laid over a fresh reading.
 */
import * as z from "zod/mini";
import { listSchema } from "../model/records.ts";
import { clientSchema, personRoles, placedJobSchema } from "../model/save.ts";
import { storageItem } from "../storage/storage-item.ts";
import { type FormKey, type FormValues, TEXT_NAMES, type TextName } from "./form-values.ts";

export type Edits = Partial<FormValues>;

const text = z.optional(z.string());
const draftSchema = z.object({
  // Version 1 held fewer fields, each as it is now.
  version: z.literal([1, 2]),
  ...(Object.fromEntries(TEXT_NAMES.map((name) => [name, text])) as Record<TextName, typeof text>),
  role: z.optional(z.enum(personRoles)),
  jobs: z.optional(z.array(placedJobSchema)),
  client: z.optional(z.nullable(clientSchema)),
  list: z.optional(z.nullable(listSchema)),
});

/** The draft of one profile under one key: another firm's key does not see it. */
function itemOf(workspace: string, linkedinUrl: string) {
  return storageItem(`draft:${workspace}:${linkedinUrl}`, draftSchema, null);
}

/** What was edited before; empty when nothing was, or when it cannot be read any more. */
export async function loadEdits(workspace: string, linkedinUrl: string): Promise<Edits> {
  try {
    const stored = await itemOf(workspace, linkedinUrl).get();
    if (stored === null) return {};
    const { version: _version, ...edits } = stored;
    return edits as Edits;
  } catch {
    return {};
  }
}

/** Keeps these fields, or forgets the draft when there are none. Rejects when storage does. */
export function storeEdits(
  workspace: string,
  linkedinUrl: string,
  values: FormValues,
  edited: ReadonlySet<FormKey>,
): Promise<void> {
  const item = itemOf(workspace, linkedinUrl);
  if (edited.size === 0) return item.remove();
  const edits = Object.fromEntries([...edited].map((name) => [name, values[name]]));
  return item.set({ version: 2, ...edits });
}
