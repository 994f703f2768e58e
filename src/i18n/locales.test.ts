/** Every language says everything, with the same values in it, and no word is carried for nothing. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const FOLDER = "public/_locales";
const LANGUAGES = ["de", "en", "es", "fr", "ja", "nl", "pl", "pt_BR", "pt_PT"];
/** The stores' limits, in characters. */
const STORE_LIMITS = { app_name: 75, app_description: 132 } as const;

interface Word {
  message: string;
  placeholders?: Record<string, { content: string }>;
}

function wordsOf(language: string): Record<string, Word> {
  return JSON.parse(readFileSync(join(FOLDER, language, "messages.json"), "utf8"));
}

/** Each `$name$` as often as it stands there. */
function placeholdersIn({ message }: Word): string[] {
  return [...message.matchAll(/\$(\w+)\$/g)].map(([, name = ""]) => name.toLowerCase()).sort();
}

function definitionsOf({ placeholders = {} }: Word): Record<string, string> {
  return Object.fromEntries(Object.entries(placeholders).map(([name, { content }]) => [name, content]));
}

/** What a placeholder is not, or what Chrome would read as one. */
function strayDollars({ message }: Word): boolean {
  return message.replace(/\$\w+\$/g, "").includes("$");
}

const english = wordsOf("en");

test("the languages are all there", () => {
  expect(readdirSync(FOLDER).sort()).toEqual(LANGUAGES);
});

/** `jobs_few` is a form of `jobs`; only those with an `_other` are plurals. */
function pluralStem(key: string, words: Record<string, Word>): string | undefined {
  const stem = /^(.+)_(?:zero|one|two|few|many|other)$/.exec(key)?.[1];
  return stem && words[`${stem}_other`] ? stem : undefined;
}

/** Plural forms by their stem, everything else by its key. */
function entriesOf(words: Record<string, Word>): string[] {
  return [...new Set(Object.keys(words).map((key) => pluralStem(key, words) ?? key))].sort();
}

/** The forms that whole numbers take by the language's rules, and the one that every language falls back to. */
function formsOf(language: string): string[] {
  const rules = new Intl.PluralRules(language.replace("_", "-"));
  const counts = Array.from({ length: 1001 }, (_, count) => rules.select(count));
  return [...new Set([...counts, "other"])].sort();
}

test.each(LANGUAGES)("%s has every key, the same values in each, nothing empty", (language) => {
  const words = wordsOf(language);
  expect(entriesOf(words)).toEqual(entriesOf(english));
  for (const [key, word] of Object.entries(words)) {
    const stem = pluralStem(key, words);
    const original = english[stem ? `${stem}_other` : key] as Word;
    expect(word.message.trim(), key).not.toBe("");
    expect(placeholdersIn(word), key).toEqual(placeholdersIn(original));
    expect(definitionsOf(word), key).toEqual(definitionsOf(original));
    expect(Object.keys(definitionsOf(word)).sort(), key).toEqual([...new Set(placeholdersIn(word))]);
    expect(strayDollars(word), `${key}: a $ that fills nothing`).toBe(false);
  }
});

test.each(LANGUAGES)("%s has the plural forms its rules need, and no other", (language) => {
  const words = wordsOf(language);
  const stems = new Set(Object.keys(words).map((key) => pluralStem(key, words)));
  stems.delete(undefined);
  expect(stems.size).toBeGreaterThan(5);
  for (const stem of stems) {
    const forms = Object.keys(words).filter((key) => pluralStem(key, words) === stem);
    expect(forms.sort()).toEqual(formsOf(language).map((form) => `${stem}_${form}`));
  }
});

test.each(LANGUAGES)("%s names itself, and fits the stores", (language) => {
  const words = wordsOf(language);
  expect(words.language?.message).toBe(language.replace("_", "-"));
  for (const [key, limit] of Object.entries(STORE_LIMITS))
    expect([...(words[key]?.message ?? "")].length, key).toBeLessThanOrEqual(limit);
});

/** The sources that name words; tests name them too, and prove nothing about what is shown. */
const sources = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|test-/.test(file))
  .map((file) => readFileSync(join("src", file), "utf8"))
  .concat(readFileSync("manifest.json", "utf8"))
  .join("\n");

/** Keys put together from parts, as in t(`problem_${kind}_next`): each part filled with anything but nothing. */
const patterns = [...sources.matchAll(/`([a-z_]+_\$\{[^`]*)`/g)].map(
  ([, template = ""]) => new RegExp(`^${template.replace(/\$\{[^}]*\}/g, "[a-z_]+")}$`),
);

test("no word is carried that nothing names", () => {
  const unused = entriesOf(english).filter(
    (key) =>
      !new RegExp(`"${key}"|__MSG_${key}__`).test(sources) && !patterns.some((pattern) => pattern.test(key)),
  );
  expect(unused).toEqual([]);
});

test("every word that the manifest and the templates name is there", () => {
  const named = [...sources.matchAll(/__MSG_(\w+?)__/g)].map(([, key = ""]) => key);
  expect(named.filter((key) => !english[key])).toEqual([]);
  expect(named.length).toBeGreaterThan(0);
  for (const pattern of patterns)
    expect(
      Object.keys(english).some((key) => pattern.test(key)),
      String(pattern),
    ).toBe(true);
});

test("no word that waits for a value is said without one", () => {
  const bare = [...sources.matchAll(/\bt\("(\w+)"\)/g)].map(([, key = ""]) => key);
  expect(bare.filter((key) => english[key]?.placeholders)).toEqual([]);
});
