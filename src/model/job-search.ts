/** Which jobs fit what was typed: abbreviations both ways, initials, words in any order. */
import type { Job } from "./records.ts";
import { spellings } from "./spelling/spelling.ts";

/** Of titles, as executive search writes them. */
const ABBREVIATIONS: [short: string, long: string][] = [
  ["cfo", "chief financial officer"],
  ["ceo", "chief executive officer"],
  ["coo", "chief operating officer"],
  ["chro", "chief human resources officer"],
  ["cpo", "chief people officer"],
  ["cpo", "chief product officer"],
  ["cpo", "chief procurement officer"],
  ["cto", "chief technology officer"],
  ["cto", "chief technical officer"],
  ["cio", "chief information officer"],
  ["cio", "chief investment officer"],
  ["cdo", "chief digital officer"],
  ["cdo", "chief data officer"],
  ["ciso", "chief information security officer"],
  ["cmo", "chief marketing officer"],
  ["cmo", "chief medical officer"],
  ["cro", "chief revenue officer"],
  ["cro", "chief risk officer"],
  ["cco", "chief commercial officer"],
  ["cco", "chief compliance officer"],
  ["cso", "chief strategy officer"],
  ["cso", "chief sustainability officer"],
  ["cso", "chief scientific officer"],
  ["clo", "chief legal officer"],
  ["cao", "chief administrative officer"],
  ["gc", "general counsel"],
  ["gm", "general manager"],
  ["md", "managing director"],
  ["vp", "vice president"],
  ["svp", "senior vice president"],
  ["evp", "executive vice president"],
  ["avp", "assistant vice president"],
  ["fd", "finance director"],
  ["ned", "non executive director"],
  ["hr", "human resources"],
  ["hrd", "human resources director"],
  ["hrbp", "human resources business partner"],
  ["it", "information technology"],
  ["bd", "business development"],
  ["pe", "private equity"],
  ["vc", "venture capital"],
  ["fp&a", "financial planning analysis"],
  ["m&a", "mergers acquisitions"],
  ["r&d", "research development"],
  ["esg", "environmental social governance"],
];

/** Letters and digits, bare, single blanks; "&" stays inside an abbreviation. */
function plain(text: string): string {
  const bare = spellings(text.slice(0, 300))[0] ?? "";
  return bare.replace(/[^\p{L}\p{N}&]+/gu, " ").trim();
}

/** Without the words that people leave out or write as a sign: "VP of Sales", "Procter & Gamble"; "R & D" is one word. */
function plainTerms(text: string): string {
  return plain(text.replace(/(?<!\p{L})(\p{L})\s*&\s*(\p{L})(?!\p{L})/gu, "$1&$2"))
    .split(" ")
    .filter((word) => !/^(?:and|of|the|for|und|et|&)$/.test(word))
    .join(" ");
}

/** One thing that was typed, in all ways it may be written. */
type Term = string[];

/** The words typed; a title written out in full is one term. */
function termsOf(text: string): Term[] {
  let rest = ` ${plainTerms(text) || plain(text)} `;
  const terms: Term[] = [];
  const longest = [...new Set(ABBREVIATIONS.map(([, long]) => long))].sort((a, b) => b.length - a.length);
  for (const long of longest) {
    if (!rest.includes(` ${long} `)) continue;
    rest = rest.replace(` ${long} `, " ");
    terms.push([long, ...ABBREVIATIONS.filter((one) => one[1] === long).map(([short]) => short)]);
  }
  for (const word of rest.split(" ").filter((one) => /[\p{L}\p{N}]/u.test(one)))
    terms.push([word, ...ABBREVIATIONS.filter(([short]) => short === word).map(([, long]) => long)]);
  return terms;
}

/** Whether all that was typed stands in the job's name, client or place, or is their initials. */
export function isJobFor(text: string, job: Job): boolean {
  const told = [job.name, job.clientCompanyName, job.location].filter(Boolean).join(" ").slice(0, 300);
  // Geschäftsführer is found as geschaftsfuhrer and as geschaeftsfuehrer.
  const words = spellings(told).map((spelling) => ` ${plainTerms(spelling)} `);
  const terms = termsOf(text);
  const isFound = terms.every((term) => term.some((way) => words.some((one) => hasWay(one, way))));
  return isFound || words.some((one) => isJoined(one, text)) || hasInitials(text, job);
}

/** "jp morgan" in "J.P. Morgan", "cocacola" in "Coca-Cola": the same letters, however they are parted. */
function isJoined(words: string, text: string): boolean {
  const typed = plainTerms(text).replaceAll(" ", "");
  return typed.length > 4 && words.replaceAll(" ", "").includes(typed);
}

/** Scripts that part no words. */
const UNPARTED = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}ー]+$/u;

/** A word may be half typed; an abbreviation of two letters or three has to be whole. */
function hasWay(words: string, way: string): boolean {
  const isShort = ABBREVIATIONS.some(([short]) => short === way);
  return (
    words.includes(isShort ? ` ${way} ` : ` ${way}`) ||
    (!isShort && (way.length > 3 || UNPARTED.test(way)) && words.includes(way))
  );
}

/** "hcc" is Harrowgate Capital, CFO. */
function hasInitials(text: string, { name, clientCompanyName }: Job): boolean {
  const typed = plain(text).replaceAll(" ", "");
  if (typed.length < 2) return false;
  const initials = (words: string) =>
    plain(words)
      .split(" ")
      .map((word) => word.slice(0, 1))
      .join("");
  const [job, client] = [initials(name), initials(clientCompanyName ?? "")];
  return [client + job, job + client, job].some((letters) => letters.startsWith(typed));
}

/**
 * The keywords to ask Stardex for, one a call, best first: how several combine is not known, so that each call
 * has one, and what comes is looked through with `isJobFor`.
 */
export function keywordsToAsk(text: string): string[] {
  const terms = termsOf(text);
  const plainWords = terms.filter((term) => term.length === 1).map(([word = ""]) => word);
  const [longest] = plainWords.toSorted((a, b) => b.length - a.length);
  if (longest !== undefined && longest.length > 2) return [longest];
  const ways = terms.find((term) => term.length > 1) ?? terms[0] ?? [];
  return [...new Set(ways.map(tellingWord))].slice(0, 4);
}

/** Of a title written out: the word that no other title has. */
function tellingWord(way: string): string {
  const common = ["chief", "officer", "senior", "vice", "executive", "director", "general", "manager"];
  const words = way.split(" ");
  return words.find((word) => !common.includes(word)) ?? words.at(-1) ?? way;
}

/** Jobs of a client whose name begins with what was typed come first; else the order stays. */
export function orderJobs(text: string, jobs: Job[]): Job[] {
  const typed = plain(text);
  const isClient = ({ clientCompanyName }: Job) =>
    typed !== "" && plain(clientCompanyName ?? "").startsWith(typed);
  return jobs.toSorted((a, b) => Number(isClient(b)) - Number(isClient(a)));
}
