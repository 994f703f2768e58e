/**
 * A part of the page as the list of its texts, in order.
 *
 * Tag names on LinkedIn change (`p`, `span`, `div`) and wrappers come and go; the order of the texts has not. So every
 * layout is read from this list, and from the few facts kept with each text.
 */
import { cleanText } from "./text.ts";

export interface Block {
  text: string;
  element: Element;
  /** `company` or `school`: the placeholder image since the previous text. */
  accent: string | null;
}

// Asked of a few of the thousands of texts of a page, so not kept with each.

/** Inside h1 to h6 or role="heading". */
export function isHeading(block: Block | undefined): boolean {
  return block?.element.closest("h1,h2,h3,h4,h5,h6,[role=heading]") != null;
}

/** The target of the link around it; empty outside of links. */
export function hrefOf({ element }: Block): string {
  return attribute(element.closest("a[href]"), "href");
}

/**
 * No text for the eye, as the element itself tells; computed style is never asked, it would cost a layout. Code and media; the closed
 * dialogs and popovers that hold other people; screen-reader texts of the classic layout (2022 to 2026), which differ from the
 * visible ones.
 */
const HIDDEN_TAGS = "script,style,template,noscript,code,iframe,dialog,select,textarea".split(",");
const HIDDEN_MARKS =
  "[role$=dialog],[popover],[inert],[hidden],[aria-modal=true],.visually-hidden,.a11y-text,[style*='display:none' i],[style*='display: none' i],[style*='visibility:hidden' i],[style*='visibility: hidden' i]";
const HIDDEN = `${HIDDEN_TAGS},${HIDDEN_MARKS}`;
/** `svg#company-accent-4` or `svg#school-accent-4` (13 of 13 pages, 2026). */
const ACCENT = /^(company|school)-accent/;
/** Parts of one sentence; everything else begins a new text. */
const INLINE_TAGS = "b,br,em,i,mark,strong,sub,sup,time,u,wbr".split(",");

/** What matches, seen or not. */
export function all(root: Element | Document, selector: string): Element[] {
  return [...root.querySelectorAll(selector)];
}

/** Whether one of the selectors has a match. Each by itself: a list takes the browser several times as long as all its parts. */
export function has(document: Document, selectors: string): boolean {
  return selectors.split(",").some((selector) => document.querySelector(selector));
}

/** What matches and can be seen: copies of a former page stay hidden beside the current one. */
export function visible(root: Element | Document, selector: string): Element[] {
  return all(root, selector).filter(isVisible);
}

/** Neither hidden nor in anything that is. */
export function isVisible(element: Element): boolean {
  return !element.closest(HIDDEN);
}

/** The attribute's value; empty where there is no such attribute, or no element. */
export function attribute(element: Element | null | undefined, name: string): string {
  return element?.getAttribute(name) ?? "";
}

export function sectionOf(element: Element | undefined): Element | null {
  return element?.closest("section") ?? null;
}

/** The targets of links. */
export function targetsOf(links: Element[]): string[] {
  return links.map((link) => attribute(link, "href"));
}

/**
 * Classic shows most texts twice, side by side: the one that is `aria-hidden` is for the eye, its twin is not. Two of them alone in
 * their parent, in either order.
 */
const TWIN =
  "span[aria-hidden=true]:first-child+span:last-child:not([aria-hidden=true]),span:first-child:not([aria-hidden=true]):has(+span[aria-hidden=true]:last-child)";

/** All visible texts under `root`, in page order. */
export function blocksOf(root: Element): Block[] {
  const blocks: Block[] = [];
  // Asked of the browser once, since asking each element costs more than all the rest. Tags need no asking.
  const unseen = new Set(all(root, `${HIDDEN_MARKS},${TWIN}`));
  let accent: Block["accent"] = null;
  let run = "";

  const flush = (element: Element) => {
    const text = cleanText(run);
    run = "";
    if (!text) return;
    blocks.push({ text, element, accent });
    accent = null;
  };

  const walk = (parent: Element) => {
    for (let node = parent.firstChild; node; node = node.nextSibling) {
      const type = node.nodeType;
      if (type === 3) {
        const text = node.nodeValue ?? "";
        // Most texts of some layouts are the blanks between tags.
        if (run || text.trim()) run += text;
      }
      if (type !== 1) continue;
      const element = node as Element;
      const tag = element.localName;
      if (INLINE_TAGS.includes(tag)) {
        if (tag === "br") run += " ";
        else if (!unseen.has(element)) run += element.textContent;
        continue;
      }
      if (run) flush(parent);
      if (HIDDEN_TAGS.includes(tag) || unseen.has(element)) continue;
      if (tag === "svg") accent = ACCENT.exec(element.id)?.[1] ?? accent;
      else walk(element);
    }
    if (run) flush(parent);
  };

  walk(root);
  return blocks;
}

/**
 * Those visible texts under `root` that fit, one after the other, found by a piece of text that matches `clue`: a page has thousands
 * of texts, and what is looked for stands in a few of them.
 */
export function* blocksWith(root: Element, clue: RegExp, fits: (text: string) => unknown): Generator<Block> {
  const pieces = root.ownerDocument.createTreeWalker(root, 4);
  const read = new Set<Element>();
  while (pieces.nextNode()) {
    const piece = pieces.currentNode;
    if (!clue.test(piece.nodeValue ?? "")) continue;
    const parent = piece.parentElement?.closest(`:not(${INLINE_TAGS})`);
    if (!parent || read.has(parent)) continue;
    read.add(parent);
    yield* blocksOf(parent).filter(
      ({ element, text }) => element === parent && fits(text) && isVisible(parent),
    );
  }
}

/** The same without immediate repetitions: hidden copies stand beside their original. */
export function withoutRepetitions(blocks: Block[]): Block[] {
  return blocks.filter((block, index) => block.text !== blocks[index - 1]?.text);
}

/** Those of `blocks` that stand in `element`. */
export function blocksIn(element: Element | undefined, blocks: Block[]): Block[] {
  return blocks.filter((block) => element?.contains(block.element));
}

/** The texts of `blocks`. */
export function textsOf(blocks: Block[]): string[] {
  return blocks.map((block) => block.text);
}
