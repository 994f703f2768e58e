/**
 * A lead in Sales Navigator. No whole capture exists: the marks are those of others' parsers (2025 and 2026), so a value needs more than
 * one mark, and all of it is a guess.
 */
import { markedText, visible } from "../blocks.ts";
import { all, attribute, closest, targetsOf, textContentOf } from "../dom.ts";
import type { Experience } from "../evidence.ts";
import { NO_EXPERIENCE } from "../experience/experience.ts";
import { isMemberId, publicIdsOf } from "../profile-url.ts";
import { only, unique } from "../text/text.ts";
import { type LayoutReading, NOTHING_FOUND } from "./layout-reading.ts";

/** Every selector of this layout. */
export const SELECTORS = {
  /** Name. A hidden h1 "Sales Navigator Lead Page" stands before it; people in lists have its mark too, but in no h1. */
  name: "h1[data-x--lead--name],h1[data-anonymize=person-name],h1:has([data-anonymize=person-name])",
  headline: "[data-anonymize=headline]",
  /** Seen by one source. */
  location: "[data-anonymize=location]",
  currentRole: "[data-sn-view-name=lead-current-role]",
  title: "[data-anonymize=job-title]",
  company: "[data-anonymize=company-name]",
  /** The button of the "..." menu, while the menu is open; the menu itself can stand at the end of the page. */
  openMenu: "[aria-expanded=true][aria-controls]",
  /** What the page was made of, as JSON. */
  data: "code[id^=bpr-guid-]",
} as const;

/**
 * The visible lead, or null where there is none. `leadId` is the address's, which is nobody's public id. The public address, if the page has
 * it, is in `linkedIds`.
 */
export function readLead(document: Document, leadId: string | null): LayoutReading | null {
  const [main] = visible(document, "main");
  const heading = main && only(visible(main, SELECTORS.name));
  const name = heading && markedText(main, SELECTORS.name);
  const card = heading && (closest(heading, "section") ?? main);
  if (!name || !card) return null;
  return {
    ...NOTHING_FOUND,
    layout: "sales_navigator",
    name,
    headline: markedText(card, SELECTORS.headline),
    location: markedText(card, SELECTORS.location),
    experience: readCurrentRole(main),
    linkedIds: unique([...linkedFrom(document, card), ...idsInData(document, leadId, name)]),
  };
}

function readCurrentRole(main: Element): Experience {
  const role = only(visible(main, SELECTORS.currentRole));
  const title = role && markedText(role, SELECTORS.title);
  if (!title) return NO_EXPERIENCE;
  const companyName = markedText(role, SELECTORS.company);
  const entry = { title, companyName, companyUrl: null, isBare: false, endedAt: "" };
  return { ...NO_EXPERIENCE, state: "read", current: [entry] };
}

/** The public profile in the card, or in the menu that a button of the card has open. */
function linkedFrom(document: Document, card: Element): string[] {
  const menus = all(card, SELECTORS.openMenu).flatMap((button) => {
    const id = attribute(button, "aria-controls");
    return /^[\w-]+$/.test(id) ? all(document, `[id="${id}"]`) : [];
  });
  const links = [card, ...menus].flatMap((root) => all(root, 'a[href*="/in/"]'));
  return publicIdsOf(targetsOf(links)).filter((id) => !isMemberId(id));
}

/** LinkedIn's own data are some hundred KB; a page must not choose how long reading takes. */
const LONGEST_DATA = 2_000_000;
const MOST_OBJECTS = 20_000;

/** `flagshipProfileUrl` of the object that is this lead: found by one source, null by another. */
function idsInData(document: Document, leadId: string | null, name: string): string[] {
  if (leadId === null) return [];
  return all(document, SELECTORS.data).flatMap((code) => {
    const text = textContentOf(code);
    if (text.length > LONGEST_DATA || !text.includes(leadId) || !text.includes("flagshipProfileUrl"))
      return [];
    try {
      return objectsIn(JSON.parse(text)).flatMap((object) => {
        const { entityUrn, flagshipProfileUrl, fullName } = object;
        const isLead = typeof entityUrn === "string" && entityUrn.split(/[(),:]/).includes(leadId);
        const isNamed = fullName === undefined || fullName === name;
        return isLead && isNamed && typeof flagshipProfileUrl === "string"
          ? publicIdsOf([flagshipProfileUrl])
          : [];
      });
    } catch {
      return [];
    }
  });
}

function objectsIn(data: unknown): Record<string, unknown>[] {
  const found: Record<string, unknown>[] = [];
  const open = [data];
  while (open.length > 0 && found.length < MOST_OBJECTS) {
    const next = open.pop();
    if (typeof next !== "object" || next === null) continue;
    if (!Array.isArray(next)) found.push(next as Record<string, unknown>);
    open.push(...Object.values(next));
  }
  return found;
}
