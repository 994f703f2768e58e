/** The logged-in profile of 2026: server-driven UI with hashed classes. */
import {
  type Block,
  blocksOf,
  blocksWith,
  hrefOf,
  isVisible,
  textsOf,
  visible,
  withoutRepetitions,
} from "../blocks.ts";
import {
  all,
  attribute,
  bodyOf,
  closest,
  contains,
  has,
  hasArrived,
  matches,
  one,
  parentOf,
  sectionOf,
  tagOf,
  textContentOf,
} from "../dom.ts";
import type { Experience } from "../evidence.ts";
import { NO_EXPERIENCE, readExperience, readUnmarked } from "../experience/experience.ts";
import { isMemberId, normalizePublicId } from "../profile-url.ts";
import type { MissingReason } from "../reading.ts";
import { readDateLine } from "../text/date-line.ts";
import { agreed, comparable, unique } from "../text/text.ts";
import { CONTACT_LINK, type LayoutReading, linkedIds, NOTHING_FOUND } from "./layout-reading.ts";
import { findName, pageTitle } from "./name-evidence.ts";

/** Every selector of this layout; the numbers are captures of January to August 2026. */
export const SELECTORS = {
  /** Marks of this UI on any page, profile or not: 14 of 14. */
  ui: "[data-sdui-screen],[data-sdui-component],main#workspace,[componentkey]",
  /** The top card's section: 13 of 14, keys scrubbed in one. */
  topCard: "[componentkey$=Topcard]",
  /** Cards whose key can hold the member id: 13 of 14. */
  card: '[componentkey*="card.ref"]',
  /** Experience: 3 of the 3 that have it in the page. */
  experience: "[componentkey$=ExperienceTopLevelSection]:not([componentkey*=Volunteer])",
  /** The anchor in it: 3 of 3. */
  experienceAnchor: "[componentkey^=profile_experience_top_anchor]",
  /** A role, or a group of roles: 3 of 3, and nowhere on the 11 others. */
  role: "[componentkey^=entity-collection-item]",
  /** What LinkedIn fills when it is scrolled into view; by key or, in templates, by id: 13 of 14. */
  deferred:
    "[componentkey^=profileCardsExperienceOnly],[componentkey^=profileCardsBelowActivityPart],[id^=profileCardsExperienceOnly],[id^=profileCardsBelowActivityPart]",
  /** A card that LinkedIn sends together with Experience: 3 of 3. */
  education: "[componentkey$=EducationTopLevelSection]",
  /** An employer's page or placeholder image, where the keys are gone; schools have their own: 3 of 3. */
  employer: 'a[href*="/company/"],svg[id^=company-accent]',
} as const;

/** Keys that carry the slug, beside the top card: 13 of 14. Prefix or suffix, never "contains": slugs contain each other. */
const SLUG_KEY =
  /^(?:profileCardsAboveActivity|ProfileVerificationTriggerRef-|ProfilePostConnectDrawer_|profile_experience_top_anchor_)(.+)$|^com\.linkedin\.sdui\.profile\.card\.ref(.+)Activity$/;
/** The member id inside a card's key: 13 of 14. */
const MEMBER_KEY = /card\.ref(AC[ow]A[\w-]{35})[A-Z]/;

/** The `<p>` between location and contact link holds only this: 14 of 14, any language. */
const SEPARATOR = "·";

export function hasSduiMarks(document: Document): boolean {
  return has(document, SELECTORS.ui);
}

/** More separators than a page has sections: a page must not choose how long the search takes. */
const MOST_TRIES = 40;

/** Places where the top card can be, best evidence first: its key, then each section around a separator. */
function* topCards(main: Element): Generator<Element> {
  yield* visible(main, SELECTORS.topCard);
  const tried = new Set<Element>();
  let tries = 0;
  for (const { element } of blocksWith(main, /^\W*·\W*$/, (text) => text === SEPARATOR)) {
    if (++tries > MOST_TRIES) return;
    const card = aroundHeading(element, main);
    if (!card || tried.has(card)) continue;
    tried.add(card);
    yield card;
  }
}

/** The section around the separator, or else the smallest element that also holds a heading and something to press. */
function aroundHeading(element: Element, main: Element): Element | null {
  let smallest: Element | null = null;
  let at = parentOf(element);
  for (let depth = 0; at && at !== main && depth < MOST_TRIES; depth++, at = parentOf(at)) {
    if (!one(at, "h1,h2,h3,[role=heading]")) continue;
    if (tagOf(at) === "section") return at;
    if (one(at, "a,button,[role=button]")) smallest ??= at;
  }
  return smallest;
}

/** Public ids named by the keys of the cards around the top card. */
function readMarkedIds(main: Element): string[] {
  const ids = all(main, "[componentkey],[id]").flatMap((element) =>
    [attribute(element, "componentkey"), attribute(element, "id")].flatMap((key) => {
      const [, beside, between] = SLUG_KEY.exec(key) ?? [];
      const id = normalizePublicId(beside ?? between ?? "");
      return id && !isMemberId(id) && isVisible(element) ? id : [];
    }),
  );
  return unique(ids);
}

/** The member id of the card whose key is on `element`, around it or (first found) in it. */
function memberIdOf(element: Element): string | null {
  const keyed = closest(element, SELECTORS.card) ?? one(element, SELECTORS.card);
  return MEMBER_KEY.exec(attribute(keyed, "componentkey"))?.[1] ?? null;
}

interface TopCardLines {
  headline: string | null;
  companyName: string | null;
  location: string | null;
}

/** "· 2nd", "· 1.": the degree of connection; more than one can be there. */
function isDegree(text: string): boolean {
  return /^[·•]\s*\S/.test(text) && text.length <= 16;
}

/** "She/Her", "(er/ihm)". */
function isPronouns(text: string): boolean {
  return /^\(?\p{L}+(?:\s?\/\s?\p{L}+)+\)?$/u.test(text) && text.length <= 24;
}

/** Company and school stand in one line above the location ("A · B"), and again in rows below it. */
function companyOf(line: string | null, below: Block[]): string | null {
  const rows = below.filter((block) => line === null || lineNames(line, block.text));
  const marked = rows.filter((block) => block.accent === "company");
  if (marked.length > 0) return agreed(textsOf(marked));
  // No svgs: only a line that two different rows make up, in that order, says which is which. A lone line is often a school.
  const [first, second, ...more] = unique(textsOf(rows));
  return first && more.length === 0 && line === `${first} · ${second}` ? first : null;
}

function lineNames(line: string, name: string): boolean {
  return line === name || line.startsWith(`${name} · `) || line.endsWith(` · ${name}`);
}

/** The separator, or, where no location is shown and so no separator, the contact link itself; its target may be `#` (1 of 14). */
function endOfLines(blocks: Block[]): number {
  const separator = textsOf(blocks).indexOf(SEPARATOR);
  return separator >= 0 ? separator : blocks.findIndex((block) => hrefOf(block).includes(CONTACT_LINK));
}

/** The lines of a top card, from the texts after the name. */
function readTopCardLines(after: Block[], name: string, isHeadline: (text: string) => boolean): TopCardLines {
  const end = endOfLines(after);
  const below = after.slice(end + 1);
  const rows = textsOf(below);
  const isCompanyLine = (text = "") => rows.some((row) => lineNames(text, row));
  const texts = linesOf(after.slice(0, Math.max(end, 0)), name);
  // The line before the separator is the location, unless it is another known one: not everybody shows a location.
  const [beforeLast, last] = texts.slice(-2);
  const located = last !== undefined && after[end]?.text === SEPARATOR && !isCompanyLine(last);
  // The headline stands before company and school.
  const location = located && (isCompanyLine(beforeLast) || !isHeadline(last)) ? last : null;
  const lines = location ? texts.slice(0, -1) : texts;
  const companyAt = lines.findLastIndex(isCompanyLine);
  return {
    headline: headlineOf(companyAt < 0 ? lines : lines.slice(0, companyAt), isHeadline),
    companyName: companyOf(lines[companyAt] ?? null, below),
    location,
  };
}

/** Headline, company line, location: what stands between the degree and the separator, each once. */
function linesOf(blocks: Block[], name: string): string[] {
  const texts = textsOf(blocks).filter((text) => text !== name);
  const lastDegree = texts.findLastIndex(isDegree);
  // Pronouns stand before the degree: after it, "Founder/CEO" is a headline. One's own page shows no degree.
  return unique(lastDegree < 0 ? texts.filter((text) => !isPronouns(text)) : texts.slice(lastDegree + 1));
}

/** One candidate, or the one that also follows the name elsewhere on the page. */
function headlineOf(candidates: string[], isHeadline: (text: string) => boolean): string | null {
  return agreed(candidates) ?? agreed(candidates.filter(isHeadline));
}

/** Texts that follow the name elsewhere (sticky header, bylines of posts): the headline is among them. */
function textsAfterName(all: Block[], name: string, card: Element): string[] {
  const following = all.flatMap(({ text, element }, index) =>
    text === name && !contains(card, element) ? textsOf(all.slice(index + 1, index + 5)) : [],
  );
  return following.map(comparable);
}

/** Experience as the page has it, or why it has none. */
function readSection(document: Document, main: Element, card: Element, company: string | null): Experience {
  const employers = company ? [company] : [];
  const keyed = visible(main, SELECTORS.experience)[0] ?? visible(main, SELECTORS.experienceAnchor)[0];
  const section = sectionOf(keyed) ?? keyed;
  const absent = { ...NO_EXPERIENCE, whyAbsent: whyAbsent(document, main, keyed) };
  if (section && section !== main && !contains(section, card)) {
    const [mine, theirs] = [memberIdOf(card), memberIdOf(section)];
    if (mine && theirs && mine !== theirs) return NO_EXPERIENCE;
    const reading = readExperience(section, hasArrived(document, section), employers);
    return reading.state === "absent" ? absent : reading;
  }
  // Where the cards have their keys, and no role has one, it is not there yet (11 of 14).
  if (matches(card, SELECTORS.topCard) && !one(main, SELECTORS.role)) return absent;
  const dated = blocksWith(main, /\p{Nd}{4}/u, readDateLine);
  const sections = [...dated].flatMap((block) => sectionOf(block.element) ?? []);
  const reading = readUnmarked(unique(sections), card, SELECTORS.employer, employers);
  return reading.state === "absent" ? absent : reading;
}

/** Its own place empty beside a card that came with it: the profile has none. Else an empty place that waits: not loaded. */
function whyAbsent(document: Document, main: Element, keyed: Element | undefined): MissingReason {
  const hasText = (element: Element) => /\p{L}/u.test(textContentOf(element));
  if (visible(main, SELECTORS.education).some(hasText)) return "no_role";
  const deferred = all(main, SELECTORS.deferred);
  const isWaiting = keyed !== undefined || deferred.some((place) => !hasText(place));
  if (isWaiting || !hasArrived(document, main)) return "not_loaded";
  return deferred.length > 0 ? "no_role" : "not_shown";
}

/** The visible profile, or null where no top card with a name is found. `slug` is the URL's, to weigh links by. */
export function readSdui(document: Document, slug: string | null): LayoutReading | null {
  // The page's scroller; one in 14 of 14.
  const [main] = visible(document, "main");
  if (!main) return null;
  for (const card of topCards(main)) {
    if (!hasArrived(document, card)) continue;
    const blocks = withoutRepetitions(blocksOf(card));
    const end = endOfLines(blocks);
    if (end < 1) continue;
    const at = findName(blocks.slice(0, end), card, slug, [pageTitle(document)], (block) =>
      isDegree(blocks[blocks.indexOf(block) + 1]?.text ?? ""),
    );
    const name = blocks[at]?.text;
    if (!name) continue;
    let others: Set<string> | undefined;
    const followsName = (text: string) => {
      others ??= new Set(textsAfterName(blocksOf(bodyOf(document)), name, card));
      return others.has(comparable(text));
    };
    const lines = readTopCardLines(blocks.slice(at + 1), name, followsName);
    return {
      ...NOTHING_FOUND,
      name,
      ...lines,
      experience: readSection(document, main, card, lines.companyName),
      linkedIds: linkedIds(card, CONTACT_LINK),
      readMarkedIds: () => readMarkedIds(main),
      memberId: memberIdOf(card),
    };
  }
  return null;
}
