/**
 * Experience -> current roles, from the order and nesting of texts alone.
 *
 * Nothing here knows a word of any language or an attribute of any layout: a role is found by its date line.
 */
import { type Block, blocksOf, isHeading, withoutRepetitions } from "../blocks.ts";
import { contains, one, tagOf } from "../dom.ts";
import type { Experience } from "../evidence.ts";
import { readDateLine } from "../text/date-line.ts";
import { outlineOf } from "./outline.ts";
import { readEntry } from "./read-entry.ts";

export const NO_EXPERIENCE: Experience = {
  state: "absent",
  whyAbsent: "not_shown",
  current: [],
  lastEnded: null,
};

/** No profile has more roles, and a page must not choose how long reading takes. */
const MOST_ROLES = 100;
const MOST_TEXTS = 2000;

/** Reads the section at `root`. `sure` says whether the layout knows it for Experience; `employers` are names the top card has. */
export function readExperience(root: Element, sure: boolean, employers: string[] = []): Experience {
  const blocks = withoutHeading(root, blocksOf(root)).slice(0, MOST_TEXTS);
  // A card without content is one that has not come yet.
  if (blocks.length === 0) return NO_EXPERIENCE;
  const dateLines = blocks.filter((block) => readDateLine(block.text)).slice(0, MOST_ROLES);
  if (dateLines.length === 0) return sure ? { ...NO_EXPERIENCE, state: "unclear" } : NO_EXPERIENCE;
  const outline = outlineOf(root, blocks, dateLines, employers);
  const isCurrent = (block: Block) => readDateLine(block.text) === "current";
  const open = dateLines.filter(isCurrent).map((date) => readEntry(outline, date));
  const firstEnded = dateLines.find((block) => !isCurrent(block));
  return {
    ...NO_EXPERIENCE,
    state: sure && open[0] !== null ? "read" : "unclear",
    current: open.filter((entry) => entry !== null),
    lastEnded: firstEnded ? readEntry(outline, firstEnded) : null,
  };
}

/** A list begins with a role, whose title can be a heading; a section with its own. */
function withoutHeading(root: Element, blocks: Block[]): Block[] {
  const [first] = blocks;
  const isList = ["ul", "ol"].includes(tagOf(root));
  const heading = first && !isList && isHeading(first) ? first.text : null;
  return withoutRepetitions(blocks.filter((block) => block.text !== heading));
}

/**
 * What sections beside the top card at `card` hold that have `companyMark`, the layout's mark of an employer. Without its key Experience
 * looks like volunteering: they may confirm the top card, no more.
 */
export function readUnmarked(
  sections: Element[],
  card: Element,
  companyMark: string,
  employers: string[],
): Experience {
  const readings = sections
    .filter((section) => !contains(section, card) && !contains(card, section) && one(section, companyMark))
    .map((section) => readExperience(section, false, employers))
    .filter((reading) => reading !== NO_EXPERIENCE);
  if (readings.length === 0) return NO_EXPERIENCE;
  return {
    ...NO_EXPERIENCE,
    state: "unclear",
    current: readings.flatMap((reading) => reading.current),
  };
}
