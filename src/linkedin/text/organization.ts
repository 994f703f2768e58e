/** Whether two spellings mean one organization. */
import { comparable } from "./text.ts";

/** Longer is no organization's name, and a page must not choose how long comparing takes. */
const LONGEST = 300;

/** Legal forms at the end of a name, in the spelling of `comparable`. */
const LEGAL_FORM =
  / (?:inc|incorporated|ltd|limited|llc|llp|lp|plc|corp|corporation|co|company|gmbh|ggmbh|mbh|ag|kg|kgaa|ug|se|ek|ohg|sa|sas|sarl|sasu|srl|sl|slu|spa|sapa|snc|bv|nv|cv|ab|as|asa|aps|oy|oyj|kk|pte|pty|pvt|sp z o o|sp k|s a|s r l|s p a|s a s|s l|b v|n v|a s|sa de cv|s a de c v|ltda|lda|eireli|doo|d o o|kft|zrt|nyrt|sro|s r o|spol|ооо|оао|зао|株式会社|合同会社|有限公司)$/u;

function plain(name: string): string {
  return name.length > LONGEST ? "" : comparable(name);
}

function withoutLegalForm(name: string): string {
  const shorter = name.replace(LEGAL_FORM, "");
  return shorter === name ? name : withoutLegalForm(shorter);
}

/** The same name, letter for letter but for case, blanks and marks. */
export function hasSameName(a: string, b: string): boolean {
  const name = plain(a);
  return name !== "" && name === plain(b);
}

/** True when both name the same organization: equal, or one is the other's beginning, whole words only. */
export function isSameOrganization(a: string, b: string): boolean {
  return beginAlike(plain(a), plain(b));
}

/** For a guess: also where one adds a country, a legal form or a division. "Mercari, Japan" at "Mercari, Inc.". */
export function mayBeSameOrganization(a: string, b: string): boolean {
  return beginAlike(withoutLegalForm(plain(a)), withoutLegalForm(plain(b)));
}

function beginAlike(a: string, b: string): boolean {
  const [left, right] = [`${a} `, `${b} `];
  return a !== "" && b !== "" && (left.startsWith(right) || right.startsWith(left));
}
