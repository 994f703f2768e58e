/**
 * The text of an activity. Stardex keeps it as HTML and as plain text and does not say which it answers
 * with (vendor's reference, POST /v1/person-activities), so both are read. There is no DOM in a service
 * worker, and no page may ever render it: the result is text, whatever stood in it.
 */

/** Only these make a text HTML: "Fee < 30 % and > 20 %" is a text. */
const HTML_TAG =
  /<\/?(?:p|br|hr|div|span|ul|ol|li|b|i|u|s|em|strong|a|h[1-6]|blockquote|pre|code|table|thead|tbody|tr|td|th|img|style|script|head|body|html|font|section)(?:[\s/][^<>]*)?>/i;
/** What stands between these is no text. */
const UNREAD = /<(style|script|head|title|template)\b[^>]*>[\s\S]*?(?:<\/\1\s*>|$)/gi;
const COMMENT = /<!--[\s\S]*?(?:-->|$)|<!doctype[^>]*>/gi;
const ITEM = /<li(?:[\s/][^<>]*)?>/gi;
const LINE_END = /<br(?:[\s/][^<>]*)?>|<\/(?:ul|ol|tr|div|h[1-6]|pre|blockquote|section)\s*>/gi;
const PARAGRAPH_END = /<\/p\s*>|<hr(?:[\s/][^<>]*)?>/gi;
const CELL_END = /<\/t[dh]\s*>/gi;
const ANY_TAG = /<\/?[a-z][^<>]*>/gi;

const ENTITIES: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  ndash: "–",
  mdash: "—",
  hellip: "…",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  bull: "•",
  euro: "€",
  pound: "£",
};

/** Lines and list items are kept, at most one empty line between two; everything else of the markup goes. */
export function plainText(content: string): string {
  return tidy(isHtml(content) ? decodeEntities(withoutTags(content)) : decodeNamedOnly(content));
}

/** Whether two texts of an activity or task are one: Stardex may answer with other blanks, or with HTML. */
export function isSameContent(a: string, b: string): boolean {
  return normalizeContent(a) === normalizeContent(b);
}

function normalizeContent(content: string): string {
  return plainText(content)
    .normalize("NFC")
    .replace(/^[•*-]\s+/gm, "")
    .replace(/\s+/g, " ")
    .trim();
}

function isHtml(content: string): boolean {
  return HTML_TAG.test(content);
}

function withoutTags(html: string): string {
  return html
    .replace(COMMENT, "")
    .replace(UNREAD, "")
    .replace(/\s+/g, " ")
    .replace(ITEM, "\n• ")
    .replace(PARAGRAPH_END, "\n\n")
    .replace(LINE_END, "\n")
    .replace(CELL_END, " ")
    .replace(ANY_TAG, "");
}

function decodeEntities(text: string): string {
  return text.replace(/&(#x[\da-f]+|#\d+|[a-z]+\d*);/gi, (entity, name: string) => {
    return ENTITIES[name] ?? ENTITIES[name.toLowerCase()] ?? numbered(name) ?? entity;
  });
}

/** A plain text that was escaped on its way; one that merely holds an ampersand is left as it is. */
function decodeNamedOnly(text: string): string {
  return /&(?:amp|lt|gt|quot|nbsp|#39|#x27);/i.test(text) ? decodeEntities(text) : text;
}

function numbered(name: string): string | undefined {
  if (!name.startsWith("#")) return undefined;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

function tidy(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
