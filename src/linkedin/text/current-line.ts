/** "Current: TITLE at COMPANY", the line below a row of a search. */

export interface TitleAndCompany {
  title: string;
  companyName: string;
}

/**
 * The word for "current" and what stands between title and company, a language a row. Seen: English, Polish; the others after LinkedIn's own
 * words. What is not here is not read: the same line can say "Past:".
 */
const LANGUAGES: [current: string, at: string][] = [
  ["current", "at"],
  ["aktuell|derzeit|gegenwärtig", "bei"],
  ["actuel|actuellement|poste actuel", "chez"],
  ["actual|actualmente|cargo actual", "en"],
  ["attuale|attualmente", "presso"],
  ["huidig|huidige functie|momenteel", "bij"],
  ["atual|atualmente|cargo atual", "em|na|no"],
  ["aktualne|obecnie|aktualnie", "w"],
  ["nuvarande", "på|hos"],
  ["nuværende", "hos|ved"],
  ["nåværende", "hos|i"],
];

/** A role that is cut off has the wrong company. */
const CUT = /\.\.\.|…/;

export function splitCurrentLine(line: string): TitleAndCompany | null {
  if (line.length > 300 || CUT.test(line)) return null;
  for (const [current, at] of LANGUAGES) {
    const [, role] = new RegExp(`^(?:${current})\\s*[:：]\\s*(.+)$`, "iu").exec(line) ?? [];
    if (role) return splitAt(role, at);
  }
  return null;
}

/** "TITLE at COMPANY", in English. */
export function splitRole(role: string): TitleAndCompany | null {
  return role.length > 300 || CUT.test(role) ? null : splitAt(role, "at");
}

/** Null where it is not clear which of two separators it is. */
function splitAt(role: string, at: string): TitleAndCompany | null {
  const [title, companyName, ...more] = role.split(new RegExp(`\\s(?:${at})\\s`, "iu"));
  return title && companyName && more.length === 0
    ? { title: title.trim(), companyName: companyName.trim() }
    : null;
}
