/** The classic logged-in profile, 2022 to 2026; also what the visible interop frame holds. */
import {
  all,
  type Block,
  blocksOf,
  has,
  hrefOf,
  sectionOf,
  targetsOf,
  visible,
  withoutRepetitions,
} from "../blocks.ts";
import { type ExperienceReading, NO_EXPERIENCE, readExperience, readUnmarked } from "../experience.ts";
import { decoded, publicIdsOf } from "../profile-url.ts";
import { agreed, only, sameOrganisation } from "../text.ts";
import { findName, pageTitle } from "./name-evidence.ts";
import { CONTACT_LINK, linkedIds, NOTHING_SEEN, type Sighting } from "./sighting.ts";

/** The top card's section; stable 2022 to May 2026. */
const TOP_CARD = "section[data-member-id]";
/** Location, until May 2026. */
const LOCATION = ".text-body-small.inline.t-black--light.break-words";
/** Headline: its classes until May 2026, its data attribute 2024 to 2026. */
const HEADLINE = ".text-body-medium.break-words,[data-generated-suggestion-target]";
/** The link after the location, by id; stable 2022 to May 2026. */
const CONTACT_ID = "top-card-text-details-contact-info";
/** Premium's link in the navigation bar of 2022 names the page to come back to. */
const RETURN_TARGET = /RedirectURL=([^&]+)/;
/** Name, until May 2026 (`text-heading-xlarge` only until 2024). */
const NAME = "h1,.break-words.t-24";

export function hasClassicMarks(document: Document): boolean {
  return has(document, `${TOP_CARD},#${CONTACT_ID}`);
}

/** The section of main that holds the person's h1 (role="heading" included), by key or by place. */
function topCard(main: Element): Element | null {
  const [keyed] = visible(main, TOP_CARD);
  if (keyed) return keyed;
  const [contact] = visible(main, `a[href*="${CONTACT_LINK}"],#${CONTACT_ID}`);
  const [heading] = visible(main, "h1,[role=heading]");
  return sectionOf(contact) ?? sectionOf(heading);
}

function isContactLink(block: Block): boolean {
  return block.element.id === CONTACT_ID || hrefOf(block).includes(CONTACT_LINK);
}

function isDegreeOrPronouns(text: string): boolean {
  return /^[·•]/.test(text) || /^\(.*\)$/.test(text) || /^\p{L}{1,6}(?:\/\p{L}{1,6})+$/u.test(text);
}

/**
 * The first list after the name: the company's row, then the school's. Their labels are localised; a lone row is a company's
 * where it leads to Experience or Experience has it as a current employer, else it may be a school's.
 */
function companyOf(rows: Block[], { current }: ExperienceReading): string | null {
  const [first, second, ...more] = rows;
  if (!first || more.length > 0) return null;
  const employs = current.some((role) => role.companyName && sameOrganisation(role.companyName, first.text));
  return second || employs || hrefOf(first).endsWith("#experience") ? first.text : null;
}

/** By its class or data attribute; without those, the one line beside the location that is in no list. */
function headlineOf(lines: Block[], rows: Block[], location: string | null): string | null {
  const marked = lines.find((line) => line.element.matches(HEADLINE));
  if (marked) return marked.text;
  const rest = only(lines.filter((block) => !rows.includes(block) && block.text !== location));
  return location && rest ? rest.text : null;
}

function readSection(main: Element, card: Element): ExperienceReading {
  const sectionWith = (mark: string) =>
    visible(main, mark)
      .map(sectionOf)
      .find((section) => section && section !== card);
  // The anchor of the Experience card, stable 2022 to May 2026; any link or anchor that leads to the card or its page.
  const section =
    sectionWith("#experience") ?? sectionWith('a[href*="/details/experience"],[data-field^=experience_]');
  // Roles at employers have a link to the employer's page; schools are under /school/.
  return section
    ? readExperience(section, true)
    : readUnmarked(visible(main, "section"), card, 'a[href*="/company/"]');
}

/** The visible profile, or null where no top card with a name is found. */
export function seeClassic(document: Document, slug: string | null): Sighting | null {
  const [main] = visible(document, "main");
  const card = main && topCard(main);
  if (!card) return null;
  const blocks = withoutRepetitions(blocksOf(card));
  const contactAt = blocks.findIndex(isContactLink);
  const upTo = contactAt < 0 ? blocks : blocks.slice(0, contactAt);
  const at = findName(upTo, card, slug, [pageTitle(document)], (block) => block.element.matches(NAME));
  const name = blocks[at]?.text;
  if (!name) return null;
  const lines = upTo.slice(at + 1).filter((block) => !isDegreeOrPronouns(block.text) && block.text !== name);
  // Company and school: list items between headline and location.
  const rows = lines.filter((line) => line.element.closest("li"));
  const beforeContact = contactAt > at + 1 ? blocks[contactAt - 1] : undefined;
  const location = agreed([
    beforeContact?.element.closest(`li,${HEADLINE}`) ? null : beforeContact?.text,
    lines.find((line) => line.element.matches(LOCATION))?.text,
  ]);
  const experience = readSection(main, card);
  return {
    ...NOTHING_SEEN,
    layout: "classic",
    name,
    headline: headlineOf(lines, rows, location),
    companyName: companyOf(rows, experience),
    location,
    experience,
    linkedIds: linkedIds(card, "/overlay/"),
  };
}

/**
 * `/in/SLUG/details/...` and `/recent-activity/...`: no top card. The name is only in the title ("Experience | NAME | LinkedIn"),
 * the slug in links beside the content, so the person is taken from the address where one of them agrees with it.
 */
export function seeSubPage(document: Document, slug: string | null, subPage: string): Sighting | null {
  const [main] = visible(document, "main");
  if (!main || !slug || !/^(?:details|recent-activity)\b/.test(subPage)) return null;
  const [, name = null, ...more] = pageTitle(document).split(" | ");
  const [section = main] = visible(main, "section");
  return {
    ...NOTHING_SEEN,
    layout: "classic",
    name: more.length === 0 ? name : null,
    nameSource: "page title",
    experience: /^details\/experience\b/.test(subPage) ? readExperience(section, true) : NO_EXPERIENCE,
    markedIds: () => (idsBeside(document).includes(slug) ? [slug] : []),
  };
}

/** People linked where the page says whose it is: not from the posts and suggestions of others. */
function idsBeside(document: Document): string[] {
  // "Come back here" targets of the navigation bar: on details pages the only trace of the slug (1 of 1, 2022).
  const returnTargets = targetsOf(all(document, 'a[href*="RedirectURL="]')).map((href) =>
    decoded(RETURN_TARGET.exec(href)?.[1] ?? ""),
  );
  // The small card beside a person's activity and details (2022 to 2026).
  const links = visible(document, "[data-member-id] a[href],.pv-recent-activity-top-card a[href]");
  return publicIdsOf([...returnTargets, ...targetsOf(links)]);
}
