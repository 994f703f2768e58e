/** Asks Stardex about rows, one after the other: it is the firm's rate limit that is used. */
import type { Match } from "../../model/records.ts";
import { judgeRow, type PersonRow } from "../person-row.ts";
import type { Standing } from "./people-state.ts";

/** Ms until the next try while the rest of the limit is kept for saves. */
export const LIMIT_PAUSE = 10_000;

export interface RowQuestions {
  /** Null while the rest of the rate limit is kept for saves. Rejects when there was no answer. */
  findMatch: (row: {
    linkedinUrl: string;
    name: string | null;
    companyName: string | null;
  }) => Promise<Match | null>;
  /** Whether the firm may approach somebody at the company. Rejects when that could not be found out. */
  findDoubt: (companyName: string) => Promise<"client_company" | "do_not_contact" | null>;
  pause: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** Ends at the signal; a row that was being asked about is then as it was not. */
export async function checkRows(
  rows: readonly PersonRow[],
  questions: RowQuestions,
  onStanding: (linkedinUrl: string, standing: Standing) => void,
  signal: AbortSignal,
): Promise<void> {
  for (const row of rows) {
    const { linkedinUrl } = judgeRow(row);
    if (signal.aborted) return;
    if (linkedinUrl === null) continue;
    onStanding(linkedinUrl, { state: "checking" });
    const standing = await checkRow(row, linkedinUrl, questions, signal).catch(
      (): Standing => ({ state: "not_checked" }),
    );
    onStanding(linkedinUrl, standing);
  }
}

async function checkRow(
  { cells }: PersonRow,
  linkedinUrl: string,
  { findMatch, findDoubt, pause }: RowQuestions,
  signal: AbortSignal,
): Promise<Standing> {
  const companyName = cells.company.trim() || null;
  const question = { linkedinUrl, name: cells.name.trim() || null, companyName };
  let match = await findMatch(question);
  while (!match && !signal.aborted) {
    await pause(LIMIT_PAUSE, signal);
    if (!signal.aborted) match = await findMatch(question);
  }
  if (!match) return { state: "not_checked" };
  if (match.state === "known") return { state: "known", jobs: jobNames(match) };
  if (match.state === "possible") return { state: "possible", count: match.people.length };
  const doubt = companyName === null ? null : await findDoubt(companyName);
  return doubt === null ? { state: "new" } : { state: "off_limits", doubt };
}

function jobNames({ person }: Match & { state: "known" }): string[] {
  return person.candidacies.filter(({ isArchived }) => !isArchived).flatMap(({ jobName }) => jobName ?? []);
}
