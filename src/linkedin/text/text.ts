/** Text as a page gives it -> text as a person sees it. */

/** Zero-width, bidi and other invisible marks; joiners are handled apart because emoji and some scripts need them. */
const INVISIBLE =
  /[\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\u00ad\u061c\u180e\u034f\u115f\u1160\u17b4\u17b5]/g;
/** A zero-width joiner is text only inside an emoji or after a combining mark (Indic scripts; an emoji's U+FE0F is one too). */
const STRAY_JOINER = /(?<![\p{ExtPict}\p{EMod}\p{M}])\u200d|\u200d(?![\p{L}\p{ExtPict}])/gu;
/** A zero-width non-joiner is spelling in Persian and Indic scripts, noise elsewhere. */
const STRAY_NON_JOINER = /(?<![\p{sc=Arabic}\p{M}])\u200c|\u200c(?![\p{sc=Arabic}\p{L}])/gu;

/** No text we look for comes near it (an About holds 2,600), and a page's author must not choose how long we read. */
const LONGEST = 10_000;

/** Removes what cannot be seen and folds every kind of blank to one space. Empty for what is too long to be a value. */
export function cleanText(raw: string): string {
  if (raw.length > LONGEST) return "";
  // Most texts are plain, Latin letters and common marks, and some thousand are read on a page.
  const seen = /^[\t-\xac\xae-\xff\u2010-\u2027]*$/.test(raw)
    ? raw
    : raw.replace(INVISIBLE, "").replace(STRAY_NON_JOINER, "").replace(STRAY_JOINER, "").normalize("NFC");
  return seen.replace(/\s+/g, " ").trim();
}

/** Logged-out pages mask values as `****** ***`: no letter or digit means no value. */
export function isMasked(text: string): boolean {
  const shown = text.includes("*") ? /[\p{L}\p{N}]{2}/u : /[\p{L}\p{N}]/u;
  return text.includes("***") || !shown.test(text);
}

/** For comparing two spellings of one thing: letters and digits only, lower case, single blanks. */
export function comparable(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, " ")
    .trim();
}

/** The text, unless there is none or it is masked. */
export function unmasked(text: string | null | undefined): string | null {
  return text && !isMasked(text) ? text : null;
}

/** The value that several marks name: where they do not agree, none. */
export function agreed(values: (string | null | undefined)[]): string | null {
  return unmasked(only(unique(values.filter((value) => value != null))));
}

export function unique<T>(values: T[]): T[] {
  return [...new Set(values)];
}

/** The value that stands alone; where there are several, which is which is not known. */
export function only<T>(values: T[]): T | undefined {
  return values.length === 1 ? values[0] : undefined;
}
