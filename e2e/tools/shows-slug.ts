/** Whether a page still tells whose it is: only where it does not may a reader refuse it. */
import type { Golden, OpenPage } from "./golden.ts";

/**
 * The slug anywhere in an attribute of the page's head or of its main part, or in JSON-LD. Other
 * people's blocks, dialogs and the screen's frame do not count.
 */
export function showsSlug({ document, frameDocument }: OpenPage, { answer }: Golden): boolean {
  const slug = answer.expected?.public_id;
  if (!slug) return false;
  return [document, frameDocument].some((it) => it !== null && documentShows(it, slug));
}

const places = "head link, head meta, main, main *, [role='main'] *, script";
const elsewhere = "aside, dialog, [role='dialog'], [hidden], [inert]";

function documentShows(document: Document, slug: string): boolean {
  const elements = [...document.querySelectorAll(places)];
  return elements.some((element) => !element.closest(elsewhere) && mentions(element, slug));
}

function mentions(element: Element, slug: string): boolean {
  const texts = element.getAttributeNames().map((name) => element.getAttribute(name) ?? "");
  if (element.getAttribute("type") === "application/ld+json") texts.push(element.textContent ?? "");
  return texts.some((text) => decoded(text).includes(slug));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text).normalize("NFC").toLowerCase();
  } catch {
    return text.toLowerCase();
  }
}
