/**
 * What was typed and chosen for a person and not saved yet. The popup closes whenever it loses focus, so
 * every keystroke goes to storage; only what was edited is kept, to be laid over a fresh reading.
 */
import * as z from "zod/mini";
import { listSchema } from "../model/records.ts";
import { clientSchema, personRoles, placedJobSchema } from "../model/save.ts";
import { unsavedEdits } from "../storage/unsaved-edits.ts";
import { type FormKey, type FormValues, TEXT_NAMES, type TextName } from "./form-values.ts";

export type Edits = Partial<FormValues>;

const text = z.optional(z.string());
const draftSchema = z.object({
  ...(Object.fromEntries(TEXT_NAMES.map((name) => [name, text])) as Record<TextName, typeof text>),
  role: z.optional(z.enum(personRoles)),
  jobs: z.optional(z.array(placedJobSchema)),
  client: z.optional(z.nullable(clientSchema)),
  list: z.optional(z.nullable(listSchema)),
});

const kept = unsavedEdits(draftSchema);

/** What was edited before; empty when nothing was, or when it cannot be read any more. */
export async function loadEdits(workspace: string, linkedinUrl: string): Promise<Edits> {
  const edits = await kept.read(workspace, linkedinUrl).catch(() => null);
  return (edits ?? {}) as Edits;
}

/** Keeps these fields, or forgets the draft when there are none. Rejects when storage does. */
export function storeEdits(
  workspace: string,
  linkedinUrl: string,
  values: FormValues,
  edited: ReadonlySet<FormKey>,
): Promise<void> {
  if (edited.size === 0) return kept.forget(workspace, linkedinUrl);
  const edits = Object.fromEntries([...edited].map((name) => [name, values[name]]));
  return kept.write(workspace, linkedinUrl, edits);
}
