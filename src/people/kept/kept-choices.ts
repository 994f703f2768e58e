/** What was chosen for all rows of a table and not sent yet. */
import * as z from "zod/mini";
import { fieldInputsSchema } from "../../form/memory/field-inputs.ts";
import type { FormValues } from "../../form/values/form-values.ts";
import { listSchema } from "../../model/records.ts";
import { placedJobSchema } from "../../model/save.ts";
import { peopleTable } from "../../storage/people-tables.ts";

export const choicesSchema = z.object({
  jobs: z.array(placedJobSchema),
  jobName: z.string(),
  list: z.nullable(listSchema),
  fields: fieldInputsSchema,
  note: z.string(),
});
export type KeptChoices = z.infer<typeof choicesSchema>;

export const keptPasteChoices = peopleTable("paste_choices", choicesSchema);
export const keptTrayChoices = peopleTable("tray_choices", choicesSchema);
export type ChoicesTable = typeof keptPasteChoices;

export function choicesIn({ jobs, jobName, list, fields, note }: FormValues): KeptChoices {
  return { jobs, jobName, list, fields, note };
}

export function areNone({ jobs, jobName, list, fields, note }: KeptChoices): boolean {
  return (
    jobs.length === 0 &&
    jobName === "" &&
    list === null &&
    Object.keys(fields).length === 0 &&
    note.trim() === ""
  );
}
