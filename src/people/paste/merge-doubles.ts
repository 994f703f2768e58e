/** Rows of one person as one: the first counts, the others fill what it leaves blank. */
import type { PastedPerson } from "./pasted-person.ts";
import { comparableWord } from "./text.ts";

/**
 * A row whose address names nobody is nobody's double: a name alone is no identity. Neither is one of another name,
 * which stays to be decided.
 */
export function mergeDoubles(rows: readonly PastedPerson[]): { people: PastedPerson[]; doubles: number } {
  const people = new Map<string, PastedPerson>();
  for (const row of rows) {
    const own = `line ${row.line} ${row.nth}`;
    const first = row.linkedinUrl === null ? undefined : people.get(row.linkedinUrl);
    if (!first) people.set(row.linkedinUrl ?? own, row);
    else if (haveOneName(first, row)) people.set(row.linkedinUrl ?? own, fillBlanks(first, row));
    else people.set(own, row);
  }
  return { people: [...people.values()], doubles: rows.length - people.size };
}

/** A word in common: "Mara Voss" and "M. Voss". */
function haveOneName({ name }: PastedPerson, other: PastedPerson): boolean {
  if (name === null || other.name === null) return true;
  const words = wordsOf(name);
  return wordsOf(other.name).some((word) => words.includes(word));
}

function wordsOf(name: string): string[] {
  return name
    .split(/[\s,.-]+/)
    .map(comparableWord)
    .filter(Boolean);
}

function fillBlanks(first: PastedPerson, second: PastedPerson): PastedPerson {
  // First and last name belong to the name they were pasted with.
  const names = first.name === null ? second : first;
  return {
    ...first,
    name: names.name,
    firstName: names.firstName,
    lastName: names.lastName,
    title: first.title ?? second.title,
    company: first.company ?? second.company,
    location: first.location ?? second.location,
    emails: [...new Set([...first.emails, ...second.emails])],
    phones: [...new Set([...first.phones, ...second.phones])],
    note: [...new Set([first.note, second.note])].filter((note) => note !== null).join("\n") || null,
  };
}
