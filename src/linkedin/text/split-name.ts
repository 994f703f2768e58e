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
  /^(?:neto|filho|sobrinho|j[uú]nior|ma|ba|do|an|mba|md|phd|pe|rn|bs|ms|ab|llm|esq|jr|sr|ii|iii|iv|v|miss|sir|dame|rev|hon|ing|ir|drs|dipl|mag|herr|frau|dott|sig|sra?|mme|mlle|eng|capt|col|lt|maj|gen|don|dona|doña|lord|lady|father|sister|brother|master|sheikh|haji|hj|syed|md|mohd|smt|shri|sri|pandit|ustad)$/i;

/** Stands before a name, or is one; and words of a company, a role or a slogan. */
const NO_FIRST =
  /^(?:imam|coach|baron(?:ess)?|graf|gr[aä]fin|count(?:ess)?|prince(?:ss)?|team|info|the|private|nicht|el)$/i;
const NO_LAST =
  /^(?:consulting|gmbh|inc|ltd|llc|group|recruit(?:er|ing|ment)|talent|acquisition|careers?|jobs|services|solutions|partners|agency|academy|user|account|team|coach|hiring|member|ceo|cto|cfo|founder|jos[eé]|mar[ií]a|marie|carlos)$/i;

/**
 * Family names that their languages put first, and many people on LinkedIn too: "Zhang Wei", "Kim Minjun", "Nagy István". The common ones
 * of China, Korea, Vietnam, Japan and Hungary, as Latin letters spell them.
 */
const OFTEN_FIRST = new Set(
  (
    "wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie tang deng feng cao cheng cai pan yuan dong yu su ye lu wei jiang fan fang shi yao liao zou xiong jin hao kong bai cui kang mao qiu qin gu hou shao meng long wan duan qian yin qiao lai gong " +
    "chan wong cheung lau leung lam ng ho chow kwok kwan yip yeung tsang tse tsui lo mak fung choi chiu chung hui ip siu poon yuen tan lim lee goh ong teo koh chua yeo tay sim toh chong chin foo hsu tsai hsieh kuo chang chou liao " +
    "kim park bak choe choi jung jeong chung kang cho jo yoon yun jang im han oh seo shin sin kwon hwang ahn an song ryu yoo hong jeon moon son bae baek heo nam noh ha joo " +
    "nguyen tran le pham hoang huynh phan vu vo dang bui do ngo duong ly truong dinh trinh mai dao lam luong " +
    "sato suzuki takahashi tanaka watanabe ito yamamoto nakamura kobayashi kato yoshida yamada sasaki yamaguchi matsumoto inoue kimura shimizu hayashi saito yamazaki mori ikeda hashimoto ishikawa ogawa okada hasegawa fujita goto " +
    "nagy kovacs toth szabo horvath varga kiss molnar nemeth farkas balogh papp takacs juhasz lakatos meszaros olah racz fekete szilagyi torok feher balazs gal kis szucs"
  ).split(" "),
);
/** Russian and Ukrainian family names, and names after the father, which are neither first nor last. */
const SLAVIC_FAMILY = /(?:[оеё]ва?|[иы]на?|ск(?:ий|ая)|цк(?:ий|ая)|енко|чук)$/iu;
const PATRONYMIC = /(?:вич|вна|ична)$/iu;

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
  if (isOrderOpen(firstName, lastName)) return null;
  return { firstName, lastName };
}

/** Either word can be the family name, or one is none. */
function isOrderOpen(first: string, last: string): boolean {
  const bare = first.normalize("NFKD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();
  if (OFTEN_FIRST.has(bare) || NO_FIRST.test(first) || NO_LAST.test(last)) return true;
  if (PATRONYMIC.test(first) || PATRONYMIC.test(last)) return true;
  if (SLAVIC_FAMILY.test(first) && !SLAVIC_FAMILY.test(last)) return true;
  return /^\p{Lu}/u.test(first) && /^\p{Ll}/u.test(last);
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
