/** Whether two spellings mean one organization. */
import { comparable } from "./text.ts";

/** Longer is no organization's name, and a page must not choose how long comparing takes. */
const LONGEST = 300;

function plain(name: string): string {
  return name.length > LONGEST ? "" : comparable(name);
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

/** One is the other's beginning, whole words only. */
export function beginAlike(a: string, b: string): boolean {
  const [left, right] = [`${a} `, `${b} `];
  return a !== "" && b !== "" && (left.startsWith(right) || right.startsWith(left));
}
