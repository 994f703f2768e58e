/** Text as a page gives it -> text as a person sees it. */

/** Zero-width, bidi and other invisible marks; joiners are handled apart because emoji and some scripts need them. */
const INVISIBLE =
  /[\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\u00ad\u061c\u180e]|\u034f|\u115f|\u1160|\u17b4|\u17b5/g;
/** A zero-width joiner is text only inside an emoji or after a combining mark (Indic scripts). */
const STRAY_JOINER =
  /(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f|\p{M})\u200d|\u200d(?![\p{L}\p{Extended_Pictographic}])/gu;
/** A zero-width non-joiner is spelling in Persian and Indic scripts, noise elsewhere. */
const STRAY_NON_JOINER = /(?<![\p{Script=Arabic}\p{M}])\u200c|\u200c(?![\p{Script=Arabic}\p{L}])/gu;

/** No text we look for comes near it (an About holds 2,600), and a page's author must not choose how long we read. */
const LONGEST = 10_000;

/** Removes what cannot be seen and folds every kind of blank to one space. Empty for what is too long to be a value. */
export function cleanText(raw: string): string {
  if (raw.length > LONGEST) return "";
  // Most texts are plain, and some thousand are read on a page.
  if (/^[\n\x20-\x7e]*$/.test(raw)) return raw.replace(/\s+/g, " ").trim();
  return raw
    .replace(INVISIBLE, "")
    .replace(STRAY_NON_JOINER, "")
    .replace(STRAY_JOINER, "")
    .replace(/\s+/g, " ")
    .trim()
    .normalize("NFC");
}

/** Logged-out pages mask values as `****** ***`: no letter or digit means no value. */
export function isMasked(text: string): boolean {
  return text.includes("*")
    ? !/[\p{L}\p{N}]{2}/u.test(text) || /\*{3}/.test(text)
    : !/[\p{L}\p{N}]/u.test(text);
}

/** For comparing two spellings of one thing: letters and digits only, lower case, single blanks. */
export function comparable(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, " ")
    .trim();
}

/** True when both name the same organisation: equal, or one is the other's beginning, whole words only. */
export function sameOrganisation(a: string, b: string): boolean {
  const [left, right] = [comparable(a), comparable(b)];
  if (!left || !right) return false;
  return left === right || left.startsWith(`${right} `) || right.startsWith(`${left} `);
}
