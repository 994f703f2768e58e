/** What a layout found, before anything is decided. */
import { visible } from "../blocks.ts";
import { targetsOf } from "../dom.ts";
import type { Experience } from "../evidence.ts";
import { NO_EXPERIENCE } from "../experience/experience.ts";
import { decode, publicIdsOf } from "../profile-url.ts";
import type { Layout, Source } from "../reading.ts";
import { only, unique } from "../text/text.ts";

export interface LayoutReading {
  layout: Layout;
  name: string | null;
  nameSource: Source;
  headline: string | null;
  companyName: string | null;
  location: string | null;
  experience: Experience;
  /** Public ids the top card's own links name, the owner's first. */
  linkedIds: string[];
  /** Public ids that other marks of the page name: keys beside the top card, canonical link. Asked only where links do not settle it. */
  readMarkedIds(): string[];
  /** The member id the top card's keys name. */
  memberId: string | null;
}

/** Reads one layout: null where no top card with a name is found. `slug` is the address's, null where it names none. */
export type ReadLayout = (document: Document, slug: string | null, subPage: string) => LayoutReading | null;

/** "Open contact info", the link after the location in both logged-in layouts (2022 to 2026). */
export const CONTACT_LINK = "/overlay/contact-info";

export const NOTHING_FOUND: LayoutReading = {
  layout: "sdui",
  name: null,
  nameSource: "top card",
  headline: null,
  companyName: null,
  location: null,
  experience: NO_EXPERIENCE,
  linkedIds: [],
  readMarkedIds: () => [],
  memberId: null,
};

const MEMBER_ID = /AC[ow]A[\w-]{35}(?![\w-])/g;

/** The one member id that the links of a top card name: to message or invite its owner, to see the owner's connections. */
export function linkedMemberId(card: Element): string | null {
  const targets = targetsOf(visible(card, "a[href]")).filter((href) => !href.includes("/in/"));
  return only(unique(targets.flatMap((href) => decode(href).match(MEMBER_ID) ?? []))) ?? null;
}

/** Public ids in the links of a top card. Links to an overlay are always the owner's own; others may be promotions. */
export function linkedIds(card: Element, overlay: string): string[] {
  // Those that name a person: to ask of each of all links whether it can be seen would cost more.
  const targets = targetsOf(visible(card, 'a[href*="/in/"],a[href*="vanityName="]'));
  return publicIdsOf([...targets.filter((href) => href.includes(overlay)), ...targets]);
}
