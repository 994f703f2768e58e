/**
 * A profile in Recruiter, as a page or as the drawer over a list. No whole capture exists: the marks are those of others' parsers, the
 * numbers are independent sources of 2025 and 2026. So a value needs more than one mark, and all of it is a guess.
 */
import { blocksOf, markedText, visible } from "../blocks.ts";
import { all, targetsOf } from "../dom.ts";
import type { Entry, Experience } from "../evidence.ts";
import { NO_EXPERIENCE, readExperience } from "../experience/experience.ts";
import { publicIdsOf } from "../profile-url.ts";
import { only } from "../text/text.ts";
import { type LayoutReading, NOTHING_FOUND } from "./layout-reading.ts";

/** Every selector of this layout. */
export const SELECTORS = {
  /** The profile in the drawer, which lies over another page: 5. */
  drawer: ".profile-slidein__wrapper [data-test-profile-container]",
  /** The profile: 5. */
  profile: "[data-test-profile-container]",
  /** The top card; similar profiles use the marks inside it too, without this one: 14. */
  topCard: "[data-test-topcard-condensed-lockup]",
  /** Name: 14. */
  name: "[data-test-row-lockup-full-name]",
  /** Headline: 9. */
  headline: "[data-test-row-lockup-headline]",
  /** Location, with a dot before it: 11. */
  location: "[data-test-row-lockup-location]",
  /** Experience: 7. */
  positions: "[data-test-position-list-container]",
  /** The title of a role, alone or in a group: 7. */
  title: "[data-test-position-entity-title],[data-test-grouped-position-entity-title]",
  /** Its employer: 7. */
  company:
    "[data-test-position-entity-company-link],[data-test-position-entity-company-name],[data-test-grouped-position-entity-company-link],[data-test-grouped-position-entity-company-name]",
  /** The public profile in the card of personal information (8), or in its popover, once the user has opened that (12). */
  publicProfile:
    "a[data-test-personal-info-profile-link],a.personal-info__link,a[data-test-public-profile-link]",
} as const;

/** The visible profile, or null where there is none, or more than one. Its public address, if it is in the page, is in `linkedIds`. */
export function readRecruiter(document: Document): LayoutReading | null {
  const root = only(visible(document, SELECTORS.drawer)) ?? only(visible(document, SELECTORS.profile));
  const card = root && only(visible(root, SELECTORS.topCard));
  const name = card && markedText(card, SELECTORS.name);
  if (!name) return null;
  return {
    ...NOTHING_FOUND,
    layout: "recruiter",
    name,
    headline: markedText(card, SELECTORS.headline),
    location: markedText(card, SELECTORS.location)?.replace(/^[·•\s]+/, "") ?? null,
    experience: readPositions(root),
    linkedIds: publicIdsOf(targetsOf(all(root, SELECTORS.publicProfile))),
  };
}

/** By the date lines, as everywhere; and only what the marks call a title and an employer. */
function readPositions(root: Element): Experience {
  const list = only(visible(root, SELECTORS.positions));
  if (!list) return NO_EXPERIENCE;
  const marked = (mark: string) =>
    new Set(
      visible(list, mark)
        .flatMap(blocksOf)
        .map(({ text }) => text),
    );
  const [titles, companies] = [marked(SELECTORS.title), marked(SELECTORS.company)];
  const isMarked = ({ title, companyName }: Entry) =>
    titles.has(title) && (companyName === null || companies.has(companyName));
  const reading = readExperience(list, true);
  const { current, lastEnded } = reading;
  return {
    ...reading,
    state: current.every(isMarked) ? reading.state : "unclear",
    current: current.filter(isMarked),
    lastEnded: lastEnded && isMarked(lastEnded) ? lastEnded : null,
  };
}
