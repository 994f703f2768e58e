/** Saves as a file: everything the user typed, and nothing of the key or of the workspace it names. */
import { isoTime } from "../../i18n/time.ts";
import { isUnanswered, type SaveRecord, shownDraft } from "../../model/save.ts";

export type SavesFileFormat = "json" | "csv";

/** One save in plain words. The names are the API's where it has one. */
function plain(save: SaveRecord) {
  const { createdAt, state, outcome, problem } = save;
  const draft = shownDraft(save);
  return {
    saved_at: isoTime(createdAt),
    state,
    name: draft.name,
    first_name: draft.firstName,
    last_name: draft.lastName,
    linkedin_url: draft.linkedinUrl,
    current_job_title: draft.currentJobTitle,
    company_name: draft.companyName,
    location: draft.location,
    work_email: draft.workEmail,
    personal_email: draft.personalEmail,
    emails: draft.emails,
    mobile_phone: draft.mobilePhone,
    work_phone: draft.workPhone,
    phone_numbers: draft.phoneNumbers,
    role: draft.role,
    jobs: draft.jobs.map(({ job, stage }) => (stage ? `${job.name}: ${stage.name}` : job.name)),
    job_name: draft.jobName,
    client: draft.client?.name,
    list: draft.list?.name,
    task: draft.task?.text,
    task_due: draft.task?.dueDate,
    note: draft.note,
    activity_type: draft.touch?.activity?.type,
    activity_text: draft.touch?.activity?.text,
    moved_to: draft.touch?.move && `${draft.touch.move.jobName ?? ""}: ${draft.touch.move.stage.name}`,
    custom_fields: draft.fields,
    external_source_id: draft.externalSourceId,
    changes: draft.known?.update,
    stardex_person_id: outcome?.personId ?? draft.known?.personId,
    problem: problem?.kind,
    problem_message: problem?.message,
    sent_without_answer: isUnanswered(save) || undefined,
  };
}

/** Written page by page, so that a long history neither freezes the page nor stands in memory twice. */
export async function savesFile(
  format: SavesFileFormat,
  pages: Iterable<readonly SaveRecord[]> | AsyncIterable<readonly SaveRecord[]>,
  now = new Date(),
): Promise<Blob> {
  const file = format === "json" ? jsonFile(now) : csvFile();
  const parts: string[] = [file.head];
  let isFirst = true;
  for await (const saves of pages)
    for (const save of saves) {
      parts.push(file.row(save, isFirst));
      isFirst = false;
    }
  return new Blob([...parts, file.foot], { type: file.type });
}

function jsonFile(now: Date) {
  const head = `{\n"format": "stardex-capture-saves",\n"version": 1,\n"exportedAt": "${now.toISOString()}",\n"saves": [`;
  const row = (save: SaveRecord, isFirst: boolean) =>
    `${isFirst ? "" : ","}\n${JSON.stringify(plain(save), null, 2)}`;
  return { type: "application/json", head, row, foot: "\n]\n}\n" };
}

/** CSV as RFC 4180 has it, with a byte-order mark: without one Excel takes UTF-8 for something else. */
function csvFile() {
  const line = (cells: string[]) => `${cells.join(",")}\r\n`;
  const row = (save: SaveRecord, isFirst: boolean) => {
    const columns = plain(save);
    const cells = line(Object.values(columns).map(cell));
    return isFirst ? line(Object.keys(columns)) + cells : cells;
  };
  return { type: "text/csv", head: "\ufeff", row, foot: "" };
}

function cell(value: unknown): string {
  const text = Array.isArray(value)
    ? value.join("; ")
    : typeof value === "object"
      ? JSON.stringify(value)
      : String(value ?? "");
  return `"${guardFormulas(text).replaceAll('"', '""')}"`;
}

/**
 * A spreadsheet runs a cell that begins like a formula. Where a cell begins depends on the separator it reads
 * the file with, which is a semicolon or a tab in half of Europe: then our quotes do not count, and any of
 * these characters, or a line's end, begins one. An apostrophe makes text of it.
 */
function guardFormulas(text: string): string {
  if (PHONES.test(text)) return text;
  return text
    .split(/([,;\t|\r\n])/)
    .map((part) => (FORMULA.test(part) ? `'${part}` : part))
    .join("");
}

/** Full-width signs count too: Excel takes them for the narrow ones. */
const FORMULA = /^[\s"]*[=+\-@\uff0b\uff0d\uff1d\uff20]/;
/** One number or several: no more than a sum to a spreadsheet. */
const PHONES = /^\+[\d\s().-]+(?:; \+?[\d(][\d\s().-]*)*$/;
