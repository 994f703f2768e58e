/**
 * What was typed for a person and not saved yet. The popup closes whenever it loses focus, so every
 * keystroke goes to storage; only edited fields are kept, to be laid over a fresh reading.
 */
import * as z from "zod/mini";
import { storageItem } from "../settings.ts";
import type { FieldName, FormValues } from "./form-values.ts";

export type Edits = Partial<FormValues>;

const text = z.optional(z.string());
const draftSchema = z.object({
  version: z.literal(1),
  name: text,
  currentJobTitle: text,
  companyName: text,
  location: text,
  emails: text,
  mobilePhone: text,
  workPhone: text,
  phoneNumbers: text,
});

/** The draft of one profile under one key: another firm's key does not see it. */
function itemOf(workspace: string, linkedinUrl: string) {
  return storageItem(`draft:${workspace}:${linkedinUrl}`, draftSchema, null);
}

/** What was typed before; empty when nothing was, or when it cannot be read any more. */
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
  edited: ReadonlySet<FieldName>,
): Promise<void> {
  const item = itemOf(workspace, linkedinUrl);
  if (edited.size === 0) return item.remove();
  const edits = Object.fromEntries([...edited].map((name) => [name, values[name]]));
  return item.set({ version: 1, ...edits });
}
