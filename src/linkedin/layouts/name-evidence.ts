/** Which text of a top card is the person's name: the one most independent marks agree on. */
import { all, attribute, type Block } from "../blocks.ts";
import { publicIdOfLink } from "../profile-url.ts";
import { cleanText, isMasked } from "../text.ts";

export interface NameHints {
  /** Texts that begin with, or are, the name: `<title>`, og:title, JSON-LD. */
  titles: string[];
  /** The top card: labels in it can have the name in them, "Invite NAME to connect". */
  card: Element;
  /** The address's slug: the name can be inside a link to it. */
  slug: string | null;
  /** True where the block's own markup says name (a class or attribute of the layout). */
  marked(block: Block): boolean;
}

/** Fewer points than this and the name stays empty: one mark alone can be a promotion's heading. */
const ENOUGH = 3;

/** "(2) Jane Doe | LinkedIn" -> "Jane Doe". The counter of unread messages comes first, the site last. */
export function nameInTitle(title: string): string {
  return cleanText(title)
    .replace(/^\(\d+\+?\)\s*/, "")
    .replace(/\s*\|\s*LinkedIn.*$/i, "");
}

/** The index of the name among `blocks`, or -1. A tie goes to the first. */
export function findName(blocks: Block[], { titles, card, slug, marked }: NameHints): number {
  const labels = all(card, "[aria-label]").map((element) => cleanText(attribute(element, "aria-label")));
  const points = (block: Block): number => {
    const { text } = block;
    let sum = block.heading ? 2 : 0;
    if (marked(block)) sum++;
    if (slug && publicIdOfLink(block.href) === slug) sum++;
    if (titles.some((title) => title === text || title.startsWith(`${text} - `))) sum += 2;
    if (labels.some((label) => label !== text && label.includes(text))) sum++;
    return sum;
  };
  let best = -1;
  let most = ENOUGH - 1;
  blocks.forEach((block, index) => {
    if (block.text.length > 120 || isMasked(block.text) || !/\p{L}/u.test(block.text)) return;
    const sum = points(block);
    if (sum > most) {
      best = index;
      most = sum;
    }
  });
  return best;
}

/** The current page's title: after in-app navigation the old `<title>` elements stay behind, the first is current. */
export function pageTitle(document: Document): string {
  return nameInTitle(document.querySelector("head > title")?.textContent ?? "");
}
