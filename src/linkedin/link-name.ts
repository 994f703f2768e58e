/** The name a page shows for a link to a profile: for saving somebody out of a list, a feed or a message. */

import { isMemberId, publicIdOfLink, readAddress } from "./profile-url.ts";
import { cleanName } from "./text/name.ts";
import { comparable } from "./text/text.ts";

/** Text for screen readers alone, drawings and scripts. */
const UNSEEN = ".visually-hidden,.sr-only,[hidden],svg,script,style,template,noscript";
const LONGEST_NAME = 80;

/**
 * The one name that the links to this profile show, or null: when there is none, when there are several,
 * and when nothing on the page (the slug, or the picture's description) confirms that it is a name.
 */
export function linkName(document: Document, url: string): string | null {
  const slug = publicIdOfLink(url);
  if (slug === null || isMemberId(slug)) return null;
  const links = linksTo(document, slug);
  const pictures = new Set(links.flatMap(pictureNames).map(comparable));
  const names = new Map<string, string>();
  for (const text of links.flatMap(visibleTexts)) {
    const name = cleanName(text);
    if (isNameLike(name) && (fitsSlug(name, slug) || pictures.has(comparable(name))))
      names.set(comparable(name), name);
  }
  const [only, ...others] = names.values();
  return others.length === 0 ? (only ?? null) : null;
}

function linksTo(document: Document, slug: string): Element[] {
  return [...document.querySelectorAll('a[href*="/in/"]')].filter((link) => {
    const href = link.getAttribute("href") ?? "";
    const absolute = URL.canParse(href, document.baseURI) ? new URL(href, document.baseURI).href : href;
    return publicIdOfLink(absolute) === slug && readAddress(absolute).kind === "profile";
  });
}

function visibleTexts(link: Element): string[] {
  const texts: string[] = [];
  const walk = (node: Node) => {
    for (const child of node.childNodes) {
      if (child.nodeType === 3) texts.push(child.nodeValue ?? "");
      else if (child.nodeType === 1 && !(child as Element).matches(UNSEEN)) walk(child);
    }
  };
  walk(link);
  return texts;
}

function pictureNames(link: Element): string[] {
  return [...link.querySelectorAll("img[alt]")].map((picture) => picture.getAttribute("alt") ?? "");
}

/** At least two words, each written as names are, or one of a script that needs no blank. */
function isNameLike(name: string): boolean {
  const words = wordsOf(name);
  if (name.length > LONGEST_NAME || words.length > 6 || /\d/.test(name)) return false;
  if (words.length < 2)
    return /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{2,}$/u.test(name);
  return words.every((word) => word.length <= 3 || /^\P{Ll}/u.test(word));
}

/** First and last word stand in the slug: "mara-lindqvist-5b81", "wil-okoye", "mlindqvist". */
function fitsSlug(name: string, slug: string): boolean {
  const words = wordsOf(name).map(plain).filter(Boolean);
  const [first = "", last = ""] = [words[0], words.at(-1)];
  const parts = plain(slug)
    .split("-")
    .filter((part) => /[^\d]/.test(part));
  const meets = (word: string) => parts.some((part) => part.startsWith(word) || word.startsWith(part));
  const joined = parts.join("").replace(/\d+$/, "");
  return first !== "" && ((meets(first) && meets(last)) || (joined[0] === first[0] && joined.endsWith(last)));
}

/** Of a name without what follows a comma: degrees, pronouns. */
function wordsOf(name: string): string[] {
  return (name.split(",", 1)[0] ?? "").split(/\s+/).filter(Boolean);
}

function plain(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}-]/gu, "");
}
