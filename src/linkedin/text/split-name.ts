/**
 * A clean display name -> first and last name, only where nothing is ambiguous. Stardex splits by itself what it gets unsplit: a wrong
 * split, sent unseen, is worse than none.
 *
 * Own and small, after trying the libraries (2026-11): they always answer. humanparser 2.7 gives "PhD," as the first name of
 * "Jane Doe, PhD, MBA"; parse-full-name 1.2 takes "Cher" and "山田太郎" for last names.
 */
import { cleanText } from "./text.ts";

export interface SplitName {
  firstName: string;
  lastName: string;
}

/** Before a name, where nobody is called so; with a dot also glued to it, "Dr.Anand". */
const HONORIFIC = /^(?:(?:dr|prof|mr|mrs|ms|mx)(?:\.\s*|\s+))+/i;

/** As they are written by who has them. */
const CREDENTIAL =
  /^(?:PhD|PHD|DPhil|MPhil|EdD|EDD|DBA|MBA|EMBA|MSc|MSC|BSc|BSC|MEng|BEng|LLM|LLB|CPA|CFA|CFP|CMA|CIMA|ACCA|FCCA|FCA|ACA|PMP|PHR|SPHR|SHRM-S?CP|CIPD|MCIPD|FCIPD|CISSP|CISA|CISM|CSM|MPH|MPA|PharmD|OBE|MBE|CBE|FRSA|FRCS|FRCP)$/;

/** Part of a name, or a name of its own: who can tell. */
const PARTICLE =
  /^(?:de|del|della|dei|der|den|di|da|do|dos|das|du|des|le|la|las|los|van|von|vom|zu|zur|zum|ten|ter|te|'t|el|al|ul|ur|bin|binti?|bte|ibn|ben|bint|abu|abou|abd|abdul|abdel|umm?|ould|af|av|ap|ab|dal|dalla|degli|lo|st|ste|saint|san|santa|santo|mac|mc|op|y|e|i|und|o|fitz|nic|ní|ó|mr|mrs|ms|mx|dr|prof)$/i;

/** Degree, rank or form of address, and somebody's name as well: "Wei Ma", "Maj Andersson", "Hon Chan". */
const AMBIGUOUS =
  /^(?:ma|ba|do|an|mba|md|phd|pe|rn|bs|ms|ab|llm|esq|jr|sr|ii|iii|iv|v|miss|sir|dame|rev|hon|ing|ir|drs|dipl|mag|herr|frau|dott|sig|sra?|mme|mlle|eng|capt|col|lt|maj|gen|don|dona|doña|lord|lady|father|sister|brother|master|sheikh|haji|hj|syed|md|mohd|smt|shri|sri|pandit|ustad)$/i;

/** Scripts in which two words are a first and a last name; in the others two words can be one name. */
const WORD =
  /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}]+(?:[-‐’'`ʼ][\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}]+)*$/u;

/** First and last name of a name that `cleanName` gave, or null where that is not certain. */
export function splitName(clean: string): SplitName | null {
  // A former or second name in brackets or quotes is part of neither.
  const plain = clean.slice(0, 200).replace(/\([^()]*\)|\[[^[\]]*\]|["“”„«»][^"“”„«»]*["“”„«»]/g, " ");
  const [before = "", ...behind] = plain.split(",").map(cleanText);
  const words = before.replace(HONORIFIC, "").split(" ").filter(Boolean);
  const isShouted = words.every((word) => word === word.toUpperCase());
  if (!behind.every((part) => areCredentials(part, isShouted))) return null;
  while (words.length > 2 && isCredential(words.at(-1) ?? "")) words.pop();
  const [firstName, lastName, ...more] = words;
  if (!firstName || !lastName || more.length > 0) return null;
  if (![firstName, lastName].every(isPlainName) || isFamilyNameFirst(firstName, lastName)) return null;
  return { firstName, lastName };
}

/** Behind a comma also what only looks like a credential, in capitals; a first name that was put last does not, unless all is shouted. */
function areCredentials(part: string, isShouted: boolean): boolean {
  const looksSo = (word: string) => !isShouted && /^(?=.*\p{Lu}.*\p{Lu})[\p{Lu}\p{Ll}-]+[®™]?$/u.test(word);
  return part.split(" ").every((word) => word === "" || isCredential(word) || looksSo(word));
}

/** "MBA", "Ph.D.", "M.B.A". In other letters it is somebody's name: Mba. */
function isCredential(word: string): boolean {
  return CREDENTIAL.test(word) || /^\p{L}{1,4}\.(?:-?\p{L}{1,4}\.)*\p{L}{1,4}\.?$/u.test(word);
}

function isPlainName(word: string): boolean {
  const letters = word.replace(/[^\p{L}]/gu, "").length;
  return letters > 1 && word.length <= 40 && WORD.test(word) && !PARTICLE.test(word) && !AMBIGUOUS.test(word);
}

/** "DUPONT Jean". */
function isFamilyNameFirst(first: string, last: string): boolean {
  return first === first.toUpperCase() && last !== last.toUpperCase();
}
