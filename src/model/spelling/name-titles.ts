/** Words around a name that are no part of it: titles before, degrees and generations after. Dots are gone by then. */

/** Stand alone before a name, with or without a dot. */
const TITLE =
  /^(?:mr|mrs|ms|miss|mx|dr|prof|professor|professorin|sir|dame|rev|dipl|dipl-?ing|univ-?prof|priv-?doz|ass-?prof|herr|frau|dott|dottssa|mme|mlle|dra|drs|mag|univ|priv|pd|doz|lic|arq|doña|dr-ing|dipl-(?:kfm|kffr|inf|phys|psych|wirt-?ing|betriebswirt)|judr|mudr|rndr|phdr|mvdr|paeddr|mgr|mmag|maga|lord|baroness|captain|ambassador)$/;
/** Names as well: titles only where a dot says so. */
const DOTTED_TITLE =
  /^(?:hon|ir|sig|sr|sra|eng|capt|col|lt|maj|gen|mag|dr|prof|ing|don|bc|avv|adv|er|engr|amb|cdr|doc|arch)\.$/i;
/** What belongs to a title before it: "Dr. med.", "Prof. Dr. rer. nat. h.c. mult." */
const TITLE_PART =
  /^(?:med|phil|rer|nat|jur|iur|pol|oec|hc|h|c|mult|habil|techn|theol|dent|vet|ing|publ|soc|agr|emer|em|dr|univ|dipl|mag|inf|kfm|wirt|wirting|psych)$/;
/** After a name. */
const CREDENTIAL =
  /^(?:phd|md|mba|emba|msc|bsc|ma|ba|llm|llb|cpa|cfa|pmp|phr|sphr|shrmcp|shrmscp|esq|jr|sr|ii|iii|iv|rn|pe|cissp|csm|mcipd|assoccipd|facca|acca|dba|edd|pharmd|mph|fca|aca|frsa|obe|mbe|cbe|frcs|dphil|jd|meng|beng|frm|cipd|fcipd|chrp|pcc|mcc|cpcc|kc|qc|dbe|kbe|ceng|peng|cpsychol|cipp\/?e|fcca|fcma|cgma|cima|mrics|frics|psyd|csc|drsc|sphri|shrm-(?:s?cp))$/;

const plain = (word: string) => word.toLowerCase().replace(/[.,®™]/g, "");

/** Titles gone from the front, degrees from the end; at least `least` words stay. */
export function withoutTitles(words: string[], least: number): string[] {
  let [start, end] = [0, words.length];
  let isAfterTitle = false;
  while (end - start > least && isTitle(words[start] ?? "", isAfterTitle)) {
    isAfterTitle = true;
    start++;
  }
  while (end - start > least && isCredential(words[end - 1] ?? "")) end--;
  return words.slice(start, end);
}

function isTitle(word: string, isAfterTitle: boolean): boolean {
  return TITLE.test(plain(word)) || DOTTED_TITLE.test(word) || (isAfterTitle && TITLE_PART.test(plain(word)));
}

/** "MA" is a degree, "Ma" a family name. */
function isCredential(word: string): boolean {
  const bare = plain(word);
  return CREDENTIAL.test(bare) && (/^(?:jr|sr|esq|phd)$/.test(bare) || !/^\p{Lu}\p{Ll}+\.?$/u.test(word));
}
