import { send } from "../../protocol/send.ts";
import { defaultSettings, settings } from "../../settings/settings.ts";
import type { FormValues } from "../values/form-values.ts";
import { fieldProblems } from "./field-inputs.ts";

// Known before Save is clicked: most firms require nothing, and nobody waits for that.
const required = settings
  .get()
  .catch(() => defaultSettings)
  .then(({ requiredFields }) => requiredFields);

/**
 * Whether a field that the firm requires is empty. Where the fields cannot be read none can be filled, and
 * the person is saved without.
 */
export async function isFieldMissing({ fields }: FormValues, jobId: string | null): Promise<boolean> {
  const names = await required;
  if (names.length === 0) return false;
  const answer = await send("memory.fields", { jobId }).catch(() => null);
  if (!answer?.ok) return false;
  return fieldProblems(fields, answer.fields, names).some(({ error }) => error === "required");
}
