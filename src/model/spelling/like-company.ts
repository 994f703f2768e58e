/**
 * Whether two names can be one company's or one group's, where asking once too often costs less than not asking: a client's
 * subsidiary is off limits as well. "Google DeepMind" and "Google", "Velmar UK Ltd" and "Velmar Group", "X (formerly Twitter)" and "Twitter".
 */
import { plainCompany } from "./same-company.ts";
import { isSameSpelling, spellings } from "./spelling.ts";

/** True also for what `isSameCompany` calls one. */
export function isLikeCompany(a: string, b: string): boolean {
  const others = companyNames(b);
  // That both were once called the same, or have "(remote)" behind them, says nothing.
  return companyNames(a).some((one, index) =>
    others.slice(0, index === 0 ? undefined : 1).some((other) => areAlike(one, other)),
  );
}

function areAlike(a: string, b: string): boolean {
  const [left, right] = [plainCompany(a), plainCompany(b)];
  return isOne(coreOf(a), coreOf(b)) || isPart(left, right) || isPart(right, left);
}

/** Bounded: a page's author must not choose how long we compare. */
const LONGEST = 300;
const MOST_NAMES = 4;

/** What stands before another name of the company, wherever it is. */
const ALSO =
  "(?:now |today )?part of|(?:formerly|previously) known as|formerly|previously|fka|f\\/k\\/a|aka|a\\/k\\/a|dba|d\\/b\\/a|t\\/a|trading as|acquired by|ehemals|vormals|früher|anciennement|voorheen|dawniej|(?:a )?member of|powered by";
/** Words that names have as well: "Now Foods", "An Post", "Ex Libris". */
const ALSO_BEHIND_A_MARK = "an?|ex|prev\\.?|now|antes|gi[àa]";
const BETWEEN = new RegExp(`(?:[\\s,;]+(?:${ALSO})|\\s*[,;]\\s*(?:${ALSO_BEHIND_A_MARK}))[\\s:]+`, "iu");
const BEFORE = new RegExp(`^(?:${ALSO}|${ALSO_BEHIND_A_MARK})[\\s:]+`, "iu");
/** "a Kestrel company": said of the owner. */
const OWNED = /\s+(?:company|business|brand|group company|subsidiary|portfolio company)$/i;
/** A listing, a number in a register, a state, a kind of employment: no name. */
const NO_NAME =
  /:|\d{4}|^(?:in |the |official\b|hiring\b|we.(?:a?re)\b|contract|remote\b|hybrid\b|freelance|consult|interim\b|(?:part|full).?time|acquired\b|retired\b|series [a-f]\b|yc )|\b(?:corporation|listed)$/i;

/** The names a text gives the company: before brackets, dashes and "formerly", in them and behind; the first one first. */
export function companyNames(text: string): string[] {
  const whole = text.slice(0, LONGEST);
  const inBrackets = [...whole.matchAll(/[([（]([^()[\]（）]+)[)\]）]/g)].map(([, inner = ""]) => inner);
  const outside = whole.replace(/[([（][^()[\]（）]*[)\]）]/g, " ");
  const names = [...outside.split(/\s+[|–—-]\s+/), ...inBrackets]
    .flatMap((part) => part.split(BETWEEN))
    .map((part, index) => (index === 0 ? part : part.trim().replace(BEFORE, "").replace(OWNED, "")).trim())
    .filter((part) => plainCompany(part) !== "");
  const [first = whole, ...others] = names;
  return [first, ...others.filter((name) => !NO_NAME.test(name) && !isPlace(name))].slice(0, MOST_NAMES);
}

/** Says where a company is, or that it is several: no part of what tells it from others. */
const AFFIX =
  /^(?:group|groupe|grupo|gruppo|grupa|gruppe|grupp|konzern|konsernet|koncern|holdings?|beteiligungs?|international|intl|global|worldwide|enterprises?|nominees|uk|us|usa|uae|eu|emea|apac|dach|cee|latam|americas?|america|north america|europe|europa|asia|asia pacific|middle east|africa|nordics?|benelux|iberia|deutschland|germany|austria|österreich|schweiz|suisse|switzerland|france|italia|italy|españa|spain|portugal|polska|poland|nederland|netherlands|belgium|sverige|sweden|norge|norway|danmark|denmark|finland|suomi|ireland|india|china|japan|korea|singapore|malaysia|indonesia|thailand|vietnam|australia|canada|brasil|brazil|mexico|méxico|türkiye|turkey|israel|south africa|united kingdom|great britain|united states)$/u;

function isPlace(name: string): boolean {
  return AFFIX.test(plainCompany(name));
}

/** Without "www." and the end of a domain, legal forms, and affixes at the end; something always stays. */
function coreOf(name: string): string {
  const bare = name
    .replace(/^www\./i, "")
    .replace(/(?<=[\p{L}\p{N}]{2})\.(?:com|net|org|io|ai|co|app|eu|[a-z]{2})(?=\s|$)/giu, "");
  let words = plainCompany(bare).split(" ");
  for (;;) {
    const rest = withoutAffix(words);
    if (rest === words) return words.join(" ");
    words = plainCompany(rest.join(" ")).split(" ");
  }
}

function withoutAffix(words: string[]): string[] {
  if (words.length < 2) return words;
  if (/^(?:groupe|grupo|gruppo|grupa)$/.test(words[0] ?? "")) return words.slice(1);
  for (const count of [2, 1])
    if (words.length > count && AFFIX.test(words.slice(-count).join(" "))) {
      const rest = words.slice(0, -count);
      // "Velmar do Brasil", "Bank of India": the latter is a name.
      return /^(?:of|do|de)$/.test(rest.at(-1) ?? "")
        ? rest.length > 2
          ? words
          : withoutOf(rest, words)
        : rest;
    }
  return words.at(-1) === "the" ? words.slice(0, -1) : words;
}

function withoutOf(rest: string[], words: string[]): string[] {
  const [first = ""] = rest;
  return rest.at(-1) === "of" || COMMON.test(first) ? words : [first];
}

/** The same name, whether its parts are written as one word or several. */
function isOne(a: string, b: string): boolean {
  if (a === "" || b === "") return false;
  if (isSameSpelling(a, b)) return true;
  const [left, right] = [a, b].map((name) => name.replace(/ and (?=\S)| /g, ""));
  return (left?.length ?? 0) > 4 && isSameSpelling(left ?? "", right ?? "");
}

/** In the names of thousands: alone it tells no company from another. */
const COMMON =
  /^(?:the|an?|first|new|old|north|south|east|west|central|northern|southern|eastern|western|national|american|british|german|european|asian|african|canadian|australian|indian|chinese|japanese|deutsche|banque|banca|banco|bank|bancorp|casa|maison|house|city|county|state|royal|general|united|universal|standard|advanced|applied|modern|smart|digital|cloud|data|tech|technology|technologies|software|systems|solutions|services|consulting|partners|capital|ventures|media|energy|power|health|healthcare|care|medical|life|bio|pharma|food|foods|green|blue|red|black|white|silver|gold|golden|star|sun|ocean|pacific|atlantic|alpha|beta|delta|omega|prime|pro|premier|pioneer|summit|apex|best|one|open|next|future|innovation|smith|university|universität|université|universidad|università|college|school|institute|hospital|ministry|department|government|council|museum|church|club|hotel|restaurant|studio|san|santa|saint|st|los|las|le|la|el|de|san diego|san francisco|san jose|los angeles|las vegas|new york|new jersey|hong kong|london|paris|berlin|boston|chicago|texas|california|florida|washington|toronto|sydney|dubai|global|international|groupe?|grupo|gruppo|grupa|social|stealth)$/;

/** Whether too many companies have the word for it to be searched for. */
export function isCommonWord(word: string): boolean {
  return COMMON.test(word);
}

/** A whole name, and then more: a division or a country of it. "Smith & Nephew" is no part of "Smith". */
function isPart(part: string, whole: string): boolean {
  if (part.length < 2 || COMMON.test(part) || isPlace(part)) return false;
  return spellings(whole).some((one) =>
    spellings(part).some(
      (other) => one.startsWith(`${other} `) && !/^ (?:and|of|for) /.test(one.slice(other.length)),
    ),
  );
}
