/** Whether two spellings of a name can be one person's, in Stardex and on LinkedIn. */
import { withoutTitles } from "./name-titles.ts";
import { isSameSpelling, spellings } from "./spelling.ts";

/** The name without brackets, titles and degrees, in its own spelling. At least two words stay. */
export function plainName(name: string): string {
  return wordsOf(name).join(" ");
}

/**
 * True for names that differ in spelling, titles, or a middle name that only one of them has. False for
 * names without a letter or digit: they say nothing.
 */
export function isSameName(a: string, b: string): boolean {
  const [elder, younger] = [generationOf(a), generationOf(b)];
  if (elder !== null && younger !== null && elder !== younger) return false;
  if (inOrder(a).some((one) => inOrder(b).some((other) => areOneName(partsOf(one), partsOf(other)))))
    return true;
  return areReversed(a, b) || areReversed(b, a);
}

/** "Müller, Jörg" as it stands, and as "Jörg Müller". */
function inOrder(whole: string): string[] {
  const name = withoutCredentials(whole.slice(0, LONGEST));
  const [last = "", first = "", ...more] = name.split(",");
  const isSwapped = more.length === 0 && /\p{L}/u.test(last) && /\p{L}/u.test(first);
  return isSwapped ? [name, `${first} ${last}`] : [name];
}

/** "Wang Xiaoming" and "Xiaoming Wang": letter for letter, with nothing left out. */
function areReversed(a: string, b: string): boolean {
  const [one, two, ...others] = wordsOf(a);
  if (!one || !two || others.length > 0) return false;
  const parts = partsOf(b);
  return parts.length > 1 && areJoinedAlike(partsOf(`${two} ${one}`), parts);
}

/** Behind a comma: degrees and memberships, of which there are thousands, pronouns, slogans. "LINDQVIST, MARA" has none. */
function withoutCredentials(name: string): string {
  const [before = "", ...behind] = name.split(",");
  if (name === name.toUpperCase()) return name;
  const isNoName = (part: string) =>
    part.trim() !== "" &&
    part
      .trim()
      .split(/\s+/)
      .every((word) => /\p{Lu}.*\p{Lu}|[/\d@]/u.test(word));
  return [before, ...behind.filter((part) => !isNoName(part))].join(",");
}

/** Father and son are two: "Jr." and "Sr.", "II" and "III". */
function generationOf(name: string): string | null {
  const [, generation] = /[\s,](jr|sr|ii|iii|iv)\.?\s*$/i.exec(name.slice(0, LONGEST)) ?? [];
  return generation?.toLowerCase() ?? null;
}

function areOneName(left: string[], right: string[]): boolean {
  if (left.length === 0 || right.length === 0) return false;
  if (areJoinedAlike(left, right)) return true;
  if (left.length < 2 || right.length < 2) return false;
  const ends =
    isSameSpelling(left[0] ?? "", right[0] ?? "") && isSameSpelling(left.at(-1) ?? "", right.at(-1) ?? "");
  return ends && areMiddleNamesOne(left.slice(1, -1), right.slice(1, -1));
}

/** The same letters, and every gap of one is a gap of the other: "Anne Marie Roe" is "Annemarie Roe", "Ann Alee" is not "Anna Lee". */
function areJoinedAlike(a: string[], b: string[]): boolean {
  if (a.length === 1 && b.length === 1) return isSameSpelling(a[0] ?? "", b[0] ?? "");
  return joined(a).some((one) =>
    joined(b).some((other) => {
      if (one.letters !== other.letters) return false;
      const [few, many] =
        one.gaps.length <= other.gaps.length ? [one.gaps, other.gaps] : [other.gaps, one.gaps];
      // Chinese, Japanese and Korean names are written with a gap or without.
      const isGapNeeded = !/^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}ー]+$/u.test(one.letters);
      return (few.length > 0 || !isGapNeeded) && few.every((gap) => many.includes(gap));
    }),
  );
}

/** In each spelling: the letters without gaps, and where the gaps were. */
function joined(parts: string[]): { letters: string; gaps: number[] }[] {
  const spelled = parts.map(spellings);
  return [0, 1].map((way) => {
    const words = spelled.map((all) => all[way] ?? all[0] ?? "");
    const letters = words.join("");
    const gaps = words.slice(1).map((_, index) => words.slice(0, index + 1).join("").length);
    return { letters, gaps };
  });
}

/** Bounded: a page's author must not choose how long we compare. */
const LONGEST = 200;

function wordsOf(name: string): string[] {
  const bare = withoutCredentials(name.slice(0, LONGEST))
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g, "")
    .replace(/\([^()]*\)|\[[^[\]]*\]|["“”„«»][^"“”„«»]*["“”„«»]/g, " ")
    // "Jane Doe née Roe"
    .replace(/\s(?:[Nn]ée|nee|[Gg]eb\.|geborene|born|roz\.|rozená|z domu)\s.*$/u, "")
    .replace(/\s+(?:she|he|they)\/\p{L}+|\s*[|•].*$/giu, "")
    // "Ph. D.", "M. Sc."
    .replace(/(?<!\p{L})(ph|m|b)\.\s+(d|sc|a)\.?(?!\p{L})/giu, "$1$2")
    // "Dr.Anand"
    .replace(/(?<!\p{L})(dr|prof|mr|mrs|ms|ing)\.(?=\p{L})/giu, "$1. ")
    // "h.c."
    .replace(/(?<!\p{L})h\.\s*c\.?(?!\p{L})/giu, "hc")
    .split(/[\s,]+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  return withoutTitles(bare, Math.min(2, bare.length));
}

/** Letters and digits alone: apostrophes join what they part, hyphens part it. */
function partsOf(name: string): string[] {
  return wordsOf(name)
    .join(" ")
    .replace(/['’‘ʼ`´.]/g, "")
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter(Boolean);
}

/** The shorter row stands in the longer one, in its order; an initial stands for any name with it. */
function areMiddleNamesOne(a: string[], b: string[]): boolean {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  let at = 0;
  for (const word of many) if (at < few.length && isSameOrInitial(few[at] ?? "", word)) at++;
  return at === few.length;
}

function isSameOrInitial(a: string, b: string): boolean {
  if (isSameSpelling(a, b)) return true;
  if (a.length !== 1 && b.length !== 1) return false;
  const first = (word: string) => spellings(word).map((spelling) => spelling.slice(0, 1));
  return first(a).some((letter) => first(b).includes(letter));
}
