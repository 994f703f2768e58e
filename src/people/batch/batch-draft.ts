/** What a batch sends of its rows, and what that costs. */

import { type FieldInputs, fieldsOfJob, fieldWrites } from "../../form/memory/field-inputs.ts";
import { carriedFields } from "../../form/round/round.ts";
import type { List } from "../../model/records.ts";
import type { PlacedJob, SaveDraft } from "../../model/save.ts";
import { fillSnippet, firstNameOf, type PlaceholderValues } from "../../model/snippets.ts";
import { judgeRow, type PersonRow } from "../person-row.ts";

/** Chosen once for all rows. */
export interface BatchChoices {
  jobs: PlacedJob[];
  /** A title that no job has, sent as a hint; "" for none. */
  jobName: string;
  list: List | null;
  /** Tags, and fields of the firm's own. */
  fields: FieldInputs;
  /** Written of each, behind the row's own note, its placeholders filled in; "" for none. */
  note: string;
}

/** The save of a row that can be saved. Nothing is accepted for the user: a row in doubt waits for their word. */
export function draftOfRow(row: PersonRow, { jobs, jobName, list, fields, note }: BatchChoices): SaveDraft {
  const { linkedinUrl, emails, phones } = judgeRow(row);
  if (linkedinUrl === null) throw new Error("A row without a person's address was to be saved");
  const { name, title, company, location } = row.cells;
  // Of somebody Stardex turns out to have nothing is written over.
  const writes = fieldWrites(carriedFields(fieldsOfJob(fields, jobs[0]?.job.id ?? null), false));
  return {
    linkedinUrl,
    name: name.trim(),
    ...row.names,
    ...filled("currentJobTitle", title),
    ...filled("companyName", company),
    ...filled("location", location),
    ...(emails.length > 0 && { emails }),
    ...(phones.length > 0 && { phoneNumbers: phones }),
    ...filled("note", [row.cells.note, noteOf(row, note, jobs)].map((text) => text.trim()).join("\n")),
    role: "candidate",
    jobs,
    ...(jobs.length === 0 && filled("jobName", jobName)),
    ...(list && { list }),
    ...(writes.length > 0 && { fields: writes }),
    accepted: [],
    employers: [...row.employers, ...(company.trim() ? [{ name: company.trim(), url: null }] : [])],
  };
}

function noteOf({ cells, names }: PersonRow, note: string, jobs: readonly PlacedJob[]): string {
  const person = { firstName: names?.firstName ?? null, name: cells.name };
  return fillSnippet(note, { first_name: firstNameOf(person), ...valuesOfJob(jobs) }).text;
}

/** Of the job that comes first, which is the one the note is about. */
export function valuesOfJob([first]: readonly PlacedJob[]): Omit<PlaceholderValues, "first_name"> {
  return { job: first?.job.name ?? null, client: first?.job.clientCompanyName ?? null };
}

function filled<K extends string>(key: K, text: string): Partial<Record<K, string>> {
  const value = text.trim();
  return value ? ({ [key]: value } as Record<K, string>) : {};
}

/** What the API allows, shared with the firm's other tools: docs, "Rate limit". */
const CALLS_A_MINUTE = 60;
/** By address, then by name: who turns out to be known costs one fewer. */
const LOOK_UPS = 2;

/** Minutes, at least 1, until so many people are through, when nobody else uses the limit. */
export function minutesFor(people: number, { jobs, list, fields }: BatchChoices): number {
  const stages = jobs.filter(({ stage }) => stage).length;
  const calls =
    LOOK_UPS +
    1 +
    Math.max(0, jobs.length - 1) +
    stages +
    Number(list !== null) +
    Number(Object.keys(fields).length > 0);
  return Math.max(1, Math.round((people * calls) / CALLS_A_MINUTE));
}
