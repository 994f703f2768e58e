/** An API key as it comes out of an e-mail, a password manager or a command line. */

/**
 * The key in what was pasted: without "Authorization:", "Bearer", quotes, and the invisible characters that
 * mail programs add; or the one word of it that begins as keys do. Null when what is left cannot be a key: a
 * blank or a non-ASCII letter cannot stand in a header, and fetch would report that as a lost connection.
 * Otherwise a key is opaque.
 */
export function readApiKey(pasted: string): string | null {
  const text = pasted.replace(INVISIBLE, "").replace(QUOTES, "").trim();
  const key = text.replace(/^authorization\s*:\s*/i, "").replace(/^bearer(\s*:\s*|\s+|$)/i, "");
  if (key.startsWith(PREFIX) && ONE_WORD.test(key) && !END_OF_LINE.test(key)) return key;
  const [only, ...others] = text.split(BETWEEN).filter((word) => word.startsWith(PREFIX));
  if (only !== undefined && others.length === 0 && ONE_WORD.test(only)) return only.replace(END_OF_LINE, "");
  return ONE_WORD.test(key) ? key : null;
}

/** Stardex' keys begin so; other tokens that it takes need not. */
const PREFIX = "ats-";
const ONE_WORD = /^[\x21-\x7e]+$/;
/** "API key: ats-1", "STARDEX_KEY=ats-1", "<ats-1>". */
const BETWEEN = /[\s:<>()]+|(?<=\w)=(?=ats-)/;
/** What a sentence, a list or a line of code ends with. */
const END_OF_LINE = /[.,;>)]+$/;

/** Format characters: zero-width space and joiners, marks of direction, byte-order mark, soft hyphen. */
const INVISIBLE = /\p{Cf}/gu;
const QUOTES = /["'`´‘’“”„«»‹›]/g;
