/** Lines of a paste that is no table -> people. */
import { agreesWithAddress } from "./cell-kind.ts";
import type { Paste, PastedPerson } from "./pasted-person.ts";
import { peopleOfLine } from "./read-line.ts";
import type { Row } from "./split-rows.ts";
import { plainText } from "./text.ts";

/** A person has no more lines than these: name, title, company, place, contact. */
const MOST_LINES = 6;

export function readLines(rows: readonly Row[]): Pick<Paste, "people" | "leftOut"> {
  const read = rows.map((row) => ({ row, people: peopleOfLine(textOf(row), row.line) }));
  const taken = new Set<Row>();
  const people = read.flatMap(({ row, people: own }, at) => {
    const [only] = own;
    if (!only || own.length > 1 || !isAddressAlone(only)) return own;
    const isFree = (entry: (typeof read)[number] | undefined, line: number) =>
      entry !== undefined && entry.row.line === line && entry.people.length === 0 && !taken.has(entry.row);
    for (const step of [-1, 1]) {
      const around: Row[] = [];
      while (around.length < MOST_LINES) {
        const distance = step * (around.length + 1);
        const entry = read[at + distance];
        if (!entry || !isFree(entry, row.line + distance)) break;
        around.push(entry.row);
      }
      const block = blockOf(around, only, step);
      const [whole] = block ? peopleOfLine([...block, row].map(textOf).join(" | "), row.line) : [];
      if (block && whole && agreesWithAddress(whole.name ?? "", only.linkedinUrl)) {
        for (const one of block) taken.add(one);
        return [whole];
      }
    }
    return own;
  });
  const leftOut = read.filter(({ row, people: own }) => own.length === 0 && !taken.has(row));
  return { people, leftOut: leftOut.map(({ row }) => leftOutRow(row)) };
}

/**
 * The lines around an address that stands alone, in their order: from the one with the name that is in the address.
 * Another name may belong to another address, and is not taken.
 */
function blockOf(around: Row[], { linkedinUrl }: PastedPerson, step: number): Row[] | null {
  const isName = (row: Row) => {
    const [person] = peopleOfLine(`${textOf(row)} | ${linkedinUrl}`, row.line);
    return person?.name != null && agreesWithAddress(person.name, linkedinUrl);
  };
  if (step > 0) return around[0] && isName(around[0]) ? around : null;
  const at = around.findIndex(isName);
  return at < 0 ? null : around.slice(0, at + 1).toReversed();
}

function isAddressAlone(person: PastedPerson): boolean {
  const { linkedinUrl, name, title, company, location, note, emails, phones } = person;
  const said = [name, title, company, location, note, ...emails, ...phones];
  return linkedinUrl !== null && said.every((one) => one === null);
}

function textOf({ cells }: Row): string {
  return cells.join(" ");
}

export function leftOutRow({ line, cells }: Row): Paste["leftOut"][number] {
  return { line, text: plainText(cells.join(" ")) };
}
