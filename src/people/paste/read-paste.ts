/** Pasted text -> people. Pure; nothing is looked up, and no name is made of an address. */

import { MOST_PEOPLE } from "../../model/batch.ts";
import { addressesIn, findAddress, isAddressOnly } from "./address.ts";
import { kindsByContent } from "./cell-kind.ts";
import { readHeader } from "./header-words.ts";
import { areInverted } from "./inverted-name.ts";
import { mergeDoubles } from "./merge-doubles.ts";
import type { ColumnKind, Paste, PastedColumn, PastedPerson } from "./pasted-person.ts";
import { peopleOfLine } from "./read-line.ts";
import { leftOutRow, readLines } from "./read-lines.ts";
import { personOfCells } from "./read-row.ts";
import { type Row, splitRows } from "./split-rows.ts";
import { filledText } from "./text.ts";

/** A title or two above the header are common. */
const HEADER_WITHIN = 8;

/** `chosen`: what the user says the columns hold, by their place. Never throws. */
export function readPaste(text: string, chosen: Readonly<Record<number, ColumnKind>> = {}): Paste {
  const split = splitRows(text);
  const rows = split.rows.slice(0, MOST_PEOPLE);
  const beyondLimit = split.rows.length - rows.length;
  const read: ReadRows =
    split.kind === "lines" ? { columns: [], ...readLines(rows) } : readTable(rows, chosen);
  const { people, doubles } = mergeDoubles(read.people);
  return { ...read, people, doubles, beyondLimit };
}

type ReadRows = Pick<Paste, "people" | "columns" | "leftOut">;

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
  const areLines = !hasNames || (Object.keys(chosen).length === 0 && haveSeveralPeople(body, width));
  const isTableRow = ({ cells }: Row) => {
    if (kinds.some((kind, at) => kind === "address" && personsIn(cells[at] ?? "") > 1)) return false;
    return header ? fitsColumns(cells, kinds) : !areLines && cells.length === width;
  };
  const names = body.map(({ cells }) => {
    const name = cells[kinds.indexOf("name")] ?? "";
    return {
      name,
      linkedinUrl: name.includes(",") ? (findAddress(cells.join("\t"))?.linkedinUrl ?? null) : null,
    };
  });
  const shape = { kinds, isInverted: areInverted(names) };

  const people: PastedPerson[] = [];
  const leftOut = header ? rows.slice(0, header.at).map(leftOutRow) : [];
  for (const row of body) {
    const found = isTableRow(row)
      ? [personOfCells(row.cells, shape, row.line)].filter((person) => person !== null)
      : peopleOfLine(row.cells.join(" | "), row.line);
    people.push(...found);
    if (found.length === 0) leftOut.push(leftOutRow(row));
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

/** How many people the cell has addresses of. */
function personsIn(cell: string): number {
  const addresses = addressesIn(cell);
  if (addresses.length < 2) return addresses.length;
  return new Set(addresses.flatMap((address) => findAddress(address)?.linkedinUrl ?? [])).size;
}

/** A table without a header whose rows have several columns of people: each row is a line. */
function haveSeveralPeople(body: Row[], width: number): boolean {
  const rows = body.filter(({ cells }) => cells.length === width);
  return rows.filter(({ cells }) => personsIn(cells.join(" ")) > 1).length * 2 > rows.length;
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
