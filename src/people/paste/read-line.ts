/** One line of a paste -> the people it names: "Name, CFO at Acme: https://linkedin...". */
import { addressesIn, findAddress, withoutAddresses } from "./address.ts";
import { agreesWithAddress, EMAIL, isNameLike, kindOfText, PHONE } from "./cell-kind.ts";
import { readHeader } from "./header-words.ts";
import type { PastedPerson } from "./pasted-person.ts";
import { addressPart, emailsIn, joined, personName } from "./read-row.ts";
import { plainText, withoutMarkdown } from "./text.ts";

/** Nobody for a line without a LinkedIn address; several where it holds the addresses of several people. */
export function peopleOfLine(line: string, number: number): PastedPerson[] {
  const text = line.replace(MARKDOWN_LINK, " | $1 | $2 | ").replace(/\*\*(.{1,300}?)\*\*/g, " | $1 | ");
  return partsOf(text).flatMap((part, nth) => personOfPart(part, number, nth) ?? []);
}

/** `[label](address "title")` and `[label](<address>)`: what is linked is set off from the words around it. */
const MARKDOWN_LINK = /!?\[([^\][]{0,300})\]\(\s*<?([^)\s>]{1,2000})>?(?:\s+"[^"]{0,300}")?\s*\)/g;

/** The line, cut so that each part has the address of one person, with the words before it, or else behind. */
function partsOf(line: string): string[] {
  const seen = new Set<string>();
  const places: { start: number; end: number }[] = [];
  let from = 0;
  for (const address of addressesIn(line)) {
    const start = line.indexOf(address, from);
    from = start + address.length;
    const url = findAddress(address)?.linkedinUrl;
    if (url && !seen.has(url)) places.push({ start, end: from });
    if (url) seen.add(url);
  }
  const [first] = places;
  if (!first || places.length === 1) return [line];
  const isNameBefore = piecesOf(line.slice(0, first.start)).length > 0;
  return places.map((_place, at) => {
    const isFirst = at === 0;
    const isLast = at === places.length - 1;
    const start = isFirst ? 0 : isNameBefore ? places[at - 1]?.end : places[at]?.start;
    const end = isLast ? line.length : isNameBefore ? places[at]?.end : places[at + 1]?.start;
    const part = line.slice(start, end);
    return isFirst ? part : part.replace(AND, " ");
  });
}

/** Between two people. */
const AND = /^[\s,;/&+|)\]]*(?:(?:and|und|et|y|e|en|i|or|oder|sowie|ou|of|lub)\s+)?/;

function personOfPart(line: string, number: number, nth: number): PastedPerson | null {
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
    nth,
    name: personName(name),
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
  /\s*[|;·•\t\n<>]\s*|\s+[-–—:]+\s+|[:,]\s+|\s*[([]\s*(?=[^()[\]]*[)\]]\s*(?:$|[|;·•,<]|[-–—:]+\s))|[)\]]\s*(?:$|(?=[|;·•,<]|[-–—:]+\s))/u;

function piecesOf(text: string): string[] {
  return text
    .replace(/^[\s>|]*(?:(?:[-*+–—•‣◦⁃∙·▪▫■□●○►▶▸➤➢✓✔→]|\(?\d{1,4}[.)])\s+)*/u, "")
    .split(SEPARATOR)
    .map((piece) => plainText(piece).replace(/^[-–—,:;.'"“”„)\]\s]+|\s*[-–—,:;'"“”„([]+$/g, ""))
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
