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
  /** Inside h1 to h6 or role="heading". */
  heading: boolean;
  /** The target of the link around it; empty outside of links. */
  href: string;
  /** The placeholder image since the previous text: `svg#company-accent-4` or `svg#school-accent-4` (13 of 13 pages, 2026). */
  accent: "company" | "school" | null;
}

/**
 * No text for the eye, as the element itself tells; computed style is never asked, it would cost a layout. Code and media; the closed
 * dialogs and popovers that hold other people; screen-reader texts of the classic layout (2022 to 2026), which differ from the
 * visible ones.
 */
const HIDDEN =
  "[role=dialog],[role=alertdialog],[popover],[inert],[hidden],[aria-modal=true],.visually-hidden,.a11y-text";
const HIDDEN_TAG = /^(?:script|style|template|noscript|code|iframe|dialog|head|select|textarea)$/;
const HIDDEN_STYLE = /display:\s*none|visibility:\s*hidden/i;
/** Parts of one sentence; everything else begins a new text. */
const INLINE_TAG = /^(?:br?|em|i|mark|strong|su[bp]|time|u|wbr)$/;

function isHidden(element: Element): boolean {
  return (
    HIDDEN_TAG.test(element.localName) ||
    element.matches(HIDDEN) ||
    HIDDEN_STYLE.test(attribute(element, "style"))
  );
}

function isInsideHidden(element: Element): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) if (isHidden(at)) return true;
  return false;
}

/** What matches, seen or not. */
export function all(root: Element | Document, selector: string): Element[] {
  return [...root.querySelectorAll(selector)];
}

/** What matches and can be seen: copies of a former page stay hidden beside the current one. */
export function visible(root: Element | Document, selector: string): Element[] {
  return all(root, selector).filter((element) => !isInsideHidden(element));
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

/** Classic shows most texts twice, side by side: the one that is `aria-hidden` is for the eye, the other is not. */
function screenReaderTwin(parent: Element): Element | null {
  if (parent.childElementCount !== 2) return null;
  const first = parent.firstElementChild;
  const last = parent.lastElementChild;
  if (first?.localName !== "span" || last?.localName !== "span") return null;
  const firstShown = attribute(first, "aria-hidden") === "true";
  const lastShown = attribute(last, "aria-hidden") === "true";
  if (firstShown === lastShown) return null;
  return firstShown ? last : first;
}

type Surroundings = Pick<Block, "heading" | "href">;

function surroundingsOf(element: Element, outer: Surroundings): Surroundings {
  const tag = element.localName;
  return {
    heading: outer.heading || /^h[1-6]$/.test(tag) || attribute(element, "role") === "heading",
    href: (tag === "a" ? element.getAttribute("href") : null) ?? outer.href,
  };
}

/** All visible texts under `root`, in page order. */
export function blocksOf(root: Element): Block[] {
  const blocks: Block[] = [];
  let accent: Block["accent"] = null;
  let run = "";

  const flush = (element: Element, around: Surroundings) => {
    const text = run && cleanText(run);
    run = "";
    if (!text) return;
    blocks.push({ text, element, ...around, accent });
    accent = null;
  };

  const walk = (parent: Element, outer: Surroundings) => {
    const around = surroundingsOf(parent, outer);
    const twin = screenReaderTwin(parent);
    for (let node = parent.firstChild; node; node = node.nextSibling) {
      if (node.nodeType === 3) run += node.nodeValue;
      if (node.nodeType !== 1) continue;
      const element = node as Element;
      const tag = element.localName;
      if (INLINE_TAG.test(tag)) {
        if (tag === "br") run += " ";
        else if (!isHidden(element)) run += element.textContent;
        continue;
      }
      flush(parent, around);
      if (element === twin || isHidden(element)) continue;
      if (tag !== "svg") walk(element, around);
      else if (element.id.startsWith("company-accent")) accent = "company";
      else if (element.id.startsWith("school-accent")) accent = "school";
    }
    flush(parent, around);
  };

  walk(root, { heading: false, href: "" });
  return blocks;
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
