/** Whether a body is one that the contract knows: every key, type, limit and choice. */
import { type Endpoint, type Field, type Fields, types } from "./contract.ts";

export interface Mistake {
  /** As the API names it, e.g. `emails/0/value`. */
  field: string;
  what: string;
}

export function findMistake(endpoint: Endpoint, body: unknown): Mistake | undefined {
  if (Object.keys(endpoint.body).length === 0) return undefined;
  if (!isRecord(body)) return { field: "", what: "must be object" };
  return mistakeIn(body, endpoint.body, endpoint.complete, "");
}

export function findQueryMistake(endpoint: Endpoint, query: Record<string, string>): Mistake | undefined {
  const unknown = Object.keys(query).find((name) => !(name in endpoint.query));
  return unknown === undefined ? undefined : { field: `query/${unknown}`, what: "is not allowed" };
}

function mistakeIn(
  record: Record<string, unknown>,
  fields: Fields,
  isComplete: boolean,
  place: string,
): Mistake | undefined {
  for (const [name, field] of Object.entries(fields))
    if (field.required && record[name] === undefined) return { field: place + name, what: "is required" };
  for (const [name, value] of Object.entries(record)) {
    const field = fields[name];
    if (!field) {
      if (isComplete) return { field: place + name, what: "is not allowed" };
      continue;
    }
    const mistake = valueMistake(value, field, place + name);
    if (mistake) return mistake;
  }
  return undefined;
}

function valueMistake(value: unknown, field: Field, place: string): Mistake | undefined {
  const wrong = (what: string): Mistake => ({ field: place, what });
  if (value === null) return field.nullable ? undefined : wrong("must not be null");
  if (!field.type.endsWith("[]")) return singleMistake(value, field, place);
  if (!Array.isArray(value)) return wrong("must be array");
  for (const [index, one] of value.entries()) {
    const item = { ...field, type: field.type.slice(0, -2) };
    const mistake = singleMistake(one, item, `${place}/${index}`);
    if (mistake) return mistake;
  }
  return undefined;
}

function singleMistake(value: unknown, field: Field, place: string): Mistake | undefined {
  const wrong = (what: string): Mistake => ({ field: place, what });
  const { type, min, max } = field;
  if (type === "object") {
    if (!isRecord(value)) return wrong("must be object");
    const fields = typeof field.items === "string" ? types[field.items] : undefined;
    // A contact goes back as it came, with keys that nobody knows.
    return fields && mistakeIn(value, fields, field.items !== "Contact", `${place}/`);
  }
  if (type === "boolean") return typeof value === "boolean" ? undefined : wrong("must be boolean");
  if (type === "integer" || type === "number") {
    if (typeof value !== "number" || (type === "integer" && !Number.isInteger(value)))
      return wrong(`must be ${type}`);
    return value < (min ?? value) || value > (max ?? value) ? wrong("is out of range") : undefined;
  }
  if (typeof value !== "string") return wrong("must be string");
  // Absent is not empty: the reference has no field that takes an empty string.
  if (value.length < (min ?? 1)) return wrong("must not be empty");
  if (field.enum && !field.enum.some((one) => isChoice(value, one)))
    return wrong("must be one of the allowed values");
  return hasFormat(value, field.format) ? undefined : wrong(`must match format "${field.format}"`);
}

/** `custom_<attribute_id>` stands for many. */
function isChoice(value: string, choice: string): boolean {
  return value === choice || (choice.startsWith("custom_<") && value.startsWith("custom_"));
}

const FORMATS: Record<string, (value: string) => boolean> = {
  uuid: (value) => /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value),
  email: (value) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value),
  uri: (value) => URL.canParse(value),
  date: (value) => /^\d{4}-\d{2}-\d{2}$/.test(value),
  "date-time": (value) => !Number.isNaN(Date.parse(value)),
};

function hasFormat(value: string, format: string | undefined): boolean {
  return format === undefined || (FORMATS[format]?.(value) ?? true);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
