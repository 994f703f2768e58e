/** The classic logged-in profile, 2022 to 2026; also what the visible interop frame holds. */
import { type Block, blocksOf, hrefOf, visible, withoutRepetitions } from "../blocks.ts";
import { all, closest, has, hasArrived, matches, sectionOf, targetsOf } from "../dom.ts";
import type { Experience } from "../evidence.ts";
import { NO_EXPERIENCE, readExperience, readUnmarked } from "../experience/experience.ts";
import { decode, publicIdsOf } from "../profile-url.ts";
import { isSameOrganization } from "../text/organization.ts";
import { agreed, only } from "../text/text.ts";
import {
  CONTACT_LINK,
  type LayoutReading,
  linkedIds,
  linkedMemberId,
  NOTHING_FOUND,
} from "./layout-reading.ts";
import { findName, pageTitle } from "./name-evidence.ts";

/** Every selector of this layout; the numbers are captures of 2022 to May 2026. */
export const SELECTORS = {
  /** The top card's section: 6 of 6. */
  topCard: "section[data-member-id]",
  /** The link after the location: 6 of 6. */
  contactLink: "#top-card-text-details-contact-info",
  /** Name: 6 of 6; `text-heading-xlarge` only until 2024. */
  name: "h1,.break-words.t-24",
  /** Headline: its classes 6 of 6, its data attribute 2024 to 2026. */
  headline: ".text-body-medium.break-words,[data-generated-suggestion-target]",
  /** Location: 6 of 6. */
  location: ".text-body-small.inline.t-black--light.break-words",
  /** The anchor of the Experience card: 5 of 5 that have one. */
  experience: "#experience",
  /** Any link or anchor that leads to the card or its page, where the anchor has gone. */
  experienceLink: 'a[href*="/details/experience"],[data-field^=experience_]',
  /** The anchors of all cards: where there are others and none of Experience, there is no Experience. */
  cards: ".pv-profile-card__anchor",
  /** Roles at employers have a link to the employer's page; schools are under /school/. */
  employerLink: 'a[href*="/company/"]',
  /** Premium's link in the navigation bar of 2022 names the page to come back to: on details pages the only trace of the slug, 1 of 1. */
  returnLink: 'a[href*="RedirectURL="]',
  /** The small card beside a person's activity and details, 2022 to 2026. */
  ownerCard: "[data-member-id] a[href],.pv-recent-activity-top-card a[href]",
} as const;

const RETURN_TARGET = /RedirectURL=([^&]+)/;

export function hasClassicMarks(document: Document): boolean {
  return has(document, `${SELECTORS.topCard},${SELECTORS.contactLink}`);
}

/** The section of main that holds the person's h1 (role="heading" included), by key or by place. */
function topCard(main: Element): Element | null {
  const [keyed] = visible(main, SELECTORS.topCard);
  if (keyed) return keyed;
  const [contact] = visible(main, `a[href*="${CONTACT_LINK}"],${SELECTORS.contactLink}`);
  const [heading] = visible(main, "h1,[role=heading]");
  return sectionOf(contact) ?? sectionOf(heading);
}

function isContactLink(block: Block): boolean {
  return matches(block.element, SELECTORS.contactLink) || hrefOf(block).includes(CONTACT_LINK);
}

function isDegreeOrPronouns(text: string): boolean {
  return /^[·•]/.test(text) || /^\(.*\)$/.test(text) || /^\p{L}{1,6}(?:\/\p{L}{1,6})+$/u.test(text);
}

/**
 * The first list after the name: the company's row, then the school's. Their labels are localised; a lone row is a company's
 * where it leads to Experience or Experience has it as a current employer, else it may be a school's.
 */
function companyOf(rows: Block[], { current }: Experience): string | null {
  const [first, second, ...more] = rows;
  if (!first || more.length > 0) return null;
  const employs = current.some(
    (role) => role.companyName && isSameOrganization(role.companyName, first.text),
  );
  return second || employs || hrefOf(first).endsWith("#experience") ? first.text : null;
}

/** By its class or data attribute; without those, the one line beside the location that is in no list. */
function headlineOf(lines: Block[], rows: Block[], location: string | null): string | null {
  const marked = lines.find((line) => matches(line.element, SELECTORS.headline));
  if (marked) return marked.text;
  const rest = only(lines.filter((block) => !rows.includes(block) && block.text !== location));
  return location && rest ? rest.text : null;
}

function readSection(document: Document, main: Element, card: Element, rows: Block[]): Experience {
  const sectionWith = (mark: string) =>
    visible(main, mark)
      .map(sectionOf)
      .find((section) => section && section !== card);
  const employers = rows.map((row) => row.text);
  const section = sectionWith(SELECTORS.experience) ?? sectionWith(SELECTORS.experienceLink);
  const reading = section
    ? readExperience(section, hasArrived(document, section), employers)
    : readUnmarked(visible(main, "section"), card, SELECTORS.employerLink, employers);
  if (reading.state !== "absent") return reading;
  if (!hasArrived(document, main)) return { ...NO_EXPERIENCE, whyAbsent: "not_loaded" };
  return { ...NO_EXPERIENCE, whyAbsent: !section && has(main, SELECTORS.cards) ? "no_role" : "not_shown" };
}

/** The visible profile, or null where no top card with a name is found. */
export function readClassic(document: Document, slug: string | null): LayoutReading | null {
  const [main] = visible(document, "main");
  const card = main && topCard(main);
  if (!card || !hasArrived(document, card)) return null;
  const blocks = withoutRepetitions(blocksOf(card));
  const contactAt = blocks.findIndex(isContactLink);
  const upTo = contactAt < 0 ? blocks : blocks.slice(0, contactAt);
  const at = findName(upTo, card, slug, [pageTitle(document)], (block) =>
    matches(block.element, SELECTORS.name),
  );
  const name = blocks[at]?.text;
  if (!name) return null;
  const lines = upTo.slice(at + 1).filter((block) => !isDegreeOrPronouns(block.text) && block.text !== name);
  // Company and school: list items between headline and location.
  const rows = lines.filter((line) => closest(line.element, "li"));
  const beforeContact = contactAt > at + 1 ? blocks[contactAt - 1] : undefined;
  const location = agreed([
    beforeContact && !closest(beforeContact.element, `li,${SELECTORS.headline}`) ? beforeContact.text : null,
    lines.find((line) => matches(line.element, SELECTORS.location))?.text,
  ]);
  const experience = readSection(document, main, card, rows);
  return {
    ...NOTHING_FOUND,
    layout: "classic",
    name,
    headline: headlineOf(lines, rows, location),
    companyName: companyOf(rows, experience),
    location,
    experience,
    linkedIds: linkedIds(card, "/overlay/"),
    memberId: linkedMemberId(card),
  };
}

/**
 * `/in/SLUG/details/...` and `/recent-activity/...`: no top card. The name is only in the title ("Experience | NAME | LinkedIn"),
 * the slug in links beside the content, so the person is taken from the address where one of them agrees with it.
 */
export function readSubPage(document: Document, slug: string | null, subPage: string): LayoutReading | null {
  const [main] = visible(document, "main");
  if (!main || !slug || !/^(?:details|recent-activity)\b/.test(subPage)) return null;
  const [, name = null, ...more] = pageTitle(document).split(" | ");
  const [section = main] = visible(main, "section");
  return {
    ...NOTHING_FOUND,
    layout: "classic",
    name: more.length === 0 ? name : null,
    nameSource: "page title",
    experience: /^details\/experience\b/.test(subPage)
      ? readExperience(section, hasArrived(document, section))
      : NO_EXPERIENCE,
    readMarkedIds: () => (idsBeside(document).includes(slug) ? [slug] : []),
  };
}

/** People linked where the page says whose it is: not from the posts and suggestions of others. */
function idsBeside(document: Document): string[] {
  const returnTargets = targetsOf(all(document, SELECTORS.returnLink)).map((href) =>
    decode(RETURN_TARGET.exec(href)?.[1] ?? ""),
  );
  return publicIdsOf([...returnTargets, ...targetsOf(visible(document, SELECTORS.ownerCard))]);
}
