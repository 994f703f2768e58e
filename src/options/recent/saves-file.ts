/** Saves as a file: everything her user typed, and nothing of the key or of the workspace it names. */
import { isUnanswered, type SaveRecord } from "../../model/save.ts";

/** One save in plain words. The names are the API's where it has one. */
function plain(save: SaveRecord) {
  const { createdAt, state, draft, outcome, problem } = save;
  return {
    saved_at: new Date(createdAt).toISOString(),
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
    external_source_id: draft.externalSourceId,
    changes: draft.known?.update,
    stardex_person_id: outcome?.personId ?? draft.known?.personId,
    problem: problem?.kind,
    problem_message: problem?.message,
    sent_without_answer: isUnanswered(save) || undefined,
  };
}

export function savesAsJson(saves: readonly SaveRecord[], now: Date): string {
  return JSON.stringify(
    { format: "stardex-capture-saves", version: 1, exportedAt: now.toISOString(), saves: saves.map(plain) },
    null,
    2,
  );
}

/** CSV as RFC 4180 has it, with a byte-order mark: without one Excel takes UTF-8 for something else. */
export function savesAsCsv(saves: readonly SaveRecord[]): string {
  const rows = saves.map(plain);
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = rows.map((row) => Object.values(row).map(cell).join(","));
  return `\ufeff${[columns.join(","), ...lines].join("\r\n")}\r\n`;
}

function cell(value: unknown): string {
  const text = Array.isArray(value)
    ? value.join("; ")
    : typeof value === "object"
      ? JSON.stringify(value)
      : String(value ?? "");
  return `"${unarmed(text).replaceAll('"', '""')}"`;
}

/** A cell that begins like a formula runs as one in a spreadsheet; a telephone number does not. */
function unarmed(text: string): string {
  const isFormula = /^\s*[=+\-@\t\r]/.test(text) && !/^\+[\d\s().;+-]+$/.test(text);
  return isFormula ? `'${text}` : text;
}
