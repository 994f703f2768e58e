/** The classic logged-in profile, 2022 to 2026; also what the visible interop frame holds. */
import { type Block, blocksOf, visible, withoutRepetitions } from "../blocks.ts";
import { type ExperienceReading, NO_EXPERIENCE, readExperience } from "../experience.ts";
import { publicIdOfLink } from "../profile-url.ts";
import { isMasked, sameOrganisation } from "../text.ts";
import { findName, labelsIn, pageTitle } from "./name-evidence.ts";
import type { Sighting } from "./sighting.ts";

const MAIN = "main";
/** The top card's section; stable 2022 to May 2026. */
const TOP_CARD = "section[data-member-id]";
/** The anchor of the Experience card; stable 2022 to May 2026. */
const EXPERIENCE = "#experience";
/** Any link or anchor that leads to the Experience card or its page. */
const EXPERIENCE_LINK = 'a[href*="/details/experience"],[data-field^="experience_"]';
/** Roles at employers with a page; schools are under /school/. */
const COMPANY_LINK = 'a[href*="/company/"]';
/** Location, until May 2026. */
const LOCATION_CLASSES = ["text-body-small", "inline", "t-black--light", "break-words"];
/** Headline, until May 2026. */
const HEADLINE_CLASSES = ["text-body-medium", "break-words"];
/** The headline's data attribute, 2024 to 2026. */
const HEADLINE_DATA = "data-generated-suggestion-target";
/** The link after the location, by target or by id; stable 2022 to May 2026. */
const CONTACT_HREF = "/overlay/contact-info";
const CONTACT_ID = "top-card-text-details-contact-info";
/** Premium's link in the navigation bar of 2022 names the page to come back to. */
const RETURN_LINK = 'a[href*="RedirectURL="]';
const RETURN_TARGET = /RedirectURL=([^&]+)/;
/** The small card beside a person's activity and details (2022 to 2026). */
const PERSON_CARD_LINKS = "[data-member-id] a[href],.pv-recent-activity-top-card a[href]";
/** Name, until May 2026 (`text-heading-xlarge` only until 2024). */
const NAME_CLASSES = ["break-words", "t-24"];

export function hasClassicMarks(document: Document): boolean {
  return document.querySelector(`${TOP_CARD},[id="${CONTACT_ID}"]`) !== null;
}

function hasClasses(element: Element | null, classes: string[]): boolean {
  return element !== null && classes.every((name) => element.classList.contains(name));
}

/** The section of main that holds the person's h1 (role="heading" included), by key or by place. */
function topCard(main: Element): Element | null {
  const [keyed] = visible(main, TOP_CARD);
  if (keyed) return keyed;
  const [contact] = visible(main, `a[href*="${CONTACT_HREF}"],[id="${CONTACT_ID}"]`);
  const [heading] = visible(main, "h1,[role=heading]");
  return contact?.closest("section") ?? heading?.closest("section") ?? null;
}

function isContactLink(block: Block): boolean {
  return block.element.id === CONTACT_ID || (block.href ?? "").includes(CONTACT_HREF);
}

function isDegreeOrPronouns(text: string): boolean {
  return /^[·•]/.test(text) || /^\(.*\)$/.test(text) || /^\p{L}{1,6}(?:\/\p{L}{1,6})+$/u.test(text);
}

/** Where several marks name a value they have to agree. */
function agreed(values: (string | undefined)[]): string | null {
  const different = [...new Set(values.filter((value) => value !== undefined))];
  return different.length === 1 && different[0] && !isMasked(different[0]) ? different[0] : null;
}

/**
 * The first list after the name: the company's row, then the school's. Their labels are localised; a lone row is a company's
 * where it leads to Experience or Experience has it as a current employer, else it may be a school's.
 */
function companyOf(rows: Block[], { current }: ExperienceReading): string | null {
  const [first, second, ...more] = rows;
  if (!first || more.length > 0) return null;
  const employs = current.some(({ companyName }) => companyName && sameOrganisation(companyName, first.text));
  return second || employs || /#experience$/.test(first.href ?? "") ? first.text : null;
}

/** By its class or data attribute; without those, the one line beside the location that is in no list. */
function headlineOf(lines: Block[], rows: Block[], location: string | null): string | null {
  const marked = lines.find(
    ({ element }) => hasClasses(element, HEADLINE_CLASSES) || element.hasAttribute(HEADLINE_DATA),
  );
  if (marked) return marked.text;
  const rest = lines.filter((block) => !rows.includes(block) && block.text !== location);
  return location !== null && rest.length === 1 ? (rest[0]?.text ?? null) : null;
}

function readSection(main: Element, card: Element): ExperienceReading {
  const keyed = visible(main, EXPERIENCE)[0]?.closest("section") ?? null;
  if (keyed && keyed !== card) return readExperience(keyed, blocksOf(keyed), true);
  const linked = visible(main, EXPERIENCE_LINK)
    .map((link) => link.closest("section"))
    .find((section) => section && section !== card);
  if (linked) return readExperience(linked, blocksOf(linked), true);
  return unmarkedExperience(main, card);
}

/** Without its anchor Experience looks like volunteering: such sections may confirm the top card, no more. */
function unmarkedExperience(main: Element, card: Element): ExperienceReading {
  const readings = visible(main, "section")
    .filter((section) => !section.contains(card) && !card.contains(section))
    .filter((section) => section.querySelector(COMPANY_LINK) !== null)
    .map((section) => readExperience(section, blocksOf(section), false))
    .filter((reading) => reading.state !== "absent");
  if (readings.length === 0) return NO_EXPERIENCE;
  return { state: "unclear", current: readings.flatMap((reading) => reading.current) };
}

/** Company and school rows: list items between headline and location. */
function rowsOf(lines: Block[]): Block[] {
  return lines.filter((block) => block.element.closest("li") !== null);
}

function linkedIds(card: Element): string[] {
  const links = visible(card, "a[href]").map((link) => link.getAttribute("href") ?? "");
  const own = links.filter((href) => href.includes("/overlay/"));
  return [...own, ...links].map(publicIdOfLink).filter((id) => id !== null);
}

/** The visible profile, or null where no top card with a name is found. */
export function seeClassic(document: Document, slug: string | null): Sighting | null {
  const [main] = visible(document, MAIN);
  const card = main ? topCard(main) : null;
  if (!main || !card) return null;
  const blocks = withoutRepetitions(blocksOf(card));
  const contactAt = blocks.findIndex(isContactLink);
  const title = pageTitle(document);
  const upTo = contactAt < 0 ? blocks : blocks.slice(0, contactAt);
  const at = findName(upTo, {
    titles: title ? [title] : [],
    labels: labelsIn(card),
    marked: (block) => hasClasses(block.element, NAME_CLASSES) || block.element.localName === "h1",
    linked: (block) => slug !== null && publicIdOfLink(block.href ?? "") === slug,
  });
  const name = blocks[at];
  if (!name) return null;
  const lines = upTo
    .slice(at + 1)
    .filter((block) => !isDegreeOrPronouns(block.text) && block.text !== name.text);
  const rows = rowsOf(lines);
  const beforeContact = contactAt > at + 1 ? blocks[contactAt - 1] : undefined;
  const location = agreed([
    beforeContact && !rows.includes(beforeContact) ? beforeContact.text : undefined,
    lines.find((block) => hasClasses(block.element, LOCATION_CLASSES))?.text,
  ]);
  const experience = readSection(main, card);
  return {
    layout: "classic",
    root: card,
    title,
    name: { text: name.text, source: "top card", sure: true },
    headline: headlineOf(lines, rows, location),
    companyName: companyOf(rows, experience),
    location,
    experience,
    linkedIds: linkedIds(card),
    markedIds: () => [],
    memberId: null,
  };
}

/**
 * `/in/SLUG/details/...` and `/recent-activity/...`: no top card. The name is only in the title ("Experience | NAME | LinkedIn"),
 * the slug in links beside the content, so the person is taken from the address where one of them agrees with it.
 */
export function seeSubPage(document: Document, subPage: string, slug: string): Sighting | null {
  const [main] = visible(document, MAIN);
  if (!main || !/^(?:details|recent-activity)(?:\/|$)/.test(subPage)) return null;
  const title = pageTitle(document);
  const [, name, ...more] = (title ?? "").split(" | ");
  const section = visible(main, "section")[0] ?? main;
  const ids = [...returnIds(document), ...linkedIdsIn(document)];
  return {
    layout: "classic",
    root: main,
    title,
    name: name && more.length === 0 ? { text: name, source: "page title", sure: false } : null,
    headline: null,
    companyName: null,
    location: null,
    experience: /^details\/experience\b/.test(subPage)
      ? readExperience(section, blocksOf(section), true)
      : NO_EXPERIENCE,
    linkedIds: [],
    markedIds: () => (ids.includes(slug) ? [slug] : []),
    memberId: null,
  };
}

/** People linked where the page says whose it is: not from the posts and suggestions of others. */
function linkedIdsIn(document: Document): string[] {
  return visible(document, PERSON_CARD_LINKS)
    .map((link) => publicIdOfLink(link.getAttribute("href") ?? ""))
    .filter((id) => id !== null);
}

/** Public ids in "come back here" targets of the navigation bar: on details pages the only trace of the slug (1 of 1, 2022). */
function returnIds(document: Document): string[] {
  return [...document.querySelectorAll(RETURN_LINK)]
    .map((link) => RETURN_TARGET.exec(link.getAttribute("href") ?? "")?.[1] ?? "")
    .map((target) => publicIdOfLink(decodedOrEmpty(target)))
    .filter((id) => id !== null);
}

function decodedOrEmpty(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
