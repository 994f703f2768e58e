/** The logged-out profile, desktop and mobile; facts counted on captures of 2024 to 2026. */
import { type Block, blocksOf, visible, withoutRepetitions } from "../blocks.ts";
import { type ExperienceReading, NO_EXPERIENCE, readExperience } from "../experience.ts";
import { publicIdOfLink } from "../profile-url.ts";
import { cleanText, isMasked } from "../text.ts";
import { findName, labelsIn, nameInTitle, pageTitle } from "./name-evidence.ts";
import type { Sighting } from "./sighting.ts";

/** Marks of a guest page: each alone is enough, none proves a profile ("not found" has them too). */
const GUEST_MARKS = 'meta[name="pageKey"][content^="public_profile"],.top-card-layout';
/** The person's own addresses in the head: canonical 4 of 4, og:url 4 of 4. */
const OWN_URLS =
  'link[rel="canonical"],meta[property="og:url"],meta[property="al:ios:url"],meta[property="al:android:url"]';
/** 4 of 4. */
const TOP_CARD = ".top-card-layout";
const NAME_CLASS = "top-card-layout__title";
const HEADLINE_CLASS = "top-card-layout__headline";
const SUBHEADER = ".profile-info-subheader";
/** The modal opener after the location: 4 of 4. */
const CONTACT_DATA = '[data-modal*="contact-info"],[data-tracking-control-name*="contact-info"]';
const CURRENT_COMPANY = '[data-section="currentPositionsDetails"]';
const EXPERIENCE = 'section[data-section="experience"]';
const EXPERIENCE_LIST = ".experience__list,.experience-item";

export function hasGuestMarks(document: Document): boolean {
  return document.querySelector(GUEST_MARKS) !== null;
}

function topCard(document: Document): Element | null {
  return (
    visible(document, TOP_CARD)[0] ??
    visible(document, "main h1,main [role=heading]")[0]?.closest("section") ??
    null
  );
}

function ownIds(document: Document): string[] {
  return [...document.querySelectorAll(OWN_URLS)]
    .map((element) => publicIdOfLink(element.getAttribute("href") ?? element.getAttribute("content") ?? ""))
    .filter((id) => id !== null);
}

interface PersonData {
  name: string | null;
  location: string | null;
}

/** JSON-LD Person, when present (2 of 4). */
function personData(document: Document): PersonData {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      const data: unknown = JSON.parse(script.textContent ?? "");
      const person = findPerson(data);
      if (person) return person;
    } catch {
      // Broken JSON is as good as none.
    }
  }
  return { name: null, location: null };
}

function textOf(value: unknown): string | null {
  return typeof value === "string" && value.length < 300 && !isMasked(value) ? cleanText(value) : null;
}

function findPerson(data: unknown): PersonData | null {
  if (typeof data !== "object" || data === null) return null;
  const entry = data as Record<string, unknown>;
  if (Array.isArray(entry["@graph"])) {
    for (const item of entry["@graph"]) {
      const person = findPerson(item);
      if (person) return person;
    }
    return null;
  }
  if (entry["@type"] !== "Person") return null;
  const address =
    typeof entry.address === "object" && entry.address !== null
      ? (entry.address as Record<string, unknown>)
      : {};
  return { name: textOf(entry.name), location: textOf(address.addressLocality) };
}

function agreed(values: (string | null | undefined)[]): string | null {
  const different = [...new Set(values.filter((value) => typeof value === "string" && !isMasked(value)))];
  return different.length === 1 ? (different[0] ?? null) : null;
}

/** The text before the contact-info opener, or the first of the subheader, or JSON-LD's; those present have to agree. */
function locationOf(card: Element, after: Block[], person: PersonData): string | null {
  const contact = visible(card, CONTACT_DATA)[0];
  const contactAt = contact ? after.findIndex((block) => contact.contains(block.element)) : -1;
  const subheader = visible(card, SUBHEADER)[0];
  return agreed([
    contactAt > 0 ? after[contactAt - 1]?.text : null,
    subheader ? firstOfFew(after.filter((block) => subheader.contains(block.element))) : null,
    person.location,
  ]);
}

/** The subheader holds location and contact opener; with more in it, which is which is not known. */
function firstOfFew(blocks: Block[]): string | null {
  return blocks.length <= 2 ? (blocks[0]?.text ?? null) : null;
}

/** By its class; without, the one heading between name and location. */
function headlineOf(after: Block[], location: string | null): string | null {
  const marked = after.find((block) => block.element.classList.contains(HEADLINE_CLASS));
  if (marked) return isMasked(marked.text) ? null : marked.text;
  const [only, ...others] = after.slice(
    0,
    Math.max(
      after.findIndex((block) => block.text === location),
      0,
    ),
  );
  return only?.heading && others.length === 0 && !isMasked(only.text) ? only.text : null;
}

function readSection(document: Document): ExperienceReading {
  const section =
    visible(document, EXPERIENCE)[0] ?? visible(document, EXPERIENCE_LIST)[0]?.closest("section");
  if (section) return readExperience(section, blocksOf(section), true);
  return NO_EXPERIENCE;
}

/** The visible profile, or null where no top card with a name is found. */
export function seeGuest(document: Document, slug: string | null): Sighting | null {
  const card = topCard(document);
  if (!card) return null;
  const person = personData(document);
  const blocks = withoutRepetitions(blocksOf(card));
  const ogTitle = document.querySelector('meta[property="og:title"]')?.getAttribute("content");
  const titles = [pageTitle(document), ogTitle ? nameInTitle(ogTitle) : null, person.name].filter(
    (title) => title !== null,
  );
  const at = findName(blocks, {
    titles,
    labels: labelsIn(card),
    marked: (block) => block.element.classList.contains(NAME_CLASS),
    linked: (block) => slug !== null && publicIdOfLink(block.href ?? "") === slug,
  });
  const name = blocks[at];
  if (!name) return null;
  const after = blocks.slice(at + 1).filter((block) => block.text !== name.text);
  const location = locationOf(card, after, person);
  const company = visible(card, CURRENT_COMPANY)[0];
  return {
    layout: "guest",
    root: card,
    title: pageTitle(document),
    name: { text: name.text, source: "top card", sure: true },
    headline: headlineOf(after, location),
    companyName: (company && after.find((block) => company.contains(block.element))?.text) || null,
    location,
    experience: readSection(document),
    linkedIds: [],
    markedIds: () => ownIds(document),
    memberId: null,
  };
}
