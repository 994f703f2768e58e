/** The logged-in profile of 2026: server-driven UI with hashed classes. Facts counted on 14 captures, 2026-01 to 2026-08. */
import { type Block, blocksOf, visible, withoutRepetitions } from "../blocks.ts";
import { type ExperienceReading, NO_EXPERIENCE, readDateLine, readExperience } from "../experience.ts";
import { isMemberId, normalizePublicId, publicIdOfLink } from "../profile-url.ts";
import { comparable } from "../text.ts";
import { findName, labelsIn, pageTitle } from "./name-evidence.ts";
import type { Sighting } from "./sighting.ts";

/** The page's scroller; one in 14 of 14. */
const MAIN = "main";
/** The top card's section, 13 of 14 (keys scrubbed in one). */
const TOP_CARD = '[componentkey$="Topcard"]';
/** Experience, where it is in the page: 3 of 3. */
const EXPERIENCE =
  '[componentkey$="ExperienceTopLevelSection"],[componentkey^="profile_experience_top_anchor"]';
/** Roles at employers: a link to the employer's page or its placeholder image; schools have their own (3 of 3). */
const COMPANY_MARK = 'a[href*="/company/"],svg[id^="company-accent"]';
/** Marks of this UI on any page, profile or not: 14 of 14. */
const SDUI_MARKS = "[data-sdui-screen],[data-sdui-component],main#workspace,[componentkey]";
/** "Open contact info", the link after the location; its target may be `#` (1 of 14). */
const CONTACT_LINK = "/overlay/contact-info";
/** Keys that carry the slug, beside the top card: 13 of 14. Prefix or suffix, never "contains": slugs contain each other. */
const SLUG_KEY =
  /^(?:profileCardsAboveActivity|ProfileVerificationTriggerRef-|ProfilePostConnectDrawer_|profile_experience_top_anchor_)(.+)$|^com\.linkedin\.sdui\.profile\.card\.ref(.+)Activity$/;
/** The member id inside a card's key: 13 of 14. */
const MEMBER_KEY = /card\.ref(AC[ow]A[A-Za-z0-9_-]{35})[A-Z]/;

/** The `<p>` between location and contact link holds only this: 14 of 14, any language. */
const SEPARATOR = "·";

export function hasSduiMarks(document: Document): boolean {
  return document.querySelector(SDUI_MARKS) !== null;
}

/** Places where the top card can be, best evidence first: its key, then each section around a separator. */
function* topCards(main: Element): Generator<Element> {
  const seen = new Set<Element>();
  for (const keyed of visible(main, TOP_CARD)) {
    seen.add(keyed);
    yield keyed;
  }
  for (const separator of blocksOf(main).filter((block) => block.text === SEPARATOR)) {
    const card = aroundHeading(separator.element, main);
    if (card && !seen.has(card)) {
      seen.add(card);
      yield card;
    }
  }
}

/** The section around the separator, or else the smallest element that also holds a heading. */
function aroundHeading(element: Element, main: Element): Element | null {
  for (let at = element.parentElement; at && at !== main; at = at.parentElement) {
    if (at.localName === "section" && at.querySelector("h1,h2,h3,[role=heading]")) return at;
  }
  for (let at = element.parentElement; at && at !== main; at = at.parentElement) {
    if (at.querySelector("h1,h2,h3,[role=heading]") && at.querySelector("a,button,[role=button]")) return at;
  }
  return null;
}

function keysOf(element: Element): string[] {
  return [element.getAttribute("componentkey"), element.getAttribute("id")].filter((key) => key !== null);
}

/** Public ids named by the keys of the cards around the top card. */
function markedIds(main: Element): string[] {
  const ids = new Set<string>();
  for (const element of visible(main, "[componentkey],[id]"))
    for (const key of keysOf(element)) {
      const match = SLUG_KEY.exec(key);
      const id = match && normalizePublicId(match[1] ?? match[2] ?? "");
      if (id && !isMemberId(id)) ids.add(id);
    }
  return [...ids];
}

/** The member id of the card whose key is on `element`, around it or (first found) in it. */
function memberIdOf(element: Element): string | null {
  const around =
    element.closest('[componentkey*="card.ref"]') ?? element.querySelector('[componentkey*="card.ref"]');
  return MEMBER_KEY.exec(around?.getAttribute("componentkey") ?? "")?.[1] ?? null;
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
  const marked = new Set(below.filter((block) => block.accent === "company").map((block) => block.text));
  if (marked.size > 1) return null;
  const [company] = marked;
  if (company) return line === null || lineNames(line, company) ? company : null;
  // No svgs: only a line that two different rows make up, in that order, says which is which. A lone line is often a school.
  if (line === null || below.some((block) => block.accent === "school" && block.text === line)) return null;
  const rows = [...new Set(below.map((block) => block.text).filter((text) => lineNames(line, text)))];
  const [first, second] = rows;
  return rows.length === 2 && line === `${first} · ${second}` ? (first ?? null) : null;
}

function lineNames(line: string, name: string): boolean {
  return line === name || line.startsWith(`${name} · `) || line.endsWith(` · ${name}`);
}

/** The separator, or, where no location is shown and so no separator, the contact link itself. */
function endOfLines(blocks: Block[]): number {
  const separator = blocks.findIndex((block) => block.text === SEPARATOR);
  return separator >= 0 ? separator : blocks.findIndex((block) => block.href?.includes(CONTACT_LINK));
}

/** The lines of a top card, from the texts after the name. */
function readTopCardLines(after: Block[], name: string, isHeadline: (text: string) => boolean): TopCardLines {
  const end = endOfLines(after);
  const below = after.slice(end + 1);
  const rows = below.map((block) => block.text);
  const isCompanyLine = (text: string) => rows.some((row) => lineNames(text, row));
  const texts = linesOf(after.slice(0, Math.max(end, 0)), name);
  // The line before the separator is the location, unless it is another known one: not everybody shows a location.
  const last = texts.at(-1);
  const located = after[end]?.text === SEPARATOR && texts.length > 1;
  const location = last !== undefined && located && !isCompanyLine(last) && !isHeadline(last) ? last : null;
  const lines = location === null ? texts : texts.slice(0, -1);
  const companyAt = lines.findLastIndex(isCompanyLine);
  const rest = companyAt < 0 ? lines : lines.slice(0, companyAt);
  return {
    headline: headlineOf(rest, isHeadline),
    companyName: companyOf(lines[companyAt] ?? null, below),
    location,
  };
}

/** Headline, company line, location: what stands between the degree and the separator, each once. */
function linesOf(blocks: Block[], name: string): string[] {
  const texts = blocks.map((block) => block.text).filter((text) => text !== name);
  const lastDegree = texts.findLastIndex(isDegree);
  return [...new Set(texts.slice(lastDegree + 1).filter((text) => !isPronouns(text)))];
}

/** One candidate, or the one that also follows the name elsewhere on the page. */
function headlineOf(candidates: string[], isHeadline: (text: string) => boolean): string | null {
  if (candidates.length === 1) return candidates[0] ?? null;
  const [only, ...others] = candidates.filter(isHeadline);
  return only !== undefined && others.length === 0 ? only : null;
}

/** Texts that follow the name elsewhere (sticky header, bylines of posts): the headline is among them. */
function textsAfterName(all: Block[], name: string, card: Element): Set<string> {
  const found = new Set<string>();
  all.forEach((block, index) => {
    if (block.text !== name || card.contains(block.element)) return;
    for (const next of all.slice(index + 1, index + 5)) found.add(comparable(next.text));
  });
  return found;
}

function readSection(main: Element, card: Element, all: () => Block[]): ExperienceReading {
  const keyed = visible(main, EXPERIENCE)[0];
  const section = keyed && (keyed.closest("section") ?? keyed);
  if (keyed && section && section !== main && !section.contains(card)) {
    const [mine, theirs] = [memberIdOf(card), memberIdOf(section)];
    if (mine && theirs && mine !== theirs) return NO_EXPERIENCE;
    return readExperience(section, blocksOf(section), true);
  }
  return unmarkedExperience(main, card, all());
}

/** Without its key Experience looks like volunteering: such sections may confirm the top card, no more. */
function unmarkedExperience(main: Element, card: Element, all: Block[]): ExperienceReading {
  const dated = all.filter(({ text, element }) => readDateLine(text) !== null && main.contains(element));
  const sections = new Set(
    dated.map(({ element }) => element.closest("section")).filter((section) => section !== null),
  );
  const readings = [...sections]
    .filter((section) => !section.contains(card) && !card.contains(section))
    .filter((section) => section.querySelector(COMPANY_MARK) !== null)
    .map((section) => readExperience(section, blocksOf(section), false));
  if (readings.length === 0) return NO_EXPERIENCE;
  return { state: "unclear", current: readings.flatMap((reading) => reading.current) };
}

/** The visible profile, or null where no top card with a name is found. `slug` is the URL's, to weigh links by. */
export function seeSdui(document: Document, slug: string | null): Sighting | null {
  const [main] = visible(document, MAIN);
  if (!main) return null;
  const title = pageTitle(document);
  let everything: Block[] | undefined;
  const all = () => {
    everything ??= blocksOf(document.body);
    return everything;
  };
  for (const card of topCards(main)) {
    const blocks = withoutRepetitions(blocksOf(card));
    const end = endOfLines(blocks);
    if (end < 1) continue;
    const at = findName(blocks.slice(0, end), {
      titles: title ? [title] : [],
      labels: labelsIn(card),
      marked: (block) => isDegree(blocks[blocks.indexOf(block) + 1]?.text ?? ""),
      linked: (block) => slug !== null && publicIdOfLink(block.href ?? "") === slug,
    });
    const name = blocks[at];
    if (!name) continue;
    const links = visible(card, "a[href]").map((link) => link.getAttribute("href") ?? "");
    let others: Set<string> | undefined;
    const followsName = (text: string) => {
      others ??= textsAfterName(all(), name.text, card);
      return others.has(comparable(text));
    };
    return {
      layout: "sdui",
      root: card,
      title,
      name: { text: name.text, source: "top card", sure: true },
      ...readTopCardLines(blocks.slice(at + 1), name.text, followsName),
      experience: readSection(main, card, all),
      linkedIds: ownerFirst(links),
      markedIds: () => markedIds(main),
      memberId: memberIdOf(card),
    };
  }
  return null;
}

/** Overlay links are always the owner's own; other links to people may be promotions. */
function ownerFirst(links: string[]): string[] {
  const overlay = links.filter((href) => href.includes(CONTACT_LINK));
  return [...overlay, ...links].map(publicIdOfLink).filter((id) => id !== null);
}
