/** Why a request was refused, in the server's own words, in whatever shape they come. */
import * as z from "zod/mini";
import { apiFieldNames } from "../field-names.ts";

export interface Refusal {
  /** The status the body names, which may be another than the answer's. */
  status: number | null;
  message: string | null;
  /** The API's name of the refused field. */
  field: string | null;
  /** Seconds to wait. */
  seconds: number | null;
}

type Fields = Record<string, unknown>;

/** A remark on one field. */
interface Detail {
  field: string | null;
  message: string | null;
}

/** Keys that remarks on single fields were seen under in frameworks; the reference shows none. */
const DETAILS = ["details", "errors", "fields", "issues"];

/** Undefined where the body says no no: shape A (`success`), or shape B of the server's framework (`statusCode`). */
export function readRefusal(json: unknown): Refusal | undefined {
  const body = fieldsOf(json);
  if (!body) return undefined;
  const status = typeof body.statusCode === "number" ? body.statusCode : null;
  if (body.success !== false && !(status !== null && status >= 400)) return undefined;
  return { status, ...readWords(body) };
}

/** The words of a body that an error's status came with. */
export function readWords(json: unknown): Omit<Refusal, "status"> {
  const body = fieldsOf(json) ?? {};
  const error = fieldsOf(body.error) ?? {};
  const details = DETAILS.flatMap((key) => [...detailsIn(error[key]), ...detailsIn(body[key])]);
  const said = textIn(error.message) ?? textIn(body.message) ?? textIn(body.error);
  const messages = [said, ...details.map(({ message }) => message)].filter((one) => one !== null);
  const named = details.find(({ field }) => field !== null)?.field;
  const field = named ?? messages.map(fieldIn).find((one) => one !== undefined) ?? null;
  return { message: messages[0] ?? null, field, seconds: secondsIn(error.retry_after_seconds) };
}

function detailsIn(value: unknown): Detail[] {
  if (Array.isArray(value)) return value.map(detailOf);
  return Object.entries(fieldsOf(value) ?? {}).map(([key, one]) => ({
    field: knownField(key),
    message: textIn(one) ?? textIn(fieldsOf(one)?.message),
  }));
}

function detailOf(value: unknown): Detail {
  const one = fieldsOf(value);
  if (!one) return { field: null, message: textIn(value) };
  const path = [one.field, one.path, one.property, one.instancePath, one.param].find((part) => part);
  return { field: knownField(path), message: textIn(one.message) };
}

/** `body/linkedin_url`, `["body", "linkedin_url"]`, `/linkedin_url` -> `linkedin_url`. */
function knownField(path: unknown): string | null {
  const parts = (Array.isArray(path) ? path : [path]).flatMap((part) => String(part ?? "").split(/[^\w]+/));
  return apiFieldNames.find((name) => parts.includes(name)) ?? null;
}

/** The first form field named in the message as a field (`body/name`, `"name"`, `name: ...`), not as a word. */
function fieldIn(message: string): string | undefined {
  return apiFieldNames.find(
    (field) =>
      new RegExp(`(^|["'\`/.\\[\\s])${field}($|["'\`\\]:]|\\s)`).test(message) && isField(field, message),
  );
}

function isField(field: string, message: string): boolean {
  if (field !== "name") return true;
  return /["'`/.[]name\b|(^|\s)name["'`\]:]/.test(message);
}

function textIn(value: unknown): string | null {
  const parts = (Array.isArray(value) ? value : [value]).filter((one) => typeof one === "string");
  return parts.join(" ").trim() || null;
}

function secondsIn(value: unknown): number | null {
  const seconds = typeof value === "string" ? Number.parseFloat(value) : value;
  return typeof seconds === "number" && Number.isFinite(seconds) ? seconds : null;
}

function fieldsOf(value: unknown): Fields | undefined {
  return z.record(z.string(), z.unknown()).safeParse(value).data;
}
