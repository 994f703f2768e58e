/**
 * What one look at a page gives: a profile with evidence for each field, or the reason for none.
 * Plain data only: it crosses from LinkedIn's page to the popup as JSON.
 */

export type Layout = "sdui" | "classic" | "guest";

/** Where a value was seen on the page, strongest first. */
export type Source = "experience" | "top card" | "json-ld" | "headline" | "page title";

/** A value as the page shows it (cleaned of invisible characters), with its evidence. */
export interface Field {
  value: string;
  source: Source;
  /** false: the page only hints at it; shown as a guess, and never sent without a person's look. */
  sure: boolean;
}

/** A role with no end date, as Experience (or JSON-LD) gives it. */
export interface Role {
  title: string;
  companyName: string | null;
}

export type PhoneKind = "mobile" | "work" | "home" | "other";

export interface ProfileReading {
  result: "profile";
  layout: Layout;
  /** The slug: lower case, decoded, NFC. */
  publicId: string;
  /** The one canonical form, `https://www.linkedin.com/in/SLUG`. */
  linkedinUrl: string;
  /** The raw display name, emoji and credentials kept. Null only on sub-pages that do not show it. */
  name: Field | null;
  headline: Field | null;
  currentJobTitle: Field | null;
  companyName: Field | null;
  location: Field | null;
  /** Every current role in page order; empty where Experience is not in the page. */
  currentRoles: Role[];
  /** From the contact-info overlay, only when its user has opened it. */
  emails: string[];
  phones: { kind: PhoneKind; value: string }[];
  sites: string[];
  /** Notes for a diagnosis, without personal data. */
  warnings: string[];
}

export type RefusalReason =
  | "login_wall"
  | "not_a_profile"
  | "still_loading"
  | "other_person_on_page"
  | "people_list"
  | "unrecognised_layout";

export interface Refusal {
  result: RefusalReason;
  /** The canonical URL when the address names a profile by its slug, else null. */
  linkedinUrl: string | null;
  /** Layout marks, counts and reasons for a bug report: no personal data. */
  report: Record<string, string | number | boolean>;
}

export type Reading = ProfileReading | Refusal;
