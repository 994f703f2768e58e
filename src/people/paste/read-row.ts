/** One row of a pasted table -> a person. */
import { cleanName } from "../../linkedin/text/name.ts";
import { type FoundAddress, findAddress, withoutAddresses } from "./address.ts";
import { EMAIL } from "./cell-kind.ts";
import { invertedNames } from "./inverted-name.ts";
import type { ColumnKind, PastedPerson } from "./pasted-person.ts";
import { filledText, plainText, withoutMarkdown } from "./text.ts";

/** How a table is to be read. */
export interface TableShape {
  kinds: readonly ColumnKind[];
  /** Its names stand as "Voss, Mara". */
  isInverted: boolean;
}

/** Null for a row that holds neither a name nor an address. */
export function personOfCells(
  cells: readonly string[],
  { kinds, isInverted }: TableShape,
  line: number,
): PastedPerson | null {
  const of = (kind: ColumnKind) =>
    cells.filter((_cell, at) => kinds[at] === kind).flatMap((cell) => filledText(plainCell(cell)) ?? []);
  const text = (kind: ColumnKind, between = ", ") => joined(of(kind).map(cellText), between);
  const address = addressOf(of("address"), cells);
  const whole = text("name");
  const inverted =
    isInverted && whole ? invertedNames({ name: whole, linkedinUrl: address.linkedinUrl }) : null;
  const names = inverted
    ? namesOf(null, inverted.firstName, inverted.lastName)
    : namesOf(whole, text("firstName"), text("lastName"));
  if (names.name === null && address.address === null) return null;
  return {
    line,
    nth: 0,
    ...names,
    ...address,
    title: text("title"),
    company: text("company"),
    location: text("location"),
    emails: emailsIn(of("email").join(" ; ")),
    phones: of("phone").flatMap(phonesOfCell),
    note: joined(of("note").map(withoutMarkdown), "\n"),
  };
}

type Names = Pick<PastedPerson, "name" | "firstName" | "lastName">;

/** "Name" beside "Surname" can be the first name, and beside "First name" the family name or the whole. */
function namesOf(name: string | null, first: string | null, last: string | null): Names {
  const ofTwo = (firstName: string, lastName: string): Names => {
    if (isPartOf(firstName, lastName)) return namesOf(lastName, null, null);
    if (isPartOf(lastName, firstName)) return namesOf(firstName, null, null);
    return { name: personName(`${firstName} ${lastName}`), firstName, lastName };
  };
  if (name === null && first !== null && last !== null) return ofTwo(first, last);
  if (name !== null && first === null && last !== null) return ofTwo(name, last);
  return { name: personName(name ?? first ?? last), firstName: null, lastName: null };
}

function isPartOf(part: string, whole: string): boolean {
  return part !== whole && ` ${whole} `.includes(` ${part} `);
}

/** Without pictures and slogans, as a profile's own; null for what only calculates. */
export function personName(text: string | null): string | null {
  return text && (cleanName(text.replace(/^[+@]+\s*(?=\p{L})/u, "")) || null);
}

/** Without the mark by which a spreadsheet takes a cell for text; a formula that stands there as one says nothing. */
function plainCell(cell: string): string {
  const text = cell.trim();
  return /^=/.test(text) ? "" : text.replace(/^'(?!(?:t|s|n)\b)/, "");
}

/** The address of its column; else the one that stands in another cell, as behind a linked name. */
function addressOf(cells: string[], all: readonly string[]): AddressPart {
  const own = cells.map(findAddress).find((found) => found !== null);
  if (own?.linkedinUrl) return addressPart(own);
  const elsewhere = all.map(findAddress).find((found) => found?.linkedinUrl);
  const found = elsewhere ?? own;
  if (found) return addressPart(found);
  const [words] = cells;
  if (words === undefined) return addressPart(null);
  return { linkedinUrl: null, address: words, addressProblem: "not_linkedin" };
}

type AddressPart = Pick<PastedPerson, "linkedinUrl" | "address" | "addressProblem">;

export function addressPart(found: FoundAddress | null): AddressPart {
  if (found === null) return { linkedinUrl: null, address: null, addressProblem: "missing" };
  return { linkedinUrl: found.linkedinUrl, address: found.address, addressProblem: found.problem };
}

function cellText(cell: string): string | null {
  return filledText(withoutAddresses(withoutMarkdown(cell)).replace(/^["“”„]+|["“”„]+$/g, ""));
}

export function joined(parts: (string | null)[], between: string): string | null {
  return parts.filter((part) => part !== null).join(between) || null;
}

export function emailsIn(text: string): string[] {
  const found = (text.match(EMAIL) ?? []).map((email) => email.replace(/^['.]+|['.]+$/g, ""));
  return [...new Set(found)];
}

/** A number as it was written, one for each part of the cell. "0170 / 123 45 67" is one. */
function phonesOfCell(cell: string): string[] {
  const parts = cell
    .split(/[;,|\n]|\s\/\s(?=(?:\+|00|0\d))/)
    .map((part) => plainText(part).replace(/^'/, ""));
  return parts.filter((part) => part.replace(/\D/g, "").length >= 5);
}
