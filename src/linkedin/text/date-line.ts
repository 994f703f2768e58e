/** The line of dates of a role, without a word of any language. */

const YEAR = /(?<!\d)(?:19|20|2[1-9])\d\d(?!\d)/g;
const DASH = /[-\u2010-\u2015\u2212~\u301c\uff5e]/;

/** Western digits for every script's: Arabic, Persian, Devanagari... each block of ten begins at its zero. */
function westernDigits(text: string): string {
  return text.replace(/(?!\d)\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    let zero = code;
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero--;
    return String(code - zero);
  });
}

/** "tháng 7 năm 2021", "Halen devam ediyor": a date, or a word for today, but no sentence. */
function isShort(part: string): boolean {
  return part.length <= 24 && (part.match(/[\p{L}\p{M}]+/gu)?.length ?? 0) <= 3;
}

/** `current` or `ended`, or null for what is no date line. "Jul 2021 - Present · 3 yrs" has one year, an ended role two. */
export function readDateLine(text: string): "current" | "ended" | null {
  // Most texts of a page end here, cheaply.
  if (text.length > 100 || !/\p{Nd}/u.test(text)) return null;
  const [period = "", length = ""] = westernDigits(text).split(/\s*·\s*/, 2);
  const years = period.match(YEAR)?.length ?? 0;
  if (years === 0) return null;
  if (!DASH.test(period)) {
    // "2019 · 3 mos": dated, but not open-ended.
    return years === 1 && period.length <= 20 && /\d/.test(length) ? "ended" : null;
  }
  const [before = ""] = period.split(DASH, 1);
  const after = period.slice(before.length + 1);
  if (!/\d/.test(before) || years > 2 || !isShort(before) || !isShort(after)) return null;
  // An open end is a word. With digits in it, it may be a year of another calendar or a format unknown here.
  if (years === 2) return "ended";
  return /\p{L}/u.test(after) ? "current" : null;
}

/** The end of an ended role, as the page writes it: "Oct 2023 - Dec 2024 · 1 yr" -> "Dec 2024". */
export function endOf(dateLine: string): string {
  const [period = ""] = dateLine.split(/\s*·\s*/, 1);
  const [before = ""] = period.split(DASH, 1);
  return (period.slice(before.length + 1) || before).trim();
}
