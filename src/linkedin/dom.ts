/**
 * The DOM as the page cannot bend it. A control named `closest` replaces its form's own `closest`, an image named `body` the document's,
 * in an extension's world too. The prototypes are out of the page's reach there.
 */

/** The node's own property, whatever the page has named like it. */
export function property<N extends Node, K extends keyof N>(node: N, key: K): N[K] {
  return Reflect.get(Object.getPrototypeOf(node), key, node);
}

type Root = Element | Document;

/** What matches, seen or not. */
export function all(root: Root, selector: string): Element[] {
  return [...property<Root, "querySelectorAll">(root, "querySelectorAll").call(root, selector)];
}

/** The first that matches, seen or not. */
export function one(root: Root, selector: string): Element | null {
  return property<Root, "querySelector">(root, "querySelector").call(root, selector);
}

/** Whether one of the selectors has a match. Each by itself: a list takes the browser several times as long as all its parts. */
export function has(root: Root, selectors: string): boolean {
  return selectors.split(",").some((selector) => one(root, selector));
}

export function closest(element: Element, selector: string): Element | null {
  return property(element, "closest").call(element, selector);
}

export function matches(element: Element, selector: string): boolean {
  return property(element, "matches").call(element, selector);
}

export function contains(element: Node, other: Node): boolean {
  return property(element, "contains").call(element, other);
}

/** Whether `element` stands before `other` in the page. */
export function precedes(element: Element, other: Element): boolean {
  return (property(element, "compareDocumentPosition").call(element, other) & 4) !== 0;
}

/** The attribute's value; empty where there is no such attribute, or no element. */
export function attribute(element: Element | null | undefined, name: string): string {
  return (element && property(element, "getAttribute").call(element, name)) ?? "";
}

export function parentOf(element: Element): Element | null {
  return property(element, "parentElement");
}

export function childrenOf(element: Element): Element[] {
  return [...property(element, "children")];
}

function nextElementOf(element: Element): Element | null {
  return property(element, "nextElementSibling");
}

export function tagOf(element: Element): string {
  return property(element, "localName");
}

export function textContentOf(node: Node | null): string {
  return (node && property(node, "textContent")) ?? "";
}

export function bodyOf(document: Document): Element {
  return property(document, "body");
}

/** Elements (1) and texts (4) under `root`, or only texts. */
export function walkerOf(root: Element, show: 4 | 5): TreeWalker {
  const document = property(root, "ownerDocument") as Document;
  return property(document, "createTreeWalker").call(document, root, show);
}

/** The target of a link; empty where there is none. */
export function targetsOf(links: Element[]): string[] {
  return links.map((link) => attribute(link, "href"));
}

export function sectionOf(element: Element | undefined | null): Element | null {
  return element ? closest(element, "section") : null;
}

/**
 * Whether all of the element has arrived. While a page still streams in, only what something follows is whole: a part of a card is
 * no card, and a part of Experience has the wrong first role.
 */
export function hasArrived(document: Document, element: Element): boolean {
  if (property(document, "readyState") !== "loading") return true;
  for (let at: Element | null = element; at; at = parentOf(at)) if (nextElementOf(at)) return true;
  return false;
}
