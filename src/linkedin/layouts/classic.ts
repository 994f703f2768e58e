/** The classic logged-in profile, 2022 to 2026; also what the visible interop frame holds. */
import { type Block, blocksOf, withoutRepetitions } from "../blocks.ts";
import { type ExperienceReading, NO_EXPERIENCE, readExperience } from "../experience.ts";
import { publicIdOfLink } from "../profile-url.ts";
import { isMasked } from "../text.ts";
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
/** Name, until May 2026 (`text-heading-xlarge` only until 2024). */
const NAME_CLASSES = ["break-words", "t-24"];

function hasClasses(element: Element | null, classes: string[]): boolean {
  return element !== null && classes.every((name) => element.classList.contains(name));
}

/** The section of main that holds the person's h1 (role="heading" included), by key or by place. */
function topCard(main: Element): Element | null {
  const keyed = main.querySelector(TOP_CARD);
  if (keyed) return keyed;
  const contact = main.querySelector(`a[href*="${CONTACT_HREF}"],[id="${CONTACT_ID}"]`);
  const heading = main.querySelector("h1,[role=heading]");
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

/** The first list after the name: the company's row, then the school's. Told apart by target, or by there being two. */
function companyOf(rows: Block[], main: Element): string | null {
  const [first, second] = rows;
  if (!first || rows.length > 2) return null;
  if (second) return first.text;
  if (/#experience$/.test(first.href ?? "")) return first.text;
  const schools = main.querySelector("#education")?.closest("section");
  const experience = main.querySelector(EXPERIENCE)?.closest("section");
  const inSchools = schools && blocksOf(schools).some((block) => block.text === first.text);
  const inExperience =
    experience &&
    blocksOf(experience).some(
      (block) => block.text === first.text || block.text.startsWith(`${first.text} · `),
    );
  return inExperience && !inSchools ? first.text : null;
}

function readSection(main: Element, card: Element): ExperienceReading {
  const keyed = main.querySelector(EXPERIENCE)?.closest("section") ?? null;
  if (keyed && keyed !== card) return readExperience(keyed, blocksOf(keyed), true);
  const linked = [...main.querySelectorAll(EXPERIENCE_LINK)]
    .map((link) => link.closest("section"))
    .find((section) => section && section !== card);
  if (linked) return readExperience(linked, blocksOf(linked), true);
  return unmarkedExperience(main, card);
}

/** Without its anchor Experience looks like volunteering: such sections may confirm the top card, no more. */
function unmarkedExperience(main: Element, card: Element): ExperienceReading {
  const readings = [...main.querySelectorAll("section")]
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
  const links = [...card.querySelectorAll("a[href]")].map((link) => link.getAttribute("href") ?? "");
  const own = links.filter((href) => href.includes("/overlay/"));
  return [...own, ...links].map(publicIdOfLink).filter((id) => id !== null);
}

/** The visible profile, or null where no top card with a name is found. */
export function seeClassic(document: Document, slug: string | null): Sighting | null {
  const main = document.querySelector(MAIN);
  const card = main && topCard(main);
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
  const headline = lines.find(
    (block) => hasClasses(block.element, HEADLINE_CLASSES) || block.element.hasAttribute(HEADLINE_DATA),
  );
  return {
    layout: "classic",
    root: card,
    name: { text: name.text, source: "top card", sure: true },
    headline: headline?.text ?? null,
    companyName: companyOf(rows, main),
    location,
    experience: readSection(main, card),
    linkedIds: linkedIds(card),
    markedIds: [],
    memberId: null,
  };
}

/** `/in/SLUG/details/experience/`: no top card; the name is only in the title, "Experience | NAME | LinkedIn". */
export function seeDetails(document: Document, subPage: string): Sighting | null {
  const main = document.querySelector(MAIN);
  if (!main || !subPage.startsWith("details/")) return null;
  const [, name, ...more] = (pageTitle(document) ?? "").split(" | ");
  const section = main.querySelector("section") ?? main;
  return {
    layout: "classic",
    root: main,
    name: name && more.length === 0 ? { text: name, source: "page title", sure: false } : null,
    headline: null,
    companyName: null,
    location: null,
    experience:
      subPage === "details/experience" ? readExperience(section, blocksOf(section), true) : NO_EXPERIENCE,
    linkedIds: [],
    markedIds: returnIds(document),
    memberId: null,
  };
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
