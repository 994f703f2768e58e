/** The logged-out profile, desktop and mobile; facts counted on captures of 2024 to 2026. */
import {
  all,
  attribute,
  type Block,
  blocksIn,
  blocksOf,
  has,
  isHeading,
  sectionOf,
  visible,
  withoutRepetitions,
} from "../blocks.ts";
import { NO_EXPERIENCE, readExperience } from "../experience.ts";
import { publicIdsOf } from "../profile-url.ts";
import { agreed, cleanText, isMasked, unmasked } from "../text.ts";
import { findName, nameInTitle, pageTitle } from "./name-evidence.ts";
import { NOTHING_SEEN, type Sighting } from "./sighting.ts";

/** 4 of 4. */
const TOP_CARD = ".top-card-layout";
const NAME = ".top-card-layout__title";

/** Each mark alone is enough, none proves a profile ("not found" has them too). */
export function hasGuestMarks(document: Document): boolean {
  return has(document, "meta[name=pageKey][content^=public_profile],.top-card-layout");
}

function topCard(document: Document): Element | null {
  const [card] = visible(document, TOP_CARD);
  return card ?? sectionOf(visible(document, "main h1,main [role=heading]")[0]);
}

/** The person's own addresses in the head: canonical 4 of 4, og:url 4 of 4, al:ios:url, al:android:url. */
function ownIds(document: Document): string[] {
  return publicIdsOf(
    all(document, 'link[rel=canonical],meta[property$=":url"]').map(
      (element) => element.getAttribute("href") ?? attribute(element, "content"),
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

/** JSON-LD Person, when present (2 of 4). */
function personData(document: Document): PersonData {
  for (const script of all(document, 'script[type="application/ld+json"]')) {
    try {
      const person = findPerson(JSON.parse(script.textContent));
      if (person) return person;
    } catch {
      // Broken JSON is as good as none.
    }
  }
  return { name: null, location: null };
}

/** The text before the contact-info opener, or the first of the subheader, or JSON-LD's; those present have to agree. */
function locationOf(card: Element, after: Block[], person: PersonData): string | null {
  // The modal opener after the location: 4 of 4.
  const [opener] = blocksIn(
    visible(card, "[data-modal*=contact-info],[data-tracking-control-name*=contact-info]")[0],
    after,
  );
  // The subheader holds location and contact opener; with more in it, which is which is not known.
  const [first, , ...more] = blocksIn(visible(card, ".profile-info-subheader")[0], after);
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
  const marked = after.find((block) => block.element.matches(".top-card-layout__headline"));
  const [next] = after.findIndex((block) => block.text === location) === 1 ? after : [];
  return unmasked((marked ?? (isHeading(next) ? next : null))?.text);
}

/** The visible profile, or null where no top card with a name is found. */
export function seeGuest(document: Document, slug: string | null): Sighting | null {
  const card = topCard(document);
  if (!card) return null;
  const person = personData(document);
  const blocks = withoutRepetitions(blocksOf(card));
  const ogTitle = attribute(document.querySelector('meta[property="og:title"]'), "content");
  const at = findName(
    blocks,
    card,
    slug,
    [pageTitle(document), nameInTitle(ogTitle), person.name ?? ""],
    (block) => block.element.matches(NAME),
  );
  const name = blocks[at]?.text;
  if (!name) return null;
  const after = blocks.slice(at + 1).filter((block) => block.text !== name);
  const location = locationOf(card, after, person);
  const section =
    visible(document, "section[data-section=experience]")[0] ??
    sectionOf(visible(document, ".experience__list,.experience-item")[0]);
  return {
    ...NOTHING_SEEN,
    layout: "guest",
    name,
    headline: headlineOf(after, location),
    companyName: blocksIn(visible(card, "[data-section=currentPositionsDetails]")[0], after)[0]?.text ?? null,
    location,
    experience: section ? readExperience(section, true) : NO_EXPERIENCE,
    markedIds: () => ownIds(document),
  };
}
