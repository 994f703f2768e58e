/** The headline is free text: a title is taken from it only where it names the employer that the top card names. */
import { sameOrganisation } from "./text.ts";

const PARTS = /\s[|•·]\s|[│｜]/;
/**
 * "TITLE at COMPANY" in the languages seen. The short ones are common words ("i", "na", "w"), which does no harm: what follows
 * has to be the employer.
 */
const AT = /\s+(?:at|bei|bij|chez|presso|hos|ved|w firmie|w|en|em|på|i|na|in|à|a|la|u|v|di|da)\s+|\s*@\s*/giu;

/** The job title, when the headline's first part reads TITLE at `companyName`; else null. */
export function titleFromHeadline(headline: string, companyName: string): string | null {
  const [first = ""] = headline.split(PARTS, 1);
  for (const match of first.matchAll(AT)) {
    const title = first.slice(0, match.index).replace(/[\s,;:–-]+$/, "");
    const employer = first.slice(match.index + match[0].length);
    // "Amazon Web Services (AWS)" goes by either name.
    if (title && companyName.split(/[()]/).some((name) => sameOrganisation(employer, name))) return title;
  }
  return null;
}
