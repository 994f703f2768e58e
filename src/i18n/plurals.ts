/** A count and what is counted, in the plural form that the language's rules ask for: "1 job", "2 jobs". */
import { language } from "./language.ts";
import { t, type WordKey } from "./words.ts";

/** A word with plural forms: `jobs` for `jobs_one`, `jobs_other`, and in Polish `jobs_few`, `jobs_many`. */
export type PluralKey = WordKey extends infer K ? (K extends `${infer Stem}_other` ? Stem : never) : never;

/** `values` fill the placeholders behind the count. Each language has the forms of its whole numbers, and `other`. */
export function plural(key: PluralKey, count: number, ...values: (string | number)[]): string {
  const form = new Intl.PluralRules(language()).select(count);
  // Only some languages have `few` and `many`, so the compiler cannot know them from the English words.
  return t(`${key}_${form}` as WordKey, count, ...values) || t(`${key}_other`, count, ...values);
}
