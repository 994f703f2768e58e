/** The firm's own fields on a person: which can be shown, what stands in them, and how they are written. */
import * as z from "zod/mini";

export const fieldOptionSchema = z.object({ id: z.string(), name: z.string() });
export type FieldOption = z.infer<typeof fieldOptionSchema>;

/** How a field is shown; every kind but the first two is one line of text. */
export const fieldKinds = ["single", "multi", "text", "integer", "number", "date"] as const;
export type FieldKind = (typeof fieldKinds)[number];

export const customFieldSchema = z.lazy(() =>
  z.object({
    id: z.string(),
    name: z.string(),
    kind: z.enum(fieldKinds),
    /** Of a job alone; null: everywhere. */
    jobId: z.nullable(z.string()),
    /** Of the two select kinds; empty for all others. */
    options: z.array(fieldOptionSchema),
  }),
);
export type CustomField = z.infer<typeof customFieldSchema>;

/**
 * The reference names `single-select`, `multi-select`, `integer`, `date`; the others are names of kinds whose
 * way of writing is the same. A type that is not here is not shown: what it takes is not known.
 */
const KIND_OF_TYPE: Record<string, FieldKind> = {
  "single-select": "single",
  "multi-select": "multi",
  text: "text",
  string: "text",
  integer: "integer",
  number: "number",
  decimal: "number",
  float: "number",
  date: "date",
};

/** A definition as the client gives it. */
interface Definition {
  id: string;
  name: string;
  dataType: string;
  jobId: string | null;
  options: FieldOption[];
}

/** The fields that can be shown. A select without options cannot: only what exists may be chosen. */
export function shownFields(definitions: readonly Definition[]): CustomField[] {
  return definitions.flatMap(({ id, name, dataType, jobId, options }) => {
    const kind = Object.hasOwn(KIND_OF_TYPE, dataType) ? KIND_OF_TYPE[dataType] : undefined;
    if (!kind || (isSelect(kind) && options.length === 0)) return [];
    const shown = isSelect(kind) ? options.map((option) => ({ id: option.id, name: option.name })) : [];
    return [{ id, name, kind, jobId, options: shown }];
  });
}

export function isSelect(kind: FieldKind): boolean {
  return kind === "single" || kind === "multi";
}

/** The field for tags is found by its name: the reference says that *Tags* is one of the definitions. */
export function isTagsField({ name, kind }: Pick<CustomField, "name" | "kind">): boolean {
  return kind === "multi" && name.trim().toLowerCase() === "tags";
}

/** Chosen for several people in a row: not written over what Stardex may have of one it knows. */
const onlyIfNew = z.optional(z.literal(true));

/** What a save writes into one field. Options by id; their names are for the screen and for reading back. */
export const fieldWriteSchema = z.lazy(() =>
  z.discriminatedUnion("kind", [
    z.object({
      kind: z.literal("value"),
      fieldId: z.string(),
      fieldName: z.string(),
      value: z.string().check(z.minLength(1)),
      onlyIfNew,
    }),
    z.object({
      kind: z.literal("option"),
      fieldId: z.string(),
      fieldName: z.string(),
      option: fieldOptionSchema,
      onlyIfNew,
    }),
    z.object({
      kind: z.literal("add_options"),
      fieldId: z.string(),
      fieldName: z.string(),
      options: z.array(fieldOptionSchema).check(z.minLength(1)),
    }),
  ]),
);
export type FieldWrite = z.infer<typeof fieldWriteSchema>;

/** Those to be written of a person whom Stardex had before, or had not. */
export function dueWrites(writes: readonly FieldWrite[] = [], wasKnown: boolean): FieldWrite[] {
  return writes.filter((write) => write.kind === "add_options" || !write.onlyIfNew || !wasKnown);
}

/** What stands in the fields of a person: by field id, every id, name or value that the answer tells. */
export type FieldValues = ReadonlyMap<string, ReadonlySet<string>>;

/** Whether the person's fields hold all that was written: an option is answered by its id or by its name. */
export function holdsWrites(values: FieldValues, writes: readonly FieldWrite[]): boolean {
  return writes.every((write) => {
    const present = values.get(write.fieldId);
    if (!present) return false;
    if (write.kind === "value") return [...present].some((one) => isSameValue(one, write.value));
    const options = write.kind === "option" ? [write.option] : write.options;
    return options.every(({ id, name }) => present.has(id) || present.has(name));
  });
}

/** A number may come back as 3 or 3.0, a date with its time. */
function isSameValue(stored: string, written: string): boolean {
  const date = /^\d{4}-\d{2}-\d{2}$/;
  if (date.test(written)) return stored.slice(0, 10) === written;
  if (stored.trim() === written.trim()) return true;
  return written.trim() !== "" && Number(stored) === Number(written);
}

export type FieldError = "not_an_integer" | "not_a_number" | "not_a_date";

/** What is wrong with what was typed; null when it can be sent. Selects are chosen and never wrong. */
export function fieldError(kind: FieldKind, typed: string): FieldError | null {
  const value = typed.trim();
  if (value === "") return null;
  if (kind === "integer" && !/^[+-]?\d{1,15}$/.test(value)) return "not_an_integer";
  if (kind === "number" && !/^[+-]?\d{1,15}(?:[.,]\d{1,10})?$/.test(value)) return "not_a_number";
  if (kind === "date" && !isDay(value)) return "not_a_date";
  return null;
}

/** A number as the API reads it: a comma is a decimal point in most of our languages. */
export function writtenValue(kind: FieldKind, typed: string): string {
  const value = typed.trim();
  if (kind === "integer") return value.replace(/^\+/, "");
  return kind === "number" ? value.replace(",", ".").replace(/^\+/, "") : value;
}

/** 31 February is none, and neither is a year that is still being typed. */
function isDay(value: string): boolean {
  if (!/^[12]\d{3}-\d{2}-\d{2}$/.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === value;
}
