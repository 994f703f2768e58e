/**
 * What one look at a page gives: a profile with evidence for each field, or the reason for none.
 * Plain data only: it crosses from LinkedIn's page to the popup as JSON.
 */

export type Layout = "sdui" | "classic" | "guest" | "recruiter" | "sales_navigator";

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
  /** The company's page as the role links it, canonical, slug or numeric id; null without a link. */
  companyUrl: string | null;
}

/** The fields that a page may leave empty. */
export type MissingField = "currentJobTitle" | "companyName" | "location";

/**
 * Why a field is empty. `not_loaded`: LinkedIn has not filled the section yet, scrolling to Experience fills it. `all_ended`: every role
 * there has ended. `no_role`: the profile has no role. `no_employer`: what goes on has none (a career break; freelance; "Confidential");
 * with the title empty too, it is a break. `not_shown`: the page does not say.
 */
export type MissingReason = "not_loaded" | "all_ended" | "no_role" | "no_employer" | "not_shown";

/** A job title the page hints at. Offered to the user, and never sent unless the user takes it. */
export interface TitleSuggestion {
  title: string;
  source: "headline" | "last role";
  /** The employer named with it, where that is another than the one in the form. */
  companyName: string | null;
  /** The role's end as the page writes it ("Dec 2024"); null for a headline. */
  endedAt: string | null;
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
  /** Why each empty field is empty. */
  missing: Partial<Record<MissingField, MissingReason>>;
  /** At most three, best first; empty where the title is sure. */
  titleSuggestions: TitleSuggestion[];
  /** The browser or an extension has translated the page: every field is a guess, and nothing is suggested. */
  isTranslated: boolean;
  /** The company's page as the chosen role links it (`https://www.linkedin.com/company/acme` or a numeric id); null without one. */
  companyUrl: string | null;
  /** From the contact-info overlay, only when its user has opened it. */
  emails: string[];
  phones: { kind: PhoneKind; value: string }[];
  sites: string[];
  /** Notes for a diagnosis, without personal data. */
  warnings: string[];
}

/**
 * `not_a_page`: XML, SVG, JSON or text where a page was asked for. `member_id_only`: the address and the page name the person by member
 * id alone, which is no identity to save by; opening the profile anew from its link gives the slug. `address_hidden`: Recruiter or Sales
 * Navigator without the person's public address in the page; `where` says how the user brings it up.
 */
export type RefusalReason =
  | "login_wall"
  | "not_a_profile"
  | "not_a_page"
  | "still_loading"
  | "other_person_on_page"
  | "member_id_only"
  | "address_hidden"
  | "people_list"
  | "unrecognized_layout";

export interface Refusal {
  result: RefusalReason;
  /** The canonical URL when the address names a profile by its slug, else null. */
  linkedinUrl: string | null;
  /**
   * Only with `address_hidden`: behind Recruiter's "Public profile" link, or in the "..." menu of Sales Navigator. Once the user has opened
   * it, the next reading finds the address.
   */
  where?: "public_profile" | "menu" | undefined;
  /** Layout marks, counts and reasons for a bug report: no personal data. */
  report: Record<string, string | number | boolean>;
}

export type Reading = ProfileReading | Refusal;
