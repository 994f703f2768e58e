/** Whether two names are one company's: without legal forms, in any spelling. */
import { COUNTRY, formsAtEnd, formsAtStart } from "./legal-forms.ts";
import { isSameSpelling, spellings } from "./spelling.ts";

/** Bounded: a page's author must not choose how long we compare. */
const LONGEST = 300;

/** The name without its legal form and trademark signs, lower case; never empty where the name is not. */
export function plainCompany(name: string): string {
  return coreOf(name).join(" ");
}

/** False for names without a letter or digit: they say nothing. */
export function isSameCompany(a: string, b: string): boolean {
  const [left, right] = [plainCompany(a), plainCompany(b)];
  return left !== "" && right !== "" && isSameSpelling(left, right);
}

/** Made at the first use: all at once would hold up every popup and every worker that starts. */
let made: { atEnd: string[][]; atStart: string[][] } | undefined;

function forms() {
  made ??= { atEnd: makeForms(formsAtEnd), atStart: makeForms(formsAtStart) };
  return made;
}

/** Bare spellings of the forms, in words: those with more words first, so that the whole form is cut. */
function makeForms(written: string[]): string[][] {
  const all = new Set(
    written
      .flatMap((form) =>
        form.includes("&") ? [form, form.replace("&", "u."), form.replace("&", "und")] : form,
      )
      .flatMap((form) => [form, form.replaceAll(".", ". "), form.replaceAll(". ", ".")]),
  );
  const bare = [...all].map((form) => wordsOf(form).map(bareSpelling));
  const unique = new Map(bare.map((words) => [words.join(" "), words]));
  return [...unique.values()].sort((a, b) => b.length - a.length);
}

/** "&" is "and"; dots of abbreviations join their letters; every other mark parts words. */
function wordsOf(text: string): string[] {
  return text
    .slice(0, LONGEST)
    .replace(/[™®©℠]|\((?:tm|r|c)\)/gi, " ")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[&+＆]/g, " and ")
    .replace(/[.'’‘ʼ`´]/g, "")
    .split(/[^\p{L}\p{N}\p{M}/]+|(?<!\b[a-z])\/|\/(?![a-z]\b)/u)
    .map((word) => word.replaceAll("/", ""))
    .filter(Boolean);
}

function bareSpelling(word: string): string {
  return spellings(word)[0] ?? word;
}

function coreOf(name: string): string[] {
  let words = wordsOf(withoutCountry(name));
  if (words.length === 0) words = wordsOf(name);
  if (words.length > 1 && words[0] === "the") words = words.slice(1);
  return joinInitials(cutForms(words).map(asAnd));
}

const AND = /^(?:und|et|y|og|och|oraz|ve|и)$/u;

/** "Müller & Söhne" is "Müller und Söhne". */
function asAnd(word: string, index: number, words: string[]): string {
  return index > 0 && index < words.length - 1 && AND.test(word) ? "and" : word;
}

/** "J. P. Morgan" is "J.P. Morgan". */
function joinInitials(words: string[]): string[] {
  return words
    .join(" ")
    .replace(/(?<=(?<![\p{L}\p{N}\p{M}])\p{L}) (?=\p{L}(?: |$))/gu, "")
    .split(" ")
    .filter(Boolean);
}

/** "Acme (UK) Ltd" and "Acme (Germany)": what stands in brackets says where, not who. */
function withoutCountry(name: string): string {
  return name.slice(0, LONGEST).replace(/[([（]([^()[\]（）]*)[)\]）]/g, (whole, inner: string) => {
    const isCountry = COUNTRY.test(
      inner
        .toLowerCase()
        .replaceAll(".", "")
        .replace(/\s*&\s*/g, " and ")
        .trim(),
    );
    return isCountry ? " " : whole;
  });
}

/** One form from the start, then as many whole forms from the end as there are; something always stays. */
function cutForms(words: string[]): string[] {
  const { atStart, atEnd } = forms();
  const spelled = words.map(bareSpelling);
  const first = atStart.find((form) => form.length < words.length && begins(spelled, form));
  let rest = cutJoined(first ? words.slice(first.length) : words);
  let bare = rest.map(bareSpelling);
  for (;;) {
    const form = atEnd.find((one) => one.length < bare.length && begins(bare.slice(-one.length), one));
    if (!form) return rest;
    const isAndLeft = form.length + 1 < rest.length && rest.at(-form.length - 1) === "and";
    const end = -form.length - (isAndLeft ? 1 : 0);
    rest = rest.slice(0, end);
    bare = bare.slice(0, end);
  }
}

/** All in bare spellings. */
function begins(words: string[], form: string[]): boolean {
  return form.every((word, index) => words[index] === word);
}

/** Chinese, Japanese and Korean forms stand without a blank. */
const JOINED =
  /^(?:株式会社|有限会社|合同会社|(?:一般|公益)?[社財]団法人|주식회사)|(?:株式会社|有限会社|合同会社|股份有限公司|有限责任公司|有限責任公司|有限公司|주식회사)$/u;

function cutJoined(words: string[]): string[] {
  const cut = words.map((word, index) =>
    index === 0 || index === words.length - 1 ? word.replace(JOINED, "") : word,
  );
  const rest = cut.filter(Boolean);
  return rest.length > 0 ? rest : words;
}
