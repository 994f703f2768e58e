/** What is kept of the tables of people until they are sent: the paste, and what the user did with the rows. */
import * as z from "zod/mini";
import { peopleTable } from "../../storage/people-tables.ts";
import { columnKinds } from "../paste/pasted-person.ts";
import { cellNames } from "../person-row.ts";

const pasteSchema = z.object({
  text: z.string(),
  /** It was read into rows; else it still stands in the box. */
  isRead: z.boolean(),
  /** What the user said the columns hold, by their place. */
  chosen: z.record(z.string(), z.enum(columnKinds)),
  /** Ids of the rows that were sent already. */
  sent: z.array(z.string()),
});
export type KeptPaste = z.infer<typeof pasteSchema>;

export const rowsSchema = z.object({
  /** By row: the cells the user wrote into. */
  edits: z.record(z.string(), z.partialRecord(z.enum(cellNames), z.string())),
  /** Ids of the rows the user ticked. */
  selected: z.array(z.string()),
});
export type KeptRows = z.infer<typeof rowsSchema>;

export const keptPaste = peopleTable("paste", pasteSchema);
export const keptPasteRows = peopleTable("paste_rows", rowsSchema);
export const keptTrayRows = peopleTable("tray_rows", rowsSchema);
