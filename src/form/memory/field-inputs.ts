/** What stands in the firm's own fields in the form, and what of it is written. Pure. */
import * as z from "zod/mini";
import {
  type CustomField,
  type FieldError,
  type FieldWrite,
  fieldError,
  fieldKinds,
  fieldOptionSchema,
  isSelect,
  isTagsField,
  writtenValue,
} from "../../model/custom-field.ts";

/** With the field's name and kind: what was filled in is sent also where its definition cannot be read again. */
const fieldInputSchema = z.object({
  name: z.string(),
  kind: z.enum(fieldKinds),
  /** The value; of a select what is typed and not picked yet, which is kept and never written. */
  text: z.string(),
  /** Of a select; one at most where it is single. */
  options: z.array(fieldOptionSchema),
  /** Of a field that only this job has. */
  jobId: z.optional(z.string()),
  /** Chosen in the form of somebody else, for the people after as well. */
  isCarried: z.optional(z.literal(true)),
});
export type FieldInput = z.infer<typeof fieldInputSchema>;

/** By field id. */
export const fieldInputsSchema = z.record(z.string(), fieldInputSchema);
export type FieldInputs = z.infer<typeof fieldInputsSchema>;

export function inputOf({ id, name, kind, jobId }: CustomField, inputs: FieldInputs): FieldInput {
  return inputs[id] ?? { name, kind, text: "", options: [], ...(jobId !== null && { jobId }) };
}

/** Without the fields of other jobs: they are not in the form, and are not written. */
export function fieldsOfJob(inputs: FieldInputs, jobId: string | null): FieldInputs {
  const isOfJob = ({ jobId: own }: FieldInput) => own === undefined || own === jobId;
  return Object.fromEntries(Object.entries(inputs).filter(([, input]) => isOfJob(input)));
}

/** Without what was chosen in the form of somebody else. */
export function ownFields(inputs: FieldInputs): FieldInputs {
  return Object.fromEntries(Object.entries(inputs).filter(([, { isCarried }]) => !isCarried));
}

export function withoutFields(inputs: FieldInputs, ids: readonly string[]): FieldInputs {
  return Object.fromEntries(Object.entries(inputs).filter(([id]) => !ids.includes(id)));
}

/** With an emptied field forgotten: an empty one is never written. What the user changes is this person's own. */
export function withInput(inputs: FieldInputs, id: string, input: FieldInput): FieldInputs {
  const { [id]: _before, ...others } = inputs;
  const { isCarried: _carried, ...own } = input;
  return isFilled(own) ? { ...others, [id]: own } : others;
}

export function isFilled({ text, options }: FieldInput): boolean {
  return text.trim() !== "" || options.length > 0;
}

export function fieldWrites(inputs: FieldInputs): FieldWrite[] {
  return Object.entries(inputs)
    .filter(([, { kind, text, options }]) => (isSelect(kind) ? options.length > 0 : text.trim() !== ""))
    .map(([fieldId, input]) => writeOf(fieldId, input));
}

function writeOf(fieldId: string, { name, kind, text, options, isCarried }: FieldInput): FieldWrite {
  const field = { fieldId, fieldName: name };
  const [first] = options;
  if (kind === "multi") return { ...field, kind: "add_options", options };
  const replacing = { ...field, ...(isCarried && { onlyIfNew: true as const }) };
  if (kind === "single" && first) return { ...replacing, kind: "option", option: first };
  return { ...replacing, kind: "value", value: writtenValue(kind, text) };
}

/** What was written, to be gone on with. */
export function inputsOfWrites(writes: readonly FieldWrite[]): FieldInputs {
  return Object.fromEntries(writes.map((write) => [write.fieldId, inputOfWrite(write)]));
}

function inputOfWrite(write: FieldWrite): FieldInput {
  const { fieldName: name } = write;
  if (write.kind === "add_options") return { name, kind: "multi", text: "", options: write.options };
  const carried = write.onlyIfNew && { isCarried: true as const };
  if (write.kind === "option") return { name, kind: "single", text: "", options: [write.option], ...carried };
  return { name, kind: "text", text: write.value, options: [], ...carried };
}

export interface FieldProblem {
  fieldId: string;
  name: string;
  error: FieldError | "not_picked" | "required";
}

/** What is wrong in the fields; `shown` are the firm's, to find the required ones among. */
export function fieldProblems(
  inputs: FieldInputs,
  shown: readonly CustomField[],
  required: readonly string[],
): FieldProblem[] {
  const wrong = Object.entries(inputs).flatMap<FieldProblem>(([fieldId, { kind, name, text }]) => {
    const isNotPicked = isSelect(kind) && text.trim() !== "";
    const error = isNotPicked ? "not_picked" : fieldError(kind, text);
    return error ? [{ fieldId, name, error }] : [];
  });
  const missing = shown
    .filter((field) => isNamed(field, required) && !isFilled(inputOf(field, inputs)))
    .map(({ id, name }) => ({ fieldId: id, name, error: "required" as const }));
  return [...wrong, ...missing];
}

/** The firm names its fields in a policy as they stand in Stardex. */
function isNamed({ name }: CustomField, names: readonly string[]): boolean {
  const plain = (text: string) => text.trim().toLowerCase();
  return names.some((one) => plain(one) === plain(name));
}

interface Pins {
  /** Ids that the user pinned for this job or for all. */
  byUser: readonly string[];
  /** Names that the firm pinned or requires. */
  byFirm: readonly string[];
}

/** The fields in the form: tags first, then what is required or pinned, or holds something already. */
export function fieldsInForm(
  shown: readonly CustomField[],
  inputs: FieldInputs,
  { byUser, byFirm }: Pins,
): CustomField[] {
  const tags = shown.filter(isTagsField);
  const pinned = shown.filter(
    (field) =>
      !isTagsField(field) && (byUser.includes(field.id) || isNamed(field, byFirm) || field.id in inputs),
  );
  return [...tags, ...pinned];
}
