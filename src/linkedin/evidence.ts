/**
 * What a page shows of its person, before anything is decided: what the injected script gives, as plain data. What the words mean
 * (an employer that is none, a title in a headline) is decided by the extension, which has room for the words of many languages.
 */
import type { Layout, MissingReason, Refusal, Source } from "./reading.ts";

/** An entry of Experience, as it is written. */
export interface Entry {
  title: string;
  companyName: string | null;
  /** Canonical, as `Role.companyUrl`. */
  companyUrl: string | null;
  /** Title and dates are all there is: a career break can look so, a role does not. */
  isBare: boolean;
  /** The end of its date line: "Dec 2024", or the page's word for today. */
  endedAt: string;
}

export interface Experience {
  /**
   * `read`: every role was understood. `unclear`: something that looks like Experience is there, but not surely it, or not
   * all of it understood; its roles may confirm what is known otherwise, never more.
   */
  state: "absent" | "read" | "unclear";
  /** Where it is absent: why, as far as the page tells. */
  whyAbsent: MissingReason;
  /** Every entry that goes on, in page order. */
  current: Entry[];
  /** The first that has ended. */
  lastEnded: Entry | null;
}

export interface ContactInfo {
  emails: string[];
  /** `label`: the page's word for the kind; empty where it has none. */
  phones: { label: string; value: string }[];
  sites: string[];
}

export interface Evidence extends ContactInfo {
  result: "evidence";
  layout: Layout;
  /** The slug: lower case, decoded, NFC. */
  publicId: string;
  name: string | null;
  nameSource: Source;
  headline: string | null;
  /** The top card's. */
  companyName: string | null;
  location: string | null;
  experience: Experience;
  isTranslated: boolean;
  warnings: string[];
}

export type PageEvidence = Evidence | Refusal;
