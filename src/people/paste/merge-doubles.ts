/** Rows of one person as one: the first counts, the others fill what it leaves blank. */
import type { PastedPerson } from "./pasted-person.ts";

/** A row whose address names nobody is nobody's double: a name alone is no identity. */
export function mergeDoubles(rows: readonly PastedPerson[]): { people: PastedPerson[]; doubles: number } {
  const people = new Map<string, PastedPerson>();
  for (const row of rows) {
    const key = row.linkedinUrl ?? `line ${row.line}`;
    const first = people.get(key);
    people.set(key, first ? fillBlanks(first, row) : row);
  }
  return { people: [...people.values()], doubles: rows.length - people.size };
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
    emails: first.emails.length > 0 ? first.emails : second.emails,
    phones: first.phones.length > 0 ? first.phones : second.phones,
    note: first.note ?? second.note,
  };
}
