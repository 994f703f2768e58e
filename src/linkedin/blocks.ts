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
  /** The target of the link around it. */
  href: string | null;
  /** The placeholder image since the previous text: `svg#company-accent-4` or `svg#school-accent-4` (13 of 13 pages, 2026). */
  accent: "company" | "school" | null;
}

/** No text for the eye: code, media, and the closed dialogs and popovers that hold other people. */
const SKIPPED_TAGS = new Set([
  "script",
  "style",
  "template",
  "noscript",
  "code",
  "iframe",
  "dialog",
  "head",
  "select",
  "textarea",
]);
/** Parts of one sentence; everything else begins a new text. */
const INLINE_TAGS = new Set(["b", "br", "em", "i", "mark", "strong", "sub", "sup", "time", "u", "wbr"]);

/** Not for the eye, as its own attributes tell; computed style is never asked, it would cost a layout. */
function isHidden(element: Element): boolean {
  if (SKIPPED_TAGS.has(element.localName)) return true;
  if (!element.hasAttributes()) return false;
  const role = element.getAttribute("role");
  if (role === "dialog" || role === "alertdialog") return true;
  if (element.hasAttribute("popover") || element.hasAttribute("inert") || element.hasAttribute("hidden"))
    return true;
  if (element.getAttribute("aria-modal") === "true") return true;
  const style = element.getAttribute("style");
  if (style && /(?:display:\s*none|visibility:\s*hidden)/i.test(style)) return true;
  // Screen-reader texts of the classic layout (2022 to 2026); they differ from the visible ones.
  return element.classList.contains("visually-hidden") || element.classList.contains("a11y-text");
}

function isInsideHidden(element: Element): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) if (isHidden(at)) return true;
  return false;
}

/** What matches and can be seen: copies of a former page stay hidden beside the current one. */
export function visible(root: Element | Document, selector: string): Element[] {
  return [...root.querySelectorAll(selector)].filter((element) => !isInsideHidden(element));
}

/** Classic shows most texts twice, side by side: the one that is `aria-hidden` is for the eye, the other is not. */
function screenReaderTwin(parent: Element): Element | null {
  if (parent.childElementCount !== 2) return null;
  const first = parent.firstElementChild;
  const last = parent.lastElementChild;
  if (!first || !last || first.localName !== "span" || last.localName !== "span") return null;
  const firstShown = first.getAttribute("aria-hidden") === "true";
  const lastShown = last.getAttribute("aria-hidden") === "true";
  if (firstShown === lastShown) return null;
  return firstShown ? last : first;
}

interface Surroundings {
  heading: boolean;
  href: string | null;
}

class Collector {
  readonly blocks: Block[] = [];
  private accent: Block["accent"] = null;
  private run = "";

  private flush(element: Element, around: Surroundings): void {
    const text = cleanText(this.run);
    this.run = "";
    if (!text) return;
    this.blocks.push({ text, element, ...around, accent: this.accent });
    this.accent = null;
  }

  private noteAccent(svg: Element): void {
    const kind = /^(company|school)-accent/.exec(svg.getAttribute("id") ?? "")?.[1];
    if (kind === "company" || kind === "school") this.accent = kind;
  }

  private addInline(element: Element): void {
    if (element.localName === "br") this.run += " ";
    else if (!isHidden(element)) this.run += element.textContent ?? "";
  }

  walk(parent: Element, around: Surroundings): void {
    const twin = screenReaderTwin(parent);
    for (let node = parent.firstChild; node; node = node.nextSibling) {
      if (node.nodeType === 3) {
        this.run += node.nodeValue ?? "";
        continue;
      }
      if (node.nodeType !== 1) continue;
      const element = node as Element;
      if (INLINE_TAGS.has(element.localName)) {
        this.addInline(element);
        continue;
      }
      this.flush(parent, around);
      if (element === twin || isHidden(element)) continue;
      if (element.localName === "svg") this.noteAccent(element);
      else this.walk(element, surroundingsOf(element, around));
    }
    this.flush(parent, around);
  }
}

function surroundingsOf(element: Element, outer: Surroundings): Surroundings {
  const heading =
    outer.heading || /^h[1-6]$/.test(element.localName) || element.getAttribute("role") === "heading";
  const href = element.localName === "a" ? (element.getAttribute("href") ?? outer.href) : outer.href;
  return heading === outer.heading && href === outer.href ? outer : { heading, href };
}

/** All visible texts under `root`, in page order. */
export function blocksOf(root: Element): Block[] {
  const collector = new Collector();
  collector.walk(root, surroundingsOf(root, { heading: false, href: null }));
  return collector.blocks;
}

/** The same without immediate repetitions: hidden copies stand beside their original. */
export function withoutRepetitions(blocks: Block[]): Block[] {
  return blocks.filter((block, index) => block.text !== blocks[index - 1]?.text);
}
