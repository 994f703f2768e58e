/** "Voss, Mara": the family name first, as lists are sorted by it. */
import { agreesWithAddress, isNameLike } from "./cell-kind.ts";
import { plainText } from "./text.ts";

/** What stands behind a comma and is no first name. */
const SUFFIX =
  /^(?:jr|sr|ii|iii|iv|dr|prof|md|phd|ph\.d|mba|emba|msc|bsc|ma|ba|cfa|cpa|acca|aca|fca|esq|llm|jd|pmp|shrm-cp|sphr|phr|dipl|ing|mrics)\.?(?:\s|$)/i;

/** First and last name; null where the text is not built so. */
function namesOfInverted(text: string): { firstName: string; lastName: string } | null {
  const [lastName = "", firstName = "", ...others] = plainText(text).split(/\s*,\s*/);
  const isBuiltSo = others.length === 0 && isPart(lastName) && isPart(firstName);
  if (!isBuiltSo || SUFFIX.test(firstName) || isCredential(firstName, lastName)) return null;
  return { firstName, lastName };
}

/** A name as it was pasted, with the address beside it. */
export interface NameInRow {
  name: string;
  linkedinUrl: string | null;
}

/** Whether a column of names is sorted so: most of them look it, and their addresses do not say that it is something else. */
export function areInverted(rows: readonly NameInRow[]): boolean {
  const filled = rows.filter(({ name }) => name.trim() !== "");
  const inverted = filled.filter(({ name }) => namesOfInverted(name) !== null);
  const proven = inverted.filter(({ name, linkedinUrl }) =>
    agreesWithAddress(namesOfInverted(name)?.firstName ?? "", linkedinUrl),
  );
  return proven.length > 0 && proven.length * 2 >= inverted.length && inverted.length * 2 > filled.length;
}

/** Of a column that is sorted so. "Mara Voss, Inhaberin" is none: the whole name stands in the address without the rest. */
export function invertedNames({ name, linkedinUrl }: NameInRow): ReturnType<typeof namesOfInverted> {
  const names = namesOfInverted(name);
  const isWhole =
    names?.lastName.includes(" ") &&
    agreesWithAddress(names.lastName, linkedinUrl) &&
    !agreesWithAddress(names.firstName, linkedinUrl);
  return isWhole ? null : names;
}

function isPart(text: string): boolean {
  return text.split(" ").length <= 4 && isNameLike(`${text} ${text}`);
}

/** "Mara Voss, CIPD": short and in capitals, which the name before it is not. */
function isCredential(text: string, name: string): boolean {
  return /^\p{Lu}[\p{Lu}.]{1,6}$/u.test(text) && name !== name.toUpperCase();
}
