/** One word in the spellings that a database, a keyboard or a passport gives it. */

/** Letters with two usual Latin spellings: the one of the language itself, and the bare letter. */
const DIGRAPHS: Record<string, string> = {
  ä: "ae",
  ö: "oe",
  ü: "ue",
  ø: "oe",
  å: "aa",
  æ: "ae",
  œ: "oe",
  đ: "dj",
};

/** Letters that no Unicode decomposition takes apart. */
const BARE: Record<string, string> = {
  ß: "ss",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ħ: "h",
  ı: "i",
  ŋ: "n",
  ŧ: "t",
  ø: "o",
  æ: "ae",
  œ: "oe",
  // Arabic and Persian letters that keyboards and people change for one another; old forms of Japanese ones.
  ى: "ي",
  ی: "ي",
  ک: "ك",
  ة: "ه",
  ٱ: "ا",
  髙: "高",
  﨑: "崎",
};

const anyOf = (letters: Record<string, string>) => new RegExp(`[${Object.keys(letters).join("")}]`, "g");
const BARE_LETTERS = anyOf(BARE);
const WITH_DIGRAPH = anyOf(DIGRAPHS);

/** Latin accents, and the vowel signs of Arabic and Hebrew, fall away; marks that are letters of their own in other scripts stay. */
function bareLetters(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u0640\u064b-\u0655\u0670]/g, "")
    .replace(BARE_LETTERS, (letter) => BARE[letter] ?? letter)
    .normalize("NFC");
}

function lower(text: string): string {
  // A dotted capital I has a dot of its own in lower case.
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/i\u0307/g, "i")
    .normalize("NFC");
}

/** All spellings of a text in lower case, the bare one first. Müller -> muller, mueller. */
export function spellings(text: string): string[] {
  // Almost all words, and the long list of legal forms.
  if (/^[ -~]*$/.test(text)) return [text.toLowerCase()];
  const plain = lower(text);
  const spelled = plain.replace(WITH_DIGRAPH, (letter) => DIGRAPHS[letter] ?? letter);
  return [...new Set([bareLetters(plain), bareLetters(spelled)])];
}

/** True when some spelling of both is one. */
export function isSameSpelling(a: string, b: string): boolean {
  const others = spellings(b);
  return spellings(a).some((spelling) => others.includes(spelling));
}
