/** One row of the people table: what stands in its cells, and what can be made of it. */
import type { PersonRow as ListRow } from "../linkedin/layouts/people-list.ts";
import { isEmail } from "../model/email.ts";
import type { Employer, SaveDraft } from "../model/save.ts";
import { findAddress } from "./paste/address.ts";
import type { AddressProblem, PastedPerson } from "./paste/pasted-person.ts";

/** The cells of a row, in the order of the columns. */
export const cellNames = [
  "name",
  "title",
  "company",
  "location",
  "address",
  "email",
  "phone",
  "note",
] as const;
export type CellName = (typeof cellNames)[number];

export interface PersonRow {
  id: string;
  /** The text of each cell as the user sees it; "" is an empty cell. */
  cells: Readonly<Record<CellName, string>>;
  /** Where the paste gave them apart; null otherwise, and once the name was edited. */
  names: { firstName: string; lastName: string } | null;
  /** As a list on LinkedIn shows it: to tell people apart, never sent. */
  headline: string | null;
  /** Why the list gives no address. */
  unproven: RowProblem | null;
  /** What a profile said of the person's employers: never shown, but checked before anything is sent. */
  employers: Employer[];
}

/** Why a row cannot be saved as it stands. */
export type RowProblem =
  | AddressProblem
  | "no_link"
  | "not_sure"
  | "name_missing"
  | "too_long"
  | "email_invalid"
  | "double";

export interface JudgedRow {
  /** In its canonical form; null when the address names nobody. */
  linkedinUrl: string | null;
  emails: string[];
  phones: string[];
  problem: RowProblem | null;
}

/** `address`: the canonical one where the paste gave one; what was pasted where it names nobody. */
export function rowOfPaste(person: PastedPerson): PersonRow {
  const { firstName, lastName } = person;
  return {
    id: person.nth === 0 ? `line-${person.line}` : `line-${person.line}-${person.nth}`,
    cells: {
      name: person.name ?? "",
      title: person.title ?? "",
      company: person.company ?? "",
      location: person.location ?? "",
      address: shortAddress(person.linkedinUrl) ?? person.address ?? "",
      email: person.emails.join(", "),
      phone: person.phones.join(", "),
      note: person.note ?? "",
    },
    names: firstName !== null && lastName !== null ? { firstName, lastName } : null,
    headline: null,
    unproven: null,
    employers: [],
  };
}

/** As it is read best in a narrow cell; it is the same address. */
function shortAddress(linkedinUrl: string | null): string | null {
  return linkedinUrl?.replace("https://www.", "") ?? null;
}

/** Of a profile that was read before: job and list are chosen again, for all. */
export function rowOfDraft(draft: SaveDraft): PersonRow {
  const { firstName, lastName, employers = [] } = draft;
  return {
    id: draft.linkedinUrl,
    cells: {
      name: draft.name,
      title: draft.currentJobTitle ?? "",
      company: draft.companyName ?? "",
      location: draft.location ?? "",
      address: shortAddress(draft.linkedinUrl) ?? "",
      email: [draft.workEmail, draft.personalEmail, ...(draft.emails ?? [])].filter(Boolean).join(", "),
      phone: [draft.workPhone, draft.mobilePhone, ...(draft.phoneNumbers ?? [])].filter(Boolean).join(", "),
      note: draft.note ?? "",
    },
    names: firstName !== undefined && lastName !== undefined ? { firstName, lastName } : null,
    headline: null,
    unproven: null,
    employers,
  };
}

/** `at`: its place in the list. Title and company only where the row itself says what is current. */
export function rowOfList(person: ListRow, at: number): PersonRow {
  return {
    id: person.linkedinUrl ?? `row-${at}`,
    cells: {
      ...noCells,
      name: person.name ?? "",
      title: person.currentTitle ?? "",
      company: person.currentCompany ?? "",
      location: person.location ?? "",
      address: person.linkedinUrl ?? "",
    },
    names: null,
    headline: person.headline,
    unproven: person.why === "member_id_only" ? "member_id" : person.why,
    employers: [],
  };
}

const noCells = Object.fromEntries(cellNames.map((cell) => [cell, ""])) as Record<CellName, string>;

/** The row with another text in one cell. */
export function withCell(row: PersonRow, cell: CellName, text: string): PersonRow {
  return {
    ...row,
    cells: { ...row.cells, [cell]: text },
    names: cell === "name" ? null : row.names,
  };
}

const judged = new WeakMap<PersonRow, JudgedRow>();

/** What the row's cells say. Rows do not change, so each is judged once. */
export function judgeRow(row: PersonRow): JudgedRow {
  const known = judged.get(row);
  if (known) return known;
  const result = judge(row);
  judged.set(row, result);
  return result;
}

/** Far beyond any real value: a page pasted into a cell is told before Stardex refuses it. */
const LONGEST_LINE = 500;
const LONGEST_NOTE = 20_000;

function judge({ cells, unproven }: PersonRow): JudgedRow {
  const found = findAddress(cells.address);
  const emails = parts(cells.email, /[\s,;]+/);
  const address = { linkedinUrl: found?.linkedinUrl ?? null, emails, phones: parts(cells.phone, /[,;]/) };
  return { ...address, problem: unproven ?? problemOf(cells, found?.problem, emails) };
}

function problemOf(
  cells: PersonRow["cells"],
  addressProblem: AddressProblem | null | undefined,
  emails: string[],
): RowProblem | null {
  const { name, address } = cells;
  if (addressProblem === undefined) return address.trim() === "" ? "missing" : "not_linkedin";
  if (addressProblem !== null) return addressProblem;
  if (!/[\p{L}\p{N}]/u.test(name)) return "name_missing";
  const isTooLong = cellNames.some(
    (cell) => cells[cell].length > (cell === "note" ? LONGEST_NOTE : LONGEST_LINE),
  );
  if (isTooLong) return "too_long";
  return emails.every(isEmail) ? null : "email_invalid";
}

function parts(text: string, separator: RegExp): string[] {
  return [...new Set(text.split(separator).map((part) => part.trim()))].filter(Boolean);
}
