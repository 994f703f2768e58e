/**
 * A part of the page as the list of its texts, in order.
 *
 * Tag names on LinkedIn change (`p`, `span`, `div`) and wrappers come and go; the order of the texts has not. So every
 * layout is read from this list, and from the few facts kept with each text.
 */
import { all, attribute, closest, contains, parentOf, tagOf, textContentOf, walkerOf } from "./dom.ts";
import { cleanText, only, unique } from "./text/text.ts";

export interface Block {
  text: string;
  element: Element;
  /** `company` or `school`: the placeholder image since the previous text. */
  accent: string | null;
}

// Asked of a few of the thousands of texts of a page, so not kept with each.

/** Inside h1 to h6 or role="heading". */
export function isHeading(block: Block | undefined): boolean {
  return block !== undefined && closest(block.element, "h1,h2,h3,h4,h5,h6,[role=heading]") !== null;
}

/** The target of the link around it; empty outside of links. */
export function hrefOf({ element }: Block): string {
  return attribute(closest(element, "a[href]"), "href");
}

/**
 * No text for the eye, as the element itself tells; computed style is never asked, it would cost a layout. Code and media; the closed
 * dialogs and popovers that hold other people; screen-reader texts of the classic layout (2022 to 2026), which differ from the
 * visible ones; Recruiter's popovers; the second text of a translator that leaves LinkedIn's own (Immersive Translate, 2025).
 */
const HIDDEN_TAGS = "script,style,template,noscript,code,iframe,dialog,select,textarea".split(",");
const HIDDEN_MARKS =
  "[role$=dialog],[popover],[inert],[hidden],[aria-modal=true],.visually-hidden,.a11y-text,.immersive-translate-target-wrapper,[data-test-hoverable-popover-content],[style*='display:none' i],[style*='display: none' i],[style*='visibility:hidden' i],[style*='visibility: hidden' i]";
const HIDDEN = `${HIDDEN_TAGS},${HIDDEN_MARKS}`;
/** `svg#company-accent-4` or `svg#school-accent-4` (13 of 13 pages, 2026). */
const ACCENT = /^(company|school)-accent/;
/** Parts of one sentence; everything else begins a new text. */
const INLINE_TAGS = "b,br,em,i,mark,strong,sub,sup,time,u,wbr".split(",");
/** A picture out of another extension's package: what stands around it is that extension's bar, not LinkedIn's. */
const FOREIGN_PICTURE = '[src*="-extension://"]';

/** What matches and can be seen: copies of a former page stay hidden beside the current one. */
export function visible(root: Element | Document, selector: string): Element[] {
  return all(root, selector).filter(isVisible);
}

/** Neither hidden nor in anything that is. */
export function isVisible(element: Element): boolean {
  return !closest(element, HIDDEN);
}

/**
 * Classic shows most texts twice, side by side: the one that is `aria-hidden` is for the eye, its twin is not. Two of them alone in
 * their parent, in either order.
 */
const TWIN =
  "span[aria-hidden=true]:first-child+span:last-child:not([aria-hidden=true]),span:first-child:not([aria-hidden=true]):has(+span[aria-hidden=true]:last-child)";

/** The elements under `root` whose texts are not LinkedIn's words to the eye. Asked of the browser once: to ask each costs more than all the rest. */
function unseenIn(root: Element): Set<Element | null> {
  const bars = all(root, FOREIGN_PICTURE).map(parentOf);
  return new Set([...all(root, `${HIDDEN_MARKS},${TWIN}`), ...bars.filter((bar) => bar !== root)]);
}

/** A translated text stands in two `font` elements: the text is the element's around them. */
function aroundFonts(element: Element): Element {
  let at = element;
  for (let up = parentOf(at); up && tagOf(at) === "font"; up = parentOf(at)) at = up;
  return at;
}

/** All visible texts under `root`, in page order. Without recursion: how deep a page is, is the page's choice. */
export function blocksOf(root: Element): Block[] {
  const blocks: Block[] = [];
  const unseen = unseenIn(root);
  const walker = walkerOf(root, 5);
  let accent: Block["accent"] = null;
  let run = "";

  const flush = (parent: Element) => {
    const text = run && cleanText(run);
    run = "";
    if (!text) return;
    blocks.push({ text, element: aroundFonts(parent), accent });
    accent = null;
  };

  /** Whether its texts are texts of their own, to be walked through. */
  const isEntered = (element: Element): boolean => {
    // Only a form with a control of that name answers with anything but a text.
    const tag = typeof element.localName === "string" ? element.localName : "form";
    if (INLINE_TAGS.includes(tag)) {
      if (tag === "br") run += " ";
      else if (!unseen.has(element)) run += textContentOf(element);
      return false;
    }
    if (run) flush(parentOf(element) ?? root);
    if (HIDDEN_TAGS.includes(tag) || unseen.has(element)) return false;
    if (tag !== "svg") return true;
    accent = ACCENT.exec(attribute(element, "id"))?.[1] ?? accent;
    return false;
  };

  let isInside = walker.firstChild() !== null;
  while (isInside) {
    const node = walker.currentNode;
    if (node.nodeType === 3) {
      const text = node.nodeValue ?? "";
      // Most texts of some layouts are the blanks between tags.
      if (run || text.trim()) run += text;
    } else if (isEntered(node as Element) && walker.firstChild()) continue;
    while (isInside && !walker.nextSibling()) {
      const parent = walker.parentNode() as Element | null;
      flush(parent ?? root);
      isInside = parent !== null && parent !== root;
    }
  }
  return blocks;
}

/**
 * Those visible texts under `root` that fit, one after the other, found by a piece of text that matches `clue`: a page has thousands
 * of texts, and what is looked for stands in a few of them.
 */
export function* blocksWith(root: Element, clue: RegExp, fits: (text: string) => unknown): Generator<Block> {
  const pieces = walkerOf(root, 4);
  const read = new Set<Element>();
  while (pieces.nextNode()) {
    const piece = pieces.currentNode;
    if (!clue.test(piece.nodeValue ?? "")) continue;
    const around = piece.parentElement;
    const parent = around && closest(around, `:not(${INLINE_TAGS},font)`);
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
  return element ? blocks.filter((block) => contains(element, block.element)) : [];
}

/** The texts of `blocks`. */
export function textsOf(blocks: Block[]): string[] {
  return blocks.map((block) => block.text);
}

/** The one visible text under `root` that has the mark; null where there are several. */
export function markedText(root: Element, mark: string): string | null {
  const texts = visible(root, mark).map((element) => textsOf(blocksOf(element)).join(" "));
  return only(unique(texts.filter(Boolean))) ?? null;
}
