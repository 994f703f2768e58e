/** The display name -> one to show and, where that is certain, first and last name for the API. */
import { cleanText } from "./text.ts";

const EMOJI =
  /\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|[\u{e0020}-\u{e007f}]|\ufe0f|\u20e3/gu;

/** Invisible marks, emoji and badges gone; credentials and former names stay, they are part of the display name. */
export function cleanName(raw: string): string {
  const text = raw.replace(/(?<![\d#*])[#*](?=\ufe0f?\u20e3)/g, "").replace(/[©®™✓✔☑●◆★☆♦|]/gu, " ");
  const joined = text
    .replace(/\u200d(?=\p{Extended_Pictographic})/gu, "")
    .replace(EMOJI, (c) => (/\p{N}/u.test(c) ? c : " "));
  return cleanText(joined).replace(/^[\s,·•–-]+|[\s,·•–-]+$/g, "");
}

export interface SplitName {
  firstName: string;
  lastName: string;
}

/*
 * Own and small, after trying the libraries (2026-11): they always answer, and a wrong split is worse than none, since
 * the server can split. humanparser 2.7 gives "PhD," as the first name of "Jane Doe, PhD, MBA"; parse-full-name 1.2 takes
 * "Cher" and "山田太郎" for last names; both put García of "María José García López" among the middle names.
 */

/** Honorifics before a name. */
export const HONORIFIC =
  /^(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|rev|hon|ing|ir|drs|dipl|mag|herr|frau|dott|sig|sra?|mme|mlle|eng|capt|col|lt|maj|gen)\.?$/i;
/** Credentials after a name, where no comma sets them off. */
export const CREDENTIAL =
  /^(?:ph\.?d|m\.?d|mba|emba|msc|bsc|m\.?a|b\.?a|llm|llb|cpa|cfa|pmp|phr|sphr|shrm-s?cp|esq|jr|sr|ii|iii|iv|rn|pe|cissp|csm|mcipd|assoc\.?cipd|facca|acca|dba|edd|pharmd|mph|fca|aca|frsa|obe|mbe)\.?$/i;
/** Words that belong to the surname after them. */
const PARTICLE =
  /^(?:de|del|della|der|den|di|da|do|dos|das|du|des|le|la|van|von|vom|zu|zur|zum|ten|ter|te|'t|el|al|bin|ibn|ben|bint|af|av|dal|dalla|degli|lo|st\.?|san|santa|mac|op)$/i;
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** First and last name of a clean display name, or null where that is not certain. */
export function splitName(clean: string): SplitName | null {
  if (CJK.test(clean)) return null;
  // A former or second name in brackets or quotes is part of neither.
  const plain = clean.replace(/\([^()]*\)|\[[^[\]]*\]|["“”„«»][^"“”„«»]*["“”„«»]/g, " ");
  const [beforeComma = ""] = plain.split(/,|\s[|•·–—-]\s/, 1);
  const words = withoutTitles(cleanText(beforeComma).split(" ").filter(Boolean));
  if (
    words.length < 2 ||
    words.some(
      (word) => !/^[\p{L}\p{M}'’.\u2010-]+(?:[-’'][\p{L}\p{M}.]+)*$/u.test(word.replaceAll("-", "‐")),
    )
  )
    return null;
  const particle = words.findIndex((word, index) => index > 0 && PARTICLE.test(word));
  if (particle > 0) return particle < words.length - 1 ? split(words, particle) : null;
  if (words.length === 2) return split(words, 1);
  // "Mary J. Blige": an initial belongs to the first name. Otherwise three words can be two first or two last names.
  const middleAreInitials = words.slice(1, -1).every((word) => /^\p{Lu}\.?$/u.test(word));
  return middleAreInitials ? split(words, words.length - 1) : null;
}

function withoutTitles(words: string[]): string[] {
  let [start, end] = [0, words.length];
  while (start < end && HONORIFIC.test(words[start] ?? "")) start++;
  while (end > start && CREDENTIAL.test(words[end - 1] ?? "")) end--;
  return words.slice(start, end);
}

/** Not with a bare initial on either side: "J. Doe" and "Jane D." are no full names. */
function split(words: string[], at: number): SplitName | null {
  const [firstName, lastName] = [words.slice(0, at).join(" "), words.slice(at).join(" ")];
  return [firstName, lastName].every((part) => part.replace(/[^\p{L}]/gu, "").length > 1)
    ? { firstName, lastName }
    : null;
}
