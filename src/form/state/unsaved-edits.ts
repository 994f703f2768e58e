/**
 * What was typed, chosen and decided for a person and not saved yet. The popup closes whenever it loses focus, so
 * every keystroke goes to storage; only what was edited is kept, to be laid over a fresh reading.
 */
import * as z from "zod/mini";
import { listSchema } from "../../model/records.ts";
import { clientSchema, personRoles, placedJobSchema } from "../../model/save.ts";
import { unsavedEdits } from "../../storage/unsaved-edits.ts";
import { fieldInputsSchema } from "../memory/field-inputs.ts";
import { logStateSchema } from "../memory/touch/log-state.ts";
import { TEXT_NAMES, type TextName } from "../values/form-values.ts";
import { isUntouched, type KeptEdits } from "./form-state.ts";

const text = z.optional(z.string());
const valuesSchema = z.object({
  ...(Object.fromEntries(TEXT_NAMES.map((name) => [name, text])) as Record<TextName, typeof text>),
  role: z.optional(z.enum(personRoles)),
  jobs: z.optional(z.array(placedJobSchema)),
  client: z.optional(z.nullable(clientSchema)),
  list: z.optional(z.nullable(listSchema)),
  fields: z.optional(fieldInputsSchema),
  log: z.optional(z.nullable(logStateSchema)),
});
const editsSchema = z.object({
  values: valuesSchema,
  identity: z.nullable(z.union([z.literal("new"), z.object({ personId: z.string() })])),
});

const kept = unsavedEdits(editsSchema);

/** What was edited before; nothing when it cannot be read any more. */
export async function loadEdits(workspace: string, linkedinUrl: string): Promise<KeptEdits> {
  const stored = await kept.read(workspace, linkedinUrl).catch(() => null);
  return { values: (stored?.values ?? {}) as KeptEdits["values"], identity: stored?.identity ?? null };
}

/** Keeps these edits, or forgets the profile's when there are none. Rejects when storage does. */
export function storeEdits(workspace: string, linkedinUrl: string, edits: KeptEdits): Promise<void> {
  if (isUntouched(edits)) return kept.forget(workspace, linkedinUrl);
  return kept.write(workspace, linkedinUrl, edits);
}
