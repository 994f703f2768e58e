/** Lists of people: search (classic and new), connections, and the searches of Recruiter and Sales Navigator. */
import { blocksOf, isVisible, markedText, textsOf, visible } from "../blocks.ts";
import {
  all,
  attribute,
  closest,
  contains,
  one,
  parentOf,
  precedes,
  property,
  textContentOf,
} from "../dom.ts";
import { canonicalUrl, isLinkedIn, isMemberId, publicIdOfLink } from "../profile-url.ts";
import { splitCurrentLine, splitRole, type TitleAndCompany } from "../text/current-line.ts";
import { readDateLine } from "../text/date-line.ts";
import { cleanName } from "../text/name.ts";
import { cleanText, unique, unmasked } from "../text/text.ts";
import { visibleInteropFrame } from "./interop.ts";

/**
 * Why a row has no address. `no_link`: it shows none (Sales Navigator; people outside the network). `member_id_only`: its link has a member
 * id, which is no identity. `not_sure`: the link can be somebody else's, such as a mutual connection's.
 */
type RowReason = "no_link" | "member_id_only" | "not_sure";

/** A row as the page shows it; every field is a guess until the person's own profile is read. */
export interface PersonRow {
  /** As shown; null for "LinkedIn Member". */
  name: string | null;
  headline: string | null;
  location: string | null;
  /** Only where the row says so: "Current: TITLE at COMPANY". */
  currentTitle: string | null;
  currentCompany: string | null;
  /** The person's own, canonical; never a mutual connection's. */
  linkedinUrl: string | null;
  why: RowReason | null;
}

/** Every selector of these lists; the numbers are rows of captures of 2023 to May 2026. */
export const SELECTORS = {
  /** A row of the classic search: 70 of 70. */
  classicRow: "[data-chameleon-result-urn]",
  /** Its headline: 70 of 70. */
  classicHeadline: ".t-14.t-black.t-normal",
  /** Its location, the next after the headline: 70 of 70. */
  classicLocation: ".t-14.t-normal:not(.t-black):not(.t-black--light)",
  /** A row of the new search: 20 of 20. */
  newRow: "[data-sdui-screen$=SearchResultsPeople] [role=listitem]",
  /** The list of connections: 10 of 10. */
  connections: "[data-view-name=connections-list]",
  /** The person's own link in it: 10 of 10. */
  connection: "a[data-view-name=connections-profile]",
  /** A row of a Recruiter search: 1 of 1. */
  recruiterRow: "[data-test-profile-list-view-list-row]",
  recruiterName: "[data-test-row-lockup-full-name]",
  recruiterHeadline: "[data-test-row-lockup-headline]",
  recruiterLocation: "[data-test-row-lockup-location]",
  /** Its first role, "TITLE at COMPANY", with the dates beside it: 1 of 1. */
  recruiterRole: "[data-test-history-group] [data-test-description-description]",
  recruiterDates: "[data-test-description-entry-date-duration]",
  /** A row of a Sales Navigator search; known from others' parsers. There `title` is the title, and `job-title` the time in the role. */
  leadRow: "[data-x-search-result=LEAD]",
  leadName: "[data-anonymize=person-name]",
  leadTitle: "[data-anonymize=title]",
  leadCompany: "[data-anonymize=company-name]",
  leadLocation: "[data-anonymize=location]",
} as const;

/** A page of a search has 10 to 25; a page must not choose how long reading takes. */
const MOST_ROWS = 300;

type ReadRow = (row: Element) => PersonRow;

const LISTS: { rows: (document: Document) => Element[]; read: ReadRow }[] = [
  { rows: rowsBy(SELECTORS.classicRow), read: readClassicRow },
  { rows: rowsBy(SELECTORS.newRow), read: readNewRow },
  { rows: connectionRows, read: readConnection },
  { rows: rowsBy(SELECTORS.recruiterRow), read: readRecruiterRow },
  { rows: rowsBy(SELECTORS.leadRow), read: readLeadRow },
];

/**
 * The people in the list that the page shows, in page order, each once; only those who have been scrolled into the document. Empty where
 * there is no list. Never throws.
 */
export function readPeopleList(document: Document, url: string): PersonRow[] {
  try {
    if (!isLinkedIn(url)) return [];
    const page = shownDocument(document);
    const found = LISTS.map(({ rows, read }) => ({ elements: rows(page).slice(0, MOST_ROWS), read }));
    const list = found.find(({ elements }) => elements.length > 0);
    return withoutDoubles(
      (list?.elements ?? []).map((row) => list?.read(row)).filter((row) => row !== undefined),
    );
  } catch {
    // A page nobody foresaw has no list that can be proved.
    return [];
  }
}

/** The classic list can stand in the new shell's frame. */
function shownDocument(document: Document): Document {
  const frame = visibleInteropFrame(document);
  return (frame && property(frame, "contentDocument")) ?? document;
}

/** Those that are in no other. */
function rowsBy(selector: string): (document: Document) => Element[] {
  return (document) =>
    visible(document, selector).filter((row) => {
      const around = parentOf(row);
      return !around || !closest(around, selector);
    });
}

function withoutDoubles(rows: PersonRow[]): PersonRow[] {
  const isFirst = ({ linkedinUrl }: PersonRow, index: number) =>
    linkedinUrl === null || rows.findIndex((other) => other.linkedinUrl === linkedinUrl) === index;
  return rows.filter(isFirst);
}

interface Lines {
  name: string | null;
  headline?: string | null;
  location?: string | null;
  current?: TitleAndCompany | null | undefined;
}

/** `ids`: what proves itself the row's own, slugs and member ids. */
function makeRow({ name, headline, location, current }: Lines, ids: string[], isSure: boolean): PersonRow {
  const slugs = ids.filter((id) => !isMemberId(id));
  const [slug] = slugs;
  const isOne = isSure && slugs.length === 1;
  const why = ids.length === 0 ? "no_link" : slugs.length === 0 ? "member_id_only" : "not_sure";
  return {
    name: unmasked(cleanName(name ?? "") ? name : null),
    headline: unmasked(headline),
    location: unmasked(location?.replace(/^[·•]\s*/, "")),
    currentTitle: unmasked(current?.title),
    currentCompany: unmasked(current?.companyName),
    linkedinUrl: isOne && slug ? canonicalUrl(slug) : null,
    why: isOne ? null : why,
  };
}

/** Links to profiles, in page order; those of an invitation apart. */
function profileLinks(row: Element): { link: Element; id: string }[] {
  return all(row, 'a[href*="/in/"]:not([href*="vanityName="])').flatMap((link) => {
    const id = isVisible(link) ? publicIdOfLink(attribute(link, "href")) : null;
    return id ? { link, id } : [];
  });
}

/** Mutual connections stand below the headline: 90 links in 70 rows. */
function readClassicRow(row: Element): PersonRow {
  const headline = one(row, SELECTORS.classicHeadline);
  const links = headline ? profileLinks(row).filter(({ link }) => precedes(link, headline)) : [];
  const named = links.map(({ link }) => eyeText(link)).filter(Boolean);
  const location = headline && all(row, SELECTORS.classicLocation).find((line) => precedes(headline, line));
  const ids = unique(links.map(({ id }) => id));
  return makeRow(
    {
      name: named[0] ?? null,
      headline: headline && lineOf(headline),
      location: location ? lineOf(location) : null,
      current: currentOf(row),
    },
    ids,
    ids.length === 1 && named.length > 0,
  );
}

/** Of a text that stands twice, the one for the eye. */
function eyeText(element: Element): string {
  const seen = one(element, "span[aria-hidden=true]");
  return seen ? cleanText(textContentOf(seen)) : "";
}

/** Name and degree, headline, location: the first three paragraphs, 20 of 20. */
function readNewRow(row: Element): PersonRow {
  const [nameLine, headline, location] = visible(row, "p");
  const [nameBlock] = blocksOf(row);
  const [first] = profileLinks(row);
  const invited = unique(
    all(row, 'a[href*="vanityName="]').flatMap((link) => publicIdOfLink(attribute(link, "href")) ?? []),
  );
  const isNamed = nameBlock !== undefined && nameLine !== undefined && contains(nameLine, nameBlock.element);
  const nameLink = isNamed ? closest(nameBlock.element, 'a[href*="/in/"]') : null;
  // In one older capture the first link was a mutual connection's.
  const holdsName = first !== undefined && publicIdOfLink(attribute(nameLink, "href")) === first.id;
  const isInvited = first !== undefined && invited.length === 1 && invited[0] === first.id;
  return makeRow(
    {
      name: isNamed ? nameBlock.text : null,
      headline: headline ? lineOf(headline) : null,
      location: location ? lineOf(location) : null,
      current: currentOf(row),
    },
    first ? [first.id] : [],
    isNamed && (holdsName || isInvited),
  );
}

/** The largest part of the list around each link that holds no other person's. */
function connectionRows(document: Document): Element[] {
  const links = visible(document, `${SELECTORS.connections} ${SELECTORS.connection}`);
  const idsIn = (element: Element) =>
    new Set(all(element, SELECTORS.connection).map((link) => publicIdOfLink(attribute(link, "href"))));
  return unique(
    links.map((link) => {
      let row = link;
      for (let at = parentOf(link); at && idsIn(at).size === 1; at = parentOf(at)) {
        row = at;
        if (closest(at, SELECTORS.connections) === at) break;
      }
      return row;
    }),
  );
}

function readConnection(row: Element): PersonRow {
  const own = closest(row, SELECTORS.connection) ? [row] : all(row, SELECTORS.connection);
  const ids = unique(own.flatMap((link) => publicIdOfLink(attribute(link, "href")) ?? []));
  const [name, headline] = textsOf(blocksOf(row));
  return makeRow({ name: name ?? null, headline: headline ?? null }, ids, ids.length === 1);
}

function readRecruiterRow(row: Element): PersonRow {
  const role = one(row, SELECTORS.recruiterRole);
  const [title] = role ? all(role, "span") : [];
  const isCurrent = role && readDateLine(markedText(role, SELECTORS.recruiterDates) ?? "") === "current";
  const ids = unique(profileLinks(row).map(({ id }) => id));
  return makeRow(
    {
      name: markedText(row, SELECTORS.recruiterName),
      headline: markedText(row, SELECTORS.recruiterHeadline),
      location: markedText(row, SELECTORS.recruiterLocation),
      current: isCurrent && title ? splitRole(lineOf(title)) : null,
    },
    ids,
    ids.length === 1,
  );
}

function readLeadRow(row: Element): PersonRow {
  const [title, companyName] = [markedText(row, SELECTORS.leadTitle), markedText(row, SELECTORS.leadCompany)];
  const lines = {
    name: markedText(row, SELECTORS.leadName),
    location: markedText(row, SELECTORS.leadLocation),
  };
  return { ...makeRow(lines, [], false), currentTitle: title, currentCompany: companyName };
}

/** A whole line, with the words that a search has made bold. */
function lineOf(element: Element): string {
  return cleanText(textContentOf(element));
}

function currentOf(row: Element): Lines["current"] {
  const lines = visible(row, "p").map(lineOf);
  return lines.map(splitCurrentLine).find((current) => current !== null) ?? null;
}
