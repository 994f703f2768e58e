/** The logged-in profile of 2026: server-driven UI with hashed classes. Facts counted on 14 captures, 2026-01 to 2026-08. */
import {
  all,
  attribute,
  type Block,
  blocksOf,
  blocksWith,
  has,
  hrefOf,
  isVisible,
  sectionOf,
  textsOf,
  visible,
  withoutRepetitions,
} from "../blocks.ts";
import {
  type ExperienceReading,
  NO_EXPERIENCE,
  readDateLine,
  readExperience,
  readUnmarked,
} from "../experience.ts";
import { isMemberId, normalizePublicId } from "../profile-url.ts";
import { agreed, comparable, unique } from "../text.ts";
import { findName, pageTitle } from "./name-evidence.ts";
import { CONTACT_LINK, linkedIds, NOTHING_SEEN, type Sighting } from "./sighting.ts";

/** The top card's section, 13 of 14 (keys scrubbed in one). */
const TOP_CARD = "[componentkey$=Topcard]";
/** Keys that carry the slug, beside the top card: 13 of 14. Prefix or suffix, never "contains": slugs contain each other. */
const SLUG_KEY =
  /^(?:profileCardsAboveActivity|ProfileVerificationTriggerRef-|ProfilePostConnectDrawer_|profile_experience_top_anchor_)(.+)$|^com\.linkedin\.sdui\.profile\.card\.ref(.+)Activity$/;
/** The member id inside a card's key: 13 of 14. */
const CARD_KEY = '[componentkey*="card.ref"]';
const MEMBER_KEY = /card\.ref(AC[ow]A[\w-]{35})[A-Z]/;

/** The `<p>` between location and contact link holds only this: 14 of 14, any language. */
const SEPARATOR = "·";

/** Marks of this UI on any page, profile or not: 14 of 14. */
export function hasSduiMarks(document: Document): boolean {
  return has(document, "[data-sdui-screen],[data-sdui-component],main#workspace,[componentkey]");
}

/** Places where the top card can be, best evidence first: its key, then each section around a separator. */
function* topCards(main: Element): Generator<Element> {
  yield* visible(main, TOP_CARD);
  const tried = new Set<Element>();
  for (const { element } of blocksWith(main, /^\W*·\W*$/, (text) => text === SEPARATOR)) {
    const card = aroundHeading(element, main);
    if (!card || tried.has(card)) continue;
    tried.add(card);
    yield card;
  }
}

/** The section around the separator, or else the smallest element that also holds a heading and something to press. */
function aroundHeading(element: Element, main: Element): Element | null {
  let smallest: Element | null = null;
  for (let at = element.parentElement; at && at !== main; at = at.parentElement) {
    if (!at.querySelector("h1,h2,h3,[role=heading]")) continue;
    if (at.localName === "section") return at;
    if (at.querySelector("a,button,[role=button]")) smallest ??= at;
  }
  return smallest;
}

/** Public ids named by the keys of the cards around the top card. */
function markedIds(main: Element): string[] {
  const ids = all(main, "[componentkey],[id]").flatMap((element) =>
    [attribute(element, "componentkey"), element.id].flatMap((key) => {
      const [, beside, between] = SLUG_KEY.exec(key) ?? [];
      const id = normalizePublicId(beside ?? between ?? "");
      return id && !isMemberId(id) && isVisible(element) ? id : [];
    }),
  );
  return unique(ids);
}

/** The member id of the card whose key is on `element`, around it or (first found) in it. */
function memberIdOf(element: Element): string | null {
  const keyed = element.closest(CARD_KEY) ?? element.querySelector(CARD_KEY);
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
    text === name && !card.contains(element) ? textsOf(all.slice(index + 1, index + 5)) : [],
  );
  return following.map(comparable);
}

function readSection(main: Element, card: Element): ExperienceReading {
  // Where Experience is in the page: 3 of 3.
  const keyed =
    visible(main, "[componentkey$=ExperienceTopLevelSection]:not([componentkey*=Volunteer])")[0] ??
    visible(main, "[componentkey^=profile_experience_top_anchor]")[0];
  const section = sectionOf(keyed) ?? keyed;
  if (section && section !== main && !section.contains(card)) {
    const [mine, theirs] = [memberIdOf(card), memberIdOf(section)];
    return mine && theirs && mine !== theirs ? NO_EXPERIENCE : readExperience(section, true);
  }
  // Where the cards have their keys, and no role has one (3 of 3, and nowhere else), it is not there yet (11 of 14).
  if (card.matches(TOP_CARD) && !main.querySelector("[componentkey^=entity-collection-item]"))
    return NO_EXPERIENCE;
  const dated = blocksWith(main, /\p{Nd}{4}/u, readDateLine);
  const sections = [...dated].flatMap((block) => sectionOf(block.element) ?? []);
  // Roles at employers: a link to the employer's page or its placeholder image; schools have their own (3 of 3).
  return readUnmarked(unique(sections), card, 'a[href*="/company/"],svg[id^=company-accent]');
}

/** The visible profile, or null where no top card with a name is found. `slug` is the URL's, to weigh links by. */
export function seeSdui(document: Document, slug: string | null): Sighting | null {
  // The page's scroller; one in 14 of 14.
  const [main] = visible(document, "main");
  if (!main) return null;
  for (const card of topCards(main)) {
    const blocks = withoutRepetitions(blocksOf(card));
    const end = endOfLines(blocks);
    if (end < 1) continue;
    const at = findName(blocks.slice(0, end), card, slug, [pageTitle(document)], (block) =>
      isDegree(blocks[blocks.indexOf(block) + 1]?.text ?? ""),
    );
    const name = blocks[at]?.text;
    if (!name) continue;
    let others: string[] | undefined;
    const followsName = (text: string) => {
      others ??= textsAfterName(blocksOf(document.body), name, card);
      return others.includes(comparable(text));
    };
    return {
      ...NOTHING_SEEN,
      name,
      ...readTopCardLines(blocks.slice(at + 1), name, followsName),
      experience: readSection(main, card),
      linkedIds: linkedIds(card, CONTACT_LINK),
      markedIds: () => markedIds(main),
      memberId: memberIdOf(card),
    };
  }
  return null;
}
