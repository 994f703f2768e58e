/** One row, or one line, of a paste -> a person. */
import { addressesIn, type FoundAddress, findAddress, withoutAddresses } from "./address.ts";
import { agreesWithAddress, EMAIL, isNameLike, kindOfText, PHONE } from "./cell-kind.ts";
import { readHeader } from "./header-words.ts";
import type { ColumnKind, PastedPerson } from "./pasted-person.ts";
import { filledText, plainText, withoutMarkdown } from "./text.ts";

/** A row of a table; null for one that holds neither a name nor an address. */
export function personOfCells(
  cells: readonly string[],
  kinds: readonly ColumnKind[],
  line: number,
): PastedPerson | null {
  const of = (kind: ColumnKind) =>
    cells.filter((_cell, at) => kinds[at] === kind).flatMap((cell) => filledText(cell) ?? []);
  const text = (kind: ColumnKind, between = ", ") => joined(of(kind).map(cellText), between);
  const address = addressOf(of("address"), cells);
  const [firstName, lastName] = [text("firstName"), text("lastName")];
  const name = text("name") ?? joined([firstName, lastName], " ");
  if (name === null && address.address === null) return null;
  return {
    line,
    name,
    ...(firstName && lastName ? { firstName, lastName } : { firstName: null, lastName: null }),
    ...address,
    title: text("title"),
    company: text("company"),
    location: text("location"),
    emails: emailsIn(of("email").join(" ; ")),
    phones: of("phone").flatMap(phonesOfCell),
    note: joined(of("note").map(withoutMarkdown), "\n"),
  };
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

function addressPart(found: FoundAddress | null): AddressPart {
  if (found === null) return { linkedinUrl: null, address: null, addressProblem: "missing" };
  return { linkedinUrl: found.linkedinUrl, address: found.address, addressProblem: found.problem };
}

/** "Name https://linkedin...": null for a line without a LinkedIn address. */
export function personOfLine(line: string, number: number): PastedPerson | null {
  const found = findAddress(line);
  if (!found || found.problem === "not_linkedin") return null;
  const words = withoutMarkdown(line).replace(found.address, " | ");
  const emails = emailsIn(words);
  const bare = withoutAddresses(words.replace(/mailto:/gi, "").replace(EMAIL, " | "));
  const sites = addressesIn(words).filter((address) => findAddress(address)?.problem === "not_linkedin");
  const phones = bare.match(PHONE) ?? [];
  const pieces = piecesOf(bare.replace(PHONE, " | "));
  const name = nameAmong(pieces, found.linkedinUrl);
  return {
    line: number,
    name,
    firstName: null,
    lastName: null,
    ...addressPart(found),
    ...sortPieces(
      pieces.filter((piece) => piece !== name),
      sites,
    ),
    emails,
    phones: phones.map(plainText),
  };
}

const SEPARATOR =
  /\s*[|;·•\t\n<>]\s*|\s+[-–—:]+\s+|[:,]\s+|\s*[([]\s*(?=[^()[\]]*[)\]]\s*(?:$|[|;·•,]))|[)\]]\s*(?:$|(?=[|;·•,]))/u;

function piecesOf(text: string): string[] {
  return text
    .replace(/^[\s>]*(?:[-*•–—]|\(?\d{1,4}[.)])\s+/, "")
    .split(SEPARATOR)
    .map((piece) => plainText(piece).replace(/^[-–—,:;'"“”„]+\s*|\s*[-–—,:;'"“”„]+$/g, ""))
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece) && !isLabel(piece));
}

/** "LinkedIn:", "E-Mail": it names what stands behind it. */
function isLabel(piece: string): boolean {
  const [kind] = readHeader([piece]) ?? [];
  return kind === "address" || kind === "email" || kind === "phone";
}

/** The piece whose words stand in the address; else the first, where nothing speaks against it. */
function nameAmong(pieces: string[], linkedinUrl: string | null): string | null {
  const agreeing = pieces.find((piece) => isNameLike(piece) && agreesWithAddress(piece, linkedinUrl));
  const [first] = pieces;
  return agreeing ?? (first !== undefined && isNameLike(first) ? first : null);
}

/** "CFO at Acme", "Leiterin bei Acme", "CFO @ Acme". */
const AT = /^(.+?)\s+(?:at|bei|chez|@|presso|bij|w|en)\s+(\S.*)$/iu;

type Sorted = Pick<PastedPerson, "title" | "company" | "location" | "note">;

/** What a piece is evidence for; the others are kept as the note. */
function sortPieces(pieces: string[], sites: string[]): Sorted {
  const sorted: Sorted = { title: null, company: null, location: null, note: null };
  const rest: string[] = [];
  for (const piece of pieces) {
    const kind = kindOfText(piece);
    const [, title, company] = (kind === "title" && AT.exec(piece)) || [];
    if (title && company && sorted.title === null && sorted.company === null) {
      sorted.title = title;
      sorted.company = company;
    } else if (kind && sorted[kind] === null) sorted[kind] = piece;
    else rest.push(piece);
  }
  return { ...sorted, note: joined([...rest, ...sites], ", ") };
}

function cellText(cell: string): string | null {
  return filledText(withoutAddresses(withoutMarkdown(cell)).replace(/^["“”„]+|["“”„]+$/g, ""));
}

function joined(parts: (string | null)[], between: string): string | null {
  return parts.filter((part) => part !== null).join(between) || null;
}

function emailsIn(text: string): string[] {
  const found = (text.match(EMAIL) ?? []).map((email) => email.replace(/^['.]+|['.]+$/g, ""));
  return [...new Set(found)];
}

/** A number as it was written, one for each part of the cell. */
function phonesOfCell(cell: string): string[] {
  const parts = cell.split(/[;,|\n]|\s\/\s/).map((part) => plainText(part).replace(/^'/, ""));
  return parts.filter((part) => part.replace(/\D/g, "").length >= 5);
}
