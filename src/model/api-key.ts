/** An API key as it comes out of an e-mail, a password manager or a command line. */

/**
 * The key in what was pasted: without "Authorization:", "Bearer", quotes, and the invisible characters that
 * mail programs add. Null when what is left cannot be a key: a blank or a non-ASCII letter cannot stand in a
 * header, and fetch would report that as a lost connection. Otherwise a key is opaque.
 */
export function readApiKey(pasted: string): string | null {
  const key = pasted
    .replace(INVISIBLE, "")
    .replace(QUOTES, "")
    .trim()
    .replace(/^authorization\s*:\s*/i, "")
    .replace(/^bearer(\s*:\s*|\s+|$)/i, "");
  return /^[\x21-\x7e]+$/.test(key) ? key : null;
}

/** Format characters: zero-width space and joiners, marks of direction, byte-order mark, soft hyphen. */
const INVISIBLE = /\p{Cf}/gu;
const QUOTES = /["'`´‘’“”„«»‹›]/g;
