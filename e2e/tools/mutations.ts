/**
 * What LinkedIn could plausibly do to its pages next, as seeded changes of a document. Each takes
 * one thing away or puts one in; the person's own data stays readable to an eye.
 */
import { plain } from "./golden.ts";
import { labelPhrases, presentWords } from "./labels.ts";

/** What a mutation may use: chance, and whose page it is, by which the top card is found. */
interface Chance {
  random: () => number;
  name: string | null;
  slug: string | null;
}

export interface Mutation {
  name: string;
  apply(document: Document, chance: Chance): void;
}

/** In the order in which several are applied: what needs marks to find its place comes first. */
export const mutations: Mutation[] = [
  { name: "promo blocks", apply: insertPromos },
  { name: "hidden duplicates", apply: addHiddenDuplicates },
  { name: "sections reordered", apply: reorderSections },
  { name: "labels translated", apply: translateLabels },
  { name: "wrappers removed", apply: removeWrappers },
  { name: "wrappers added", apply: addWrappers },
  { name: "tags swapped", apply: swapTags },
  { name: "invisible characters", apply: sprinkleInvisible },
  { name: "no componentkey", apply: (document) => strip(document, "[componentkey]", "componentkey") },
  { name: "no data-*", apply: stripData },
  { name: "no ids", apply: (document) => strip(document, "[id]:not(svg)", "id") },
  { name: "no svg ids", apply: (document) => strip(document, "svg[id]", "id") },
  { name: "no aria-labels", apply: (document) => strip(document, "[aria-label]", "aria-label") },
  { name: "hrefs made #", apply: blankLinks },
  { name: "classes removed", apply: (document) => strip(document, "[class]", "class") },
  { name: "classes re-hashed", apply: rehashClasses },
];

const pick = <T>(random: () => number, list: readonly T[]): T => {
  const chosen = list[Math.floor(random() * list.length)];
  if (chosen === undefined) throw new Error("nothing to pick from");
  return chosen;
};

const shuffled = <T>(random: () => number, list: readonly T[]): T[] =>
  list
    .map((item) => ({ item, order: random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ item }) => item);

// Attributes

function strip(document: Document, selector: string, attribute: string): void {
  for (const element of document.querySelectorAll(selector)) element.removeAttribute(attribute);
}

function stripData(document: Document): void {
  for (const element of document.querySelectorAll("*")) {
    for (const name of element.getAttributeNames()) {
      if (name.startsWith("data-")) element.removeAttribute(name);
    }
  }
}

function blankLinks(document: Document): void {
  for (const link of document.querySelectorAll("[href]")) link.setAttribute("href", "#");
}

function rehashClasses(document: Document, { random }: Chance): void {
  const hashes = new Map<string, string>();
  const hash = (token: string): string => {
    const known = hashes.get(token) ?? `_${Math.floor(random() * 2 ** 32).toString(16)}`;
    hashes.set(token, known);
    return known;
  };
  for (const element of document.querySelectorAll("[class]")) {
    const tokens = [...element.classList].map(hash);
    element.setAttribute("class", tokens.join(" "));
  }
}

// Tags and wrappers

function swapTags(document: Document, { random }: Chance): void {
  const paragraph = pick(random, ["span", "div"]);
  const span = pick(random, ["span", "div", "p"]);
  const leaf = pick(random, ["div", "span", "p"]);
  const h1 = pick(random, ["h2", "div"]);
  const h2 = pick(random, ["h1", "h3", "div"]);
  for (const element of [...document.body.querySelectorAll("p, span, div, h1, h2")]) {
    if (element.localName === "p") retag(element, paragraph);
    else if (element.localName === "h1") retagHeading(element, h1, "1");
    else if (element.localName === "h2") retagHeading(element, h2, "2");
    else if (element.localName === "span" && !isInline(element)) retag(element, span);
    else if (element.localName === "div" && element.childElementCount === 0) retag(element, leaf);
  }
}

/** Within running text a span stays one: a block there would break the line. */
function isInline(element: Element): boolean {
  return [...(element.parentNode?.childNodes ?? [])].some(
    (node) => node.nodeType === 3 && plain(node.nodeValue ?? ""),
  );
}

function retagHeading(element: Element, tag: string, level: string): void {
  const heading = retag(element, tag);
  if (tag === "div") {
    heading.setAttribute("role", "heading");
    heading.setAttribute("aria-level", level);
  }
}

function retag(element: Element, tag: string): Element {
  if (element.localName === tag) return element;
  const swapped = element.ownerDocument.createElement(tag);
  for (const { name, value } of element.attributes) swapped.setAttribute(name, value);
  swapped.append(...element.childNodes);
  element.replaceWith(swapped);
  return swapped;
}

function addWrappers(document: Document, { random }: Chance): void {
  const wrappable = "p, a, h1, h2, section, ul, button, div, figure";
  for (const element of [...document.body.querySelectorAll(wrappable)]) {
    if (random() > 0.25) continue;
    const wrapper = document.createElement("div");
    element.replaceWith(wrapper);
    wrapper.append(element);
  }
}

/** Goes: a div or span that says nothing and holds nothing but one element. */
function removeWrappers(document: Document, { random }: Chance): void {
  for (const element of [...document.body.querySelectorAll("div, span")]) {
    const says = element
      .getAttributeNames()
      .some((name) => !["class", "data-display-contents"].includes(name));
    const only = element.childElementCount === 1 && plain(ownText(element)) === "";
    if (!says && only && random() < 0.6) element.replaceWith(...element.childNodes);
  }
}

function ownText(element: Element): string {
  return [...element.childNodes].map((node) => (node.nodeType === 3 ? (node.nodeValue ?? "") : "")).join("");
}

// Blocks

/** The heading that shows the person's name, and the section around it. */
function findTopCard(document: Document, name: string | null): { card: Element; heading: Element } | null {
  if (name === null) return null;
  const headings = document.querySelectorAll('main h1, main h2, main [role="heading"]');
  const heading = [...headings].find((it) => plain(it.textContent) === plain(name) && !isHidden(it));
  const card = heading?.closest("section, [role='main'] > div");
  return heading && card ? { card, heading } : null;
}

const hiddenPlaces = '[hidden], [inert], [popover], [role="dialog"], dialog, [style*="display: none"]';

function isHidden(element: Element): boolean {
  return element.closest(hiddenPlaces) !== null;
}

const promos = [
  "<div><p><strong>Open to work</strong></p><p>Site Reliability Engineer and Platform Lead roles</p><a href='#'>Show details</a></div>",
  "<div><div><p>Reactivate Premium and see who viewed this profile</p><p>Trial offer for 1 month</p></div><button type='button'>Try Premium</button></div>",
  "<aside><h3>Hire faster with Recruiter Lite</h3><p>Fernhill Search and 12 others use it · Ad</p><a href='https://www.linkedin.com/talent/'>Learn more</a></aside>",
  "<div role='button'><figure><img alt='' src='https://media.licdn.com/company-logo_100'></figure><p>Lighthouse Analytics is hiring</p></div>",
];

function insertPromos(document: Document, { random, name }: Chance): void {
  const top = findTopCard(document, name);
  if (!top) return;
  const places = [
    ...top.card.querySelectorAll("section > div, section > a, div > div, div > ul, div > a, div > section"),
  ];
  for (const place of shuffled(random, places.filter(isBlockPlace)).slice(0, 2)) {
    place.insertAdjacentHTML(random() < 0.5 ? "beforebegin" : "afterend", pick(random, promos));
  }
  top.card.insertAdjacentHTML("beforeend", pick(random, promos));
}

const closedToBlocks = "a, button, p, h1, h2, li, [role='button'], [aria-haspopup]";

/** Between the card's blocks: not inside a link or a row of one line, where no block goes. */
function isBlockPlace(element: Element): boolean {
  const parent = element.parentElement;
  if (!parent || isHidden(element) || parent.closest(closedToBlocks)) return false;
  const onlyBlocks = [...parent.children].every((it) => /^(?:div|section|a|ul|figure)$/u.test(it.localName));
  return onlyBlocks && plain(ownText(parent)) === "";
}

const hide: ((element: Element) => void)[] = [
  (element) => element.setAttribute("hidden", ""),
  (element) => element.setAttribute("inert", ""),
  (element) => element.setAttribute("style", "display: none"),
];

/** A former person's card kept hidden beside this one, and texts doubled for another screen width. */
function addHiddenDuplicates(document: Document, { random, name, slug }: Chance): void {
  const top = findTopCard(document, name);
  if (!top) return;
  const former = formerCard(top.card, name, slug);
  pick(random, hide)(former);
  top.card.before(former);
  const lines = [...top.card.querySelectorAll("p, h1, h2, span")].filter(
    (it) => it.childElementCount === 0 && !isHidden(it),
  );
  for (const line of shuffled(random, lines).slice(0, 4)) {
    const copy = line.cloneNode(true) as Element;
    pick(random, hide)(copy);
    line.before(copy);
  }
}

const memberId = /AC[ow]A[\w-]{35}/gu;

function formerCard(card: Element, name: string | null, slug: string | null): Element {
  const former = card.cloneNode(true) as Element;
  for (const text of textNodes(former)) {
    if (plain(text.data) === plain(name ?? "")) text.data = "Rosalind Achterberg";
    else if (plain(text.data).length > 3) text.data = `Former ${text.data}`;
  }
  for (const element of [former, ...former.querySelectorAll("*")]) {
    for (const { name: attribute, value } of [...element.attributes]) {
      const changed = value.replace(memberId, "ACoAAB0rosalindAchterberg0000000000000A");
      element.setAttribute(attribute, slug ? changed.replaceAll(slug, "rosalind-achterberg-0") : changed);
    }
  }
  return former;
}

/** LinkedIn moves its cards about; the top card stays first. */
function reorderSections(document: Document, { random, name }: Chance): void {
  const top = findTopCard(document, name)?.card ?? null;
  const cards = [...document.querySelectorAll("main section")].filter(
    (card) => card === top || !top?.contains(card),
  );
  const parents = new Set(cards.map((card) => block(card).parentElement));
  for (const parent of parents) {
    if (!parent) continue;
    const movable = [...parent.children].filter((child) => isCard(child) && !child.contains(top));
    const places = movable.map((child) => {
      const place = document.createComment("");
      child.replaceWith(place);
      return place;
    });
    const order = shuffled(random, movable);
    for (const [index, place] of places.entries()) place.replaceWith(...order.slice(index, index + 1));
  }
}

/** The outermost element that holds only this section. */
function block(section: Element): Element {
  let outer = section;
  while (outer.parentElement?.childElementCount === 1 && outer.parentElement.localName !== "main")
    outer = outer.parentElement;
  return outer;
}

function isCard(element: Element): boolean {
  return element.localName === "section" || element.localName === "div";
}

// Text

function textNodes(root: Node): Text[] {
  const document = root.ownerDocument ?? (root as Document);
  const walker = document.createTreeWalker(root, 4);
  const found: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement?.localName ?? "";
    if (!["script", "style", "code"].includes(parent)) found.push(node as Text);
  }
  return found;
}

const invisibleCharacters = ["\u200b", "\u200e", "\u200f", "\ufeff", "\u2060"];
const blanks = ["\u00a0", "\u202f", "  "];

function sprinkleInvisible(document: Document, { random }: Chance): void {
  for (const text of textNodes(document.documentElement)) {
    if (!plain(text.data)) continue;
    text.data = text.data
      .replace(/(?<=\S) (?=\S)/gu, (blank) => (random() < 0.5 ? pick(random, blanks) : blank))
      .replace(/\p{L}(?=\p{L})/gu, (letter) =>
        random() < 0.05 ? letter + pick(random, invisibleCharacters) : letter,
      );
    if (random() < 0.3) text.data += pick(random, invisibleCharacters);
    if (random() < 0.2) text.data = pick(random, invisibleCharacters) + text.data;
  }
}

/** The screen's own words only: buttons, headings, degree, "Present" in date lines; aria-labels. */
function translateLabels(document: Document, { random }: Chance): void {
  const language = Math.floor(random() * presentWords.length);
  for (const text of textNodes(document.body)) text.data = translateText(text.data, language);
  for (const element of document.querySelectorAll("[aria-label]")) {
    const label = element.getAttribute("aria-label") ?? "";
    element.setAttribute("aria-label", translateSentence(translateText(label, language), language));
  }
}

function translateText(text: string, language: number): string {
  const phrase = labelPhrases.find((phrases) => phrases.includes(plain(text)));
  if (phrase) return phrase[language] ?? text;
  const current = presentWords.find((word) => /\d{4}/u.test(text) && text.includes(word));
  return current ? text.replace(current, presentWords[language] ?? current) : text;
}

/** "Current company: X. Click to ..." and the like: the words about the value change, the value stays. */
function translateSentence(label: string, language: number): string {
  const opening = /^(?:Current company|Education|Invite|Message|Follow)[: ]+/u.exec(label)?.[0];
  return opening ? `${labelPhrases[0]?.[language] ?? ""}: ${label.slice(opening.length)}` : label;
}
