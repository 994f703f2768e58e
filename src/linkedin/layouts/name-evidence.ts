/** Which text of a top card is the person's name: the one most independent marks agree on. */
import type { Block } from "../blocks.ts";
import { cleanText, isMasked } from "../text.ts";

export interface NameHints {
  /** Texts that begin with, or are, the name: `<title>`, og:title, JSON-LD. */
  titles: string[];
  /** Labels that have the name in them: "Invite NAME to connect". */
  labels: string[];
  /** True where the block's own markup says name (a class or attribute of the layout). */
  marked(block: Block): boolean;
  /** True where the block is inside a link to the URL's person. */
  linked(block: Block): boolean;
}

/** Fewer points than this and the name stays empty: one mark alone can be a promotion's heading. */
const ENOUGH = 3;

/** "(2) Jane Doe | LinkedIn" -> "Jane Doe". The counter of unread messages comes first, the site last. */
export function nameInTitle(title: string): string {
  return cleanText(title)
    .replace(/^\(\d+\+?\)\s*/, "")
    .replace(/\s*\|\s*LinkedIn.*$/i, "");
}

function points(block: Block, hints: NameHints): number {
  let sum = block.heading ? 2 : 0;
  if (hints.marked(block)) sum += 1;
  if (hints.linked(block)) sum += 1;
  if (hints.titles.some((title) => title === block.text || title.startsWith(`${block.text} - `))) sum += 2;
  if (hints.labels.some((label) => label !== block.text && label.includes(block.text))) sum += 1;
  return sum;
}

/** The index of the name among `blocks`, or -1. A tie goes to the first. */
export function findName(blocks: Block[], hints: NameHints): number {
  let best = -1;
  let most = ENOUGH - 1;
  blocks.forEach((block, index) => {
    if (block.text.length > 120 || isMasked(block.text) || !/\p{L}/u.test(block.text)) return;
    const sum = points(block, hints);
    if (sum > most) {
      best = index;
      most = sum;
    }
  });
  return best;
}

/** Every aria-label under `root`, cleaned. */
export function labelsIn(root: Element): string[] {
  return [...root.querySelectorAll("[aria-label]")].map((element) =>
    cleanText(element.getAttribute("aria-label") ?? ""),
  );
}

/** The current page's title: after in-app navigation the old `<title>` elements stay behind, the first is current. */
export function pageTitle(document: Document): string | null {
  const text = document.querySelector("head > title")?.textContent;
  return text ? nameInTitle(text) : null;
}
