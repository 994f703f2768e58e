/** The headline is free text: what in it may be a job title, and at whom. */
import { mayBeSameOrganization } from "./employer-guess.ts";
import { isBreak } from "./no-employer.ts";
import { comparable } from "./text.ts";

/** LinkedIn's own limit is 220; what is longer is not searched. */
const LONGEST = 400;
const PARTS = /\s[|•·]\s|[│｜]/;
/**
 * "TITLE at COMPANY" in the languages seen. The short ones are common words ("i", "na", "w"), which does no harm where what follows
 * has to be the employer.
 */
const AT = /\s+(?:at|bei|bij|chez|presso|hos|ved|w firmie|w|en|em|på|i|na|in|à|a|la|u|v|di|da)\s+|\s*@\s*/giu;
/** Those that mean nothing else. */
const PLAIN_AT = /^(.{2,}?)(?:\s+(?:at|bei|bij|chez|presso|hos|w firmie)\s+|\s*@\s*)(.{2,})$/iu;

/** A role that is over, a wish, a slogan: no title to offer. */
const NO_TITLE =
  /^(?:ex\b|former|formerly|retired|ehem|früher|ancien|voormalig|tidligere|tidigare|antiguo|antigua|były|była|on (?:a|an)\b|open to|looking|seeking|searching|actively|available|hiring|we\b|i\b|i'm\b|my\b|helping|building|driving|empowering|enabling|creating|making|passionate|turning|transforming|prev(?:iously)?\b|past\b|incoming|future|aspiring|no longer|not\b|let['’]?s\b|ask me|love\b|life at|proud|connect|inspir|delivering|focus(?:ed|ing) on|leading (?:the|teams|people|change)|working (?:at|on|with)|solving|scaling|growing|supporting|alum|(?:linkedin )?top voice|\d+\+? ?(?:years|yrs|jahre|ans|años)\b|ich\b|ik\b|je\b|j['’]|aide\b|ayud|aiut|ajud|pomagam|jobsuch|auf der suche|en recherche|à la recherche|en búsqueda|in cerca|op zoek|em busca|szukam|https?:|www\.|#)|[!?]$|^--$|^(?:(?:mba|ph\.?d|m\.?sc|b\.?sc|cpa|cfa|pmp|dr)\.?[\s,/&]*)+$|^(?:was|vormals|worked|(?:works?|employed|studied|recruiting|graduated?) (?:at|for|from|of|in|bei|with)|attended|seconded|byla|byl|bývalá|bývalý|były|бывш\p{L}*|já não|ya no|już nie|over \d+|(?:my )?(?:opinions|views)|exdirec\p{L}*|on (?:\p{L}+ )?(?:leave|sabbatical))(?!\p{L})|^at\s|^(?:(?!\s(?:at|bei|bij|chez|presso|hos)\s|@).)*\b(?:looking|seeking|searching|open) (?:for|to|new)\b|\bi\.\s?r\.?$|\ba\.\s?d\.?$|\bim ruhestand$|\bemerit(?:us|a)\b|\(?\b(?:until|bis) (?:\p{L}+ )?(?:\d{4}|\p{L}+)\)?$/iu;

/** In what would be the title: another employer or what is over. "Chair @ Kestrel, CEO", "CTO, ex Google", "CTO (former)". */
const NO_PART_OF_TITLE =
  /@|\s(?:at|bei|bij|chez|presso|hos)\s|(?<!\p{L})(?:ex|former|formerly|previously|retired|ehem|ancien)(?!\p{L})/iu;

/** Another body than the employer it is named after: "CTO at Velmar Foundation" is not at Velmar. */
const OTHER_BODY =
  /\s(?:foundation|stiftung|fondation|fundación|fondazione|ventures|capital|alumni|university|academy)\b/iu;

/** What follows an employer: a slogan, a role that is over, letters of a degree, the next role at somebody else's. */
const AFTER_EMPLOYER =
  /\s+[-–—/]\s.*|\s*;.*|\s*[,(]\s*(?:ex\b|former|previous|mba\b|ph\.?d\b|cfa\b|cpa\b).*|(?:\s*,|\s+(?:and|&|und|et|y|e|en|og|och))\s+(?=.*(?:@|\s(?:at|bei|bij|chez|presso|hos)\s)).*|\s*\p{Extended_Pictographic}.*/iu;

/** Separators and pictures around a part. */
function trim(part: string): string {
  return part.replace(/^[^\p{L}\p{N}(]+/u, "").replace(/[\s,;:–—-]+$/, "");
}

function partsOf(headline: string): string[] {
  return headline.slice(0, LONGEST).split(PARTS);
}

/** The job title, when the headline's first part reads TITLE at `companyName`; else null. */
export function titleFromHeadline(headline: string, companyName: string): string | null {
  const [first = ""] = partsOf(headline);
  if (NO_TITLE.test(first)) return null;
  // "Amazon Web Services (AWS)" goes by either name.
  const names = companyName.slice(0, LONGEST).split(/[()]/);
  for (const match of first.matchAll(AT)) {
    const title = first.slice(0, match.index).replace(/[\s,;:–-]+$/, "");
    const employer = first.slice(match.index + match[0].length);
    const isHere = names.some((name) => mayBeSameOrganization(employer, name));
    const isOther = OTHER_BODY.test(employer) && !OTHER_BODY.test(companyName);
    if (title && isHere && !isOther) return NO_PART_OF_TITLE.test(title) ? null : title;
  }
  return null;
}

export interface HeadlineTitle {
  title: string;
  /** The employer it names, as it names it. */
  companyName: string | null;
}

/** What the headline may call the person's job, best first: its first part that is no slogan, then those that name an employer. */
export function titlesInHeadline(headline: string): HeadlineTitle[] {
  const titles = partsOf(headline).flatMap((part) => titleIn(trim(part)) ?? []);
  return titles.filter((one, index) => index === 0 || one.companyName !== null);
}

function titleIn(part: string): HeadlineTitle | null {
  const [, before = part, employer = null] = PLAIN_AT.exec(part) ?? [];
  const title = trim(before);
  if (
    title.length > 80 ||
    NO_TITLE.test(part) ||
    NO_PART_OF_TITLE.test(title) ||
    isBreak(title) ||
    !/\p{L}{2}/u.test(title)
  )
    return null;
  return { title, companyName: (employer && trim(employer.replace(AFTER_EMPLOYER, ""))) || null };
}

/** Whether two texts name one title. */
export function isSameTitle(a: string, b: string): boolean {
  return comparable(a) === comparable(b);
}
