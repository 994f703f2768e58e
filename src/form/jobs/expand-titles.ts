/** Short titles as researchers type them, and the names that jobs have for them. Several mean more than one: the usual one is written out. */
const TITLES: Record<string, string> = {
  caio: "Chief AI Officer",
  cao: "Chief Administrative Officer",
  cbo: "Chief Business Officer",
  cco: "Chief Commercial Officer",
  cdo: "Chief Digital Officer",
  ceo: "Chief Executive Officer",
  cfo: "Chief Financial Officer",
  chro: "Chief Human Resources Officer",
  cio: "Chief Information Officer",
  ciso: "Chief Information Security Officer",
  clo: "Chief Legal Officer",
  cmo: "Chief Marketing Officer",
  cno: "Chief Nursing Officer",
  coo: "Chief Operating Officer",
  cpo: "Chief Product Officer",
  cro: "Chief Revenue Officer",
  cso: "Chief Strategy Officer",
  cto: "Chief Technology Officer",
  cxo: "Chief Experience Officer",
  evp: "Executive Vice President",
  svp: "Senior Vice President",
  gc: "General Counsel",
  md: "Managing Director",
};

/** The words with their abbreviations written out; the same words when there are none. */
export function expandTitles(words: string): string {
  return words.replace(/[\p{L}\p{N}]+/gu, (word) => TITLES[word.toLowerCase()] ?? word);
}
