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
  const [left, right] = [partsOf(a), partsOf(b)];
  if (left.length === 0 || right.length === 0) return false;
  if (isSameSpelling(left.join(""), right.join(""))) return true;
  if (left.length < 2 || right.length < 2) return false;
  const ends =
    isSameSpelling(left[0] ?? "", right[0] ?? "") && isSameSpelling(left.at(-1) ?? "", right.at(-1) ?? "");
  return ends && areMiddleNamesOne(left.slice(1, -1), right.slice(1, -1));
}

/** Bounded: a page's author must not choose how long we compare. */
const LONGEST = 200;

function wordsOf(name: string): string[] {
  const bare = name
    .slice(0, LONGEST)
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g, "")
    .replace(/\([^()]*\)|\[[^[\]]*\]|["“”„«»][^"“”„«»]*["“”„«»]/g, " ")
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
