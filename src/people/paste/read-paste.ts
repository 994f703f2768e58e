/** Pasted text -> people. Pure; nothing is looked up, and no name is made of an address. */

import { MOST_PEOPLE } from "../../model/batch.ts";
import { findAddress, isAddressOnly } from "./address.ts";
import { kindsByContent } from "./cell-kind.ts";
import { readHeader } from "./header-words.ts";
import { mergeDoubles } from "./merge-doubles.ts";
import type { ColumnKind, Paste, PastedColumn, PastedPerson } from "./pasted-person.ts";
import { personOfCells, personOfLine } from "./read-row.ts";
import { type Row, splitRows } from "./split-rows.ts";
import { filledText, plainText } from "./text.ts";

/** A title or two above the header are common. */
const HEADER_WITHIN = 8;

/** `chosen`: what the user says the columns hold, by their place. Never throws. */
export function readPaste(text: string, chosen: Readonly<Record<number, ColumnKind>> = {}): Paste {
  const split = splitRows(text);
  const rows = split.rows.slice(0, MOST_PEOPLE);
  const beyondLimit = split.rows.length - rows.length;
  const read = split.kind === "lines" ? readLines(rows) : readTable(rows, chosen);
  const { people, doubles } = mergeDoubles(read.people);
  return { ...read, people, doubles, beyondLimit };
}

type ReadRows = Pick<Paste, "people" | "columns" | "leftOut">;

function readLines(rows: Row[]): ReadRows {
  const people: PastedPerson[] = [];
  const leftOut: Paste["leftOut"] = [];
  for (const { line, cells } of rows) {
    const person = personOfLine(cells.join(" "), line);
    if (person) people.push(person);
    else leftOut.push(leftOutRow({ line, cells }));
  }
  return { people, columns: [], leftOut };
}

function readTable(rows: Row[], chosen: Readonly<Record<number, ColumnKind>>): ReadRows {
  const header = findHeader(rows);
  const body = header ? rows.slice(header.at + 1) : rows;
  const width = usualWidth(body);
  const found =
    header?.kinds ??
    kindsByContent(body.filter(({ cells }) => cells.length === width).map(({ cells }) => cells));
  const kinds = found.map((kind, at) => chosen[at] ?? kind);
  // Without a column of names each row is a line that may say where its name is.
  const hasNames = kinds.some((kind) => kind === "name" || kind === "firstName" || kind === "lastName");
  const isTableRow = ({ cells }: Row) =>
    header ? fitsColumns(cells, kinds) : hasNames && cells.length === width;

  const people: PastedPerson[] = [];
  const leftOut = header ? rows.slice(0, header.at).map(leftOutRow) : [];
  for (const row of body) {
    const person = isTableRow(row)
      ? personOfCells(row.cells, kinds, row.line)
      : personOfLine(row.cells.join(" | "), row.line);
    if (person) people.push(person);
    else leftOut.push(leftOutRow(row));
  }
  return { people, columns: describeColumns(kinds, header?.cells ?? null, body), leftOut };
}

function findHeader(rows: Row[]): { at: number; kinds: ColumnKind[]; cells: string[] } | null {
  for (const [at, { cells }] of rows.slice(0, HEADER_WITHIN).entries()) {
    if (cells.some((cell) => /[@/]/.test(cell) && /\w\.\w/.test(cell))) return null;
    const kinds = cells.length > 1 ? readHeader(cells) : null;
    if (kinds) return { at, kinds, cells };
  }
  return null;
}

/** Not with a cell too many, or the address in another's place: a delimiter in a value has shifted the row. */
function fitsColumns(cells: string[], kinds: ColumnKind[]): boolean {
  const isShifted = kinds.some((kind, at) => kind === "address" && findAddress(cells[at] ?? "") === null);
  return cells.every((cell, at) => {
    if (at >= kinds.length) return cell.trim() === "";
    return !(isShifted && kinds[at] !== "note" && isAddressOnly(cell));
  });
}

/** The number of cells that most rows have. */
function usualWidth(rows: Row[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? 0;
}

function describeColumns(kinds: ColumnKind[], header: string[] | null, body: Row[]): PastedColumn[] {
  return kinds.map((kind, at) => ({
    kind,
    header: filledText(header?.[at]),
    example: body.map(({ cells }) => filledText(cells[at])).find((cell) => cell !== null) ?? null,
  }));
}

function leftOutRow({ line, cells }: Row): Paste["leftOut"][number] {
  return { line, text: plainText(cells.join(" ")) };
}
