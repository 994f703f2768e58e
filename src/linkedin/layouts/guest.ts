/** The logged-out profile, desktop and mobile. */
import { type Block, blocksIn, blocksOf, isHeading, visible, withoutRepetitions } from "../blocks.ts";
import { all, attribute, has, hasArrived, matches, one, sectionOf, textContentOf } from "../dom.ts";
import { NO_EXPERIENCE, readExperience } from "../experience/experience.ts";
import { publicIdsOf } from "../profile-url.ts";
import { agreed, cleanText, isMasked, unmasked } from "../text/text.ts";
import { type LayoutReading, NOTHING_FOUND } from "./layout-reading.ts";
import { findName, nameInTitle, pageTitle } from "./name-evidence.ts";

/** Every selector of this layout; the numbers are captures of 2024 to 2026. */
export const SELECTORS = {
  /** The page's kind: 4 of 4. */
  pageKey: "meta[name=pageKey][content^=public_profile]",
  /** The top card: 4 of 4. */
  topCard: ".top-card-layout",
  /** Name: 4 of 4. */
  name: ".top-card-layout__title",
  /** Headline: 3 of 4, the fourth has none. */
  headline: ".top-card-layout__headline",
  /** Location and contact opener: 4 of 4. */
  subheader: ".profile-info-subheader",
  /** The opener of contact info, after the location: 4 of 4. */
  contactOpener: "[data-modal*=contact-info],[data-tracking-control-name*=contact-info]",
  /** The current company: 4 of 4. */
  company: "[data-section=currentPositionsDetails]",
  /** Experience: 4 of 4. */
  experience: "section[data-section=experience]",
  /** Its list, where the section has lost its name. */
  experienceList: ".experience__list,.experience-item",
  /** The person's own addresses in the head: canonical 4 of 4, og:url 4 of 4, al:ios:url, al:android:url. */
  ownAddress: 'link[rel=canonical],meta[property$=":url"]',
  /** The title for other sites: 4 of 4. */
  ogTitle: 'meta[property="og:title"]',
  /** JSON-LD with a Person: 2 of 4. */
  jsonLd: 'script[type="application/ld+json"]',
} as const;

/** Each mark alone is enough, none proves a profile ("not found" has them too). */
export function hasGuestMarks(document: Document): boolean {
  return has(document, `${SELECTORS.pageKey},${SELECTORS.topCard}`);
}

function topCard(document: Document): Element | null {
  const [card] = visible(document, SELECTORS.topCard);
  return card ?? sectionOf(visible(document, "main h1,main [role=heading]")[0]);
}

function ownIds(document: Document): string[] {
  return publicIdsOf(
    all(document, SELECTORS.ownAddress).map(
      (element) => attribute(element, "href") || attribute(element, "content"),
    ),
  );
}

interface PersonData {
  name: string | null;
  location: string | null;
}

/** What is read of a JSON-LD object; any part can be of another type, or null. */
interface JsonLd {
  "@graph"?: unknown;
  "@type"?: unknown;
  name?: unknown;
  address?: { addressLocality?: unknown } | null;
}

function textOf(value: unknown): string | null {
  return typeof value === "string" && value.length < 300 && !isMasked(value) ? cleanText(value) : null;
}

function findPerson(entry: JsonLd | null): PersonData | undefined {
  const graph = entry?.["@graph"];
  if (Array.isArray(graph)) return graph.map(findPerson).find(Boolean);
  return entry?.["@type"] === "Person"
    ? { name: textOf(entry.name), location: textOf(entry.address?.addressLocality) }
    : undefined;
}

function personData(document: Document): PersonData {
  for (const script of all(document, SELECTORS.jsonLd)) {
    try {
      const person = findPerson(JSON.parse(textContentOf(script)));
      if (person) return person;
    } catch {
      // Broken JSON is as good as none.
    }
  }
  return { name: null, location: null };
}

/** The text before the contact-info opener, or the first of the subheader, or JSON-LD's; those present have to agree. */
function locationOf(card: Element, after: Block[], person: PersonData): string | null {
  const [opener] = blocksIn(visible(card, SELECTORS.contactOpener)[0], after);
  // The subheader holds location and contact opener; with more in it, which is which is not known.
  const [first, , ...more] = blocksIn(visible(card, SELECTORS.subheader)[0], after);
  return agreed(
    [
      opener && after[after.indexOf(opener) - 1]?.text,
      more.length === 0 ? first?.text : null,
      person.location,
    ].map(unmasked),
  );
}

/** By its class; without, the one heading between name and location. */
function headlineOf(after: Block[], location: string | null): string | null {
  const marked = after.find((block) => matches(block.element, SELECTORS.headline));
  const [next] = after.findIndex((block) => block.text === location) === 1 ? after : [];
  return unmasked((marked ?? (isHeading(next) ? next : null))?.text);
}

/** The visible profile, or null where no top card with a name is found. */
export function readGuest(document: Document, slug: string | null): LayoutReading | null {
  const card = topCard(document);
  if (!card || !hasArrived(document, card)) return null;
  const person = personData(document);
  const blocks = withoutRepetitions(blocksOf(card));
  const ogTitle = attribute(one(document, SELECTORS.ogTitle), "content");
  const at = findName(
    blocks,
    card,
    slug,
    [pageTitle(document), nameInTitle(ogTitle), person.name ?? ""],
    (block) => matches(block.element, SELECTORS.name),
  );
  const name = blocks[at]?.text;
  if (!name) return null;
  const after = blocks.slice(at + 1).filter((block) => block.text !== name);
  const location = locationOf(card, after, person);
  const company = blocksIn(visible(card, SELECTORS.company)[0], after)[0]?.text ?? null;
  const section =
    visible(document, SELECTORS.experience)[0] ?? sectionOf(visible(document, SELECTORS.experienceList)[0]);
  return {
    ...NOTHING_FOUND,
    layout: "guest",
    name,
    headline: headlineOf(after, location),
    companyName: company,
    location,
    experience: section
      ? readExperience(section, hasArrived(document, section), company ? [company] : [])
      : NO_EXPERIENCE,
    readMarkedIds: () => ownIds(document),
  };
}
