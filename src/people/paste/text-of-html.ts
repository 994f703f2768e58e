/** The text of copied HTML with its LinkedIn links in it: mail programs and spreadsheets keep them behind the words. */
import { findAddress } from "./address.ts";

/** Rows as lines and cells set off by tabs, as spreadsheets copy them. Nothing in it is loaded or run. */
export function textOfHtml(html: string): string {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  for (const dropped of body.querySelectorAll("style, script, title")) dropped.remove();
  return textOf(body)
    .replace(/\t*\n[\s]*/g, "\n")
    .trim();
}

function textOf(node: Node): string {
  if (!(node instanceof HTMLElement)) return node.nodeValue?.replace(/\s+/g, " ") ?? "";
  if (node.localName === "br") return "\n";
  const inner = [...node.childNodes].map(textOf).join("");
  if (node instanceof HTMLAnchorElement) return withAddress(inner, node.href);
  if (node.localName === "td" || node.localName === "th") return `${inner.trim().replace(/\n+/g, " ")}\t`;
  return /^(?:p|div|li|tr|h[1-6]|table|ul|ol|blockquote)$/.test(node.localName) ? `\n${inner}\n` : inner;
}

function withAddress(words: string, href: string): string {
  const isOfLinkedIn = findAddress(href)?.problem !== "not_linkedin" && findAddress(href) !== null;
  return isOfLinkedIn && !findAddress(words) ? `${words} ${href}` : words;
}
