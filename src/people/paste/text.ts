/** The text of a pasted cell or line. */

/** Invisible marks, and blanks of every kind as one space. */
export function plainText(text: string): string {
  return text
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** Null for what is empty or stands for it in a spreadsheet. */
export function filledText(text: string | undefined): string | null {
  const plain = plainText(text ?? "");
  return /^(?:[-–—_.?]*|n\/?a|null|none|#n\/a|#ref!|#value!)$/i.test(plain) ? null : plain;
}

/** The visible words of Markdown: links by their label, emphasis and code marks gone. */
export function withoutMarkdown(text: string): string {
  return text
    .replace(/!?\[([^\][]{0,300})\]\([^)]{0,2000}\)/g, "$1")
    .replace(/(\*\*|__|`)(.{1,300}?)\1/g, "$2")
    .replace(/(^|\s)([*_])(?=\S)(.{1,300}?)\2(?=\s|$)/g, "$1$3");
}

/** For comparing header words: lower case, without diacritics, punctuation and blanks. */
export function comparableWord(text: string): string {
  return plainText(text)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/ł/g, "l")
    .replace(/[^\p{L}\p{N}]/gu, "");
}
