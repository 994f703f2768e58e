/** Which text of a top card is the person's name: the one most independent marks agree on. */
import { type Block, hrefOf, isHeading } from "../blocks.ts";
import { all, attribute, one, textContentOf } from "../dom.ts";
import { publicIdOfLink } from "../profile-url.ts";
import { cleanText, isMasked } from "../text/text.ts";

/** Fewer points than this and the name stays empty: one mark alone can be a promotion's heading. */
const ENOUGH = 3;

/** "(2) Jane Doe | LinkedIn" -> "Jane Doe". The counter of unread messages comes first, the site last. */
export function nameInTitle(title: string): string {
  return cleanText(title)
    .replace(/^\(\d+\+?\)\s*/, "")
    .replace(/\s*\|\s*LinkedIn.*$/i, "");
}

/**
 * The index of the name among `blocks`, or -1; a tie goes to the first. `card` is the top card: labels in it can have the name in
 * them, "Invite NAME to connect". `slug` is the address's: the name can be inside a link to it. `titles` begin with, or are, the
 * name: `<title>`, og:title, JSON-LD. `marked` says where the layout's own markup means the name.
 */
export function findName(
  blocks: Block[],
  card: Element,
  slug: string | null,
  titles: string[],
  marked: (block: Block) => unknown,
): number {
  const labels = all(card, "[aria-label]").map((element) => cleanText(attribute(element, "aria-label")));
  const points = blocks.map((block) => {
    const { text } = block;
    if (text.length > 120 || isMasked(text) || !/\p{L}/u.test(text)) return 0;
    let sum = marked(block) ? 1 : 0;
    if (slug && publicIdOfLink(hrefOf(block)) === slug) sum++;
    if (titles.some((title) => title === text || title.startsWith(`${text} - `))) sum += 2;
    if (labels.some((label) => label !== text && label.includes(text))) sum++;
    // By itself not enough, and dear to ask.
    if (sum > 0 && isHeading(block)) sum += 2;
    return sum;
  });
  const most = Math.max(...points);
  return most < ENOUGH ? -1 : points.indexOf(most);
}

/** The current page's title: after in-app navigation the old `<title>` elements stay behind, the first is current. */
export function pageTitle(document: Document): string {
  return nameInTitle(textContentOf(one(document, "head > title")));
}
