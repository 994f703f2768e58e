/** Whether two spellings name one person, or one company, in Stardex and on LinkedIn. */
import { CREDENTIAL, cleanName, HONORIFIC } from "../linkedin/text/name.ts";
import { comparable } from "../linkedin/text/text.ts";

/** Words that say what a company is in law, not what it is called; dots are gone by then. */
const LEGAL_FORM =
  /^(?:ltd|limited|llc|llp|lp|inc|incorporated|corp|corporation|co|company|plc|gmbh|mbh|ggmbh|ug|ag|kg|kgaa|ohg|se|sa|sas|sasu|sarl|srl|spa|sl|slu|sau|bv|nv|cv|vof|ab|asa|as|aps|oy|oyj|pty|pte|pvt|private|bhd|sdn|kft|zrt|doo|sro|zoo|lda|ltda|eirl|kk)$/;

/** The name without brackets, honorifics and credentials, in its own spelling. At least two words stay. */
export function plainName(name: string): string {
  const words = cleanName(name)
    .replace(/\([^()]*\)|\[[^[\]]*\]|["“”„«»][^"“”„«»]*["“”„«»]/g, " ")
    .split(/[\s,]+/)
    .filter(Boolean);
  while (words.length > 2 && HONORIFIC.test(words[0] ?? "")) words.shift();
  while (words.length > 2 && isCredential(words.at(-1) ?? "")) words.pop();
  return words.join(" ");
}

/** False for names without a letter or digit: they say nothing. */
export function isSameName(a: string, b: string): boolean {
  return isSame(plainName(a), plainName(b));
}

/** The name without its legal form, in its own spelling. */
export function plainCompany(name: string): string {
  const words = name.split(/[\s,]+/).filter(Boolean);
  while (words.length > 1 && isLegalForm(words.at(-1) ?? "")) words.pop();
  return words.join(" ");
}

export function isSameCompany(a: string, b: string): boolean {
  return isSame(plainCompany(a), plainCompany(b));
}

/** "MA" is a degree, "Ma" a family name. */
function isCredential(word: string): boolean {
  return CREDENTIAL.test(word) && (!/^\p{Lu}\p{Ll}+$/u.test(word) || /^(?:jr|sr|esq)$/i.test(word));
}

/** "S.A.", "(UK)" or the "&" of "& Co." among them. */
function isLegalForm(word: string): boolean {
  const plain = word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  return plain === "" || LEGAL_FORM.test(plain);
}

function isSame(a: string, b: string): boolean {
  const folded = fold(a);
  return folded !== "" && folded === fold(b);
}

/** Latin accents fold away; marks that are letters of their own in other scripts stay. */
function fold(text: string): string {
  const bare = text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "");
  return comparable(bare.replace(/ß/g, "ss").replace(/ø/gi, "o").replace(/ł/gi, "l").replace(/ı/g, "i"));
}
