/** What was understood of a paste: plain values, made by read-paste.ts. */

/** What a column of a pasted table holds. `unknown`: not used until the user says what it is. */
export const columnKinds = [
  "name",
  "firstName",
  "lastName",
  "address",
  "title",
  "company",
  "location",
  "email",
  "phone",
  "note",
  "unknown",
] as const;
export type ColumnKind = (typeof columnKinds)[number];

export interface PastedColumn {
  kind: ColumnKind;
  /** The header's own words; null without a header. */
  header: string | null;
  /** The first filled cell, to show what the column is about. */
  example: string | null;
}

/** Why an address names nobody: each reason has its words in the people table. */
export type AddressProblem =
  | "missing"
  | "member_id" // /in/ACoAA...: LinkedIn's internal number, another for every viewer
  | "sales_navigator"
  | "recruiter"
  | "not_a_profile" // a company, a search, a post, a short link
  | "not_linkedin";

export interface PastedPerson {
  /** The line of the paste where the row begins; the first is 1. */
  line: number;
  /** Of several people on one line, which; the first is 0. */
  nth: number;
  /** As pasted, without pictures around it; never made from the address. */
  name: string | null;
  /** Only where the paste has a column for each, or says "Voss, Mara". */
  firstName: string | null;
  lastName: string | null;
  /** In its canonical form; null when it names nobody. */
  linkedinUrl: string | null;
  /** The address as it was pasted; null without one. */
  address: string | null;
  addressProblem: AddressProblem | null;
  title: string | null;
  company: string | null;
  location: string | null;
  emails: string[];
  phones: string[];
  note: string | null;
}

export interface Paste {
  people: PastedPerson[];
  /** Empty where the paste is no table. */
  columns: PastedColumn[];
  /** Lines that are no person: headings, greetings, blank table rows. Shown, so that nothing vanishes unsaid. */
  leftOut: { line: number; text: string }[];
  /** Rows that named a person who stands further up. */
  doubles: number;
  /** Rows beyond MOST_PEOPLE, which were not read. */
  beyondLimit: number;
}
