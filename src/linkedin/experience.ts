/**
 * Experience -> current roles, from the order and nesting of texts alone.
 *
 * Nothing here knows a word of any language or an attribute of any layout: a role is found by its date line.
 */
import { type Block, blocksIn, blocksOf, isHeading, withoutRepetitions } from "./blocks.ts";
import type { Role } from "./reading.ts";
import { isMasked, sameOrganisation, unmasked } from "./text.ts";

export interface ExperienceReading {
  /**
   * `read`: every role was understood. `unclear`: something that looks like Experience is there, but not surely it, or not
   * all of it understood; its roles may confirm what is known otherwise, never more.
   */
  state: "absent" | "read" | "unclear";
  current: Role[];
}

export const NO_EXPERIENCE: ExperienceReading = { state: "absent", current: [] };

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

/** "Gantry · Full-time" -> "Gantry". */
function beforeDot(text: string): string {
  return text.split(" · ", 1)[0] ?? "";
}

/** Reads the section at `root`. `sure` says whether the layout knows it for Experience. */
export function readExperience(root: Element, sure: boolean): ExperienceReading {
  const all = blocksOf(root);
  const heading = isHeading(all[0]) ? all[0]?.text : null;
  const blocks = withoutRepetitions(all.filter((block) => block.text !== heading));
  const dateLines = blocks.filter((block) => readDateLine(block.text));
  /** How many date lines each element under the section holds. */
  const dates = new Map<Element, number>();
  for (const { element } of dateLines)
    for (let at: Element | null = element; at; at = at === root ? null : at.parentElement)
      dates.set(at, (dates.get(at) ?? 0) + 1);

  /** The employer of the role at `unit`, whose own second line is `line`. */
  const companyOf = (unit: Element, line: Block | undefined): string | null => {
    const own = line && beforeDot(line.text);
    for (let at = unit; at !== root && at.parentElement; at = at.parentElement) {
      const group = at.parentElement;
      const firstRole = [...group.children].find((child) => dates.has(child));
      const [head, time] = blocksIn(group, blocks);
      if (!firstRole || !head || firstRole.contains(head.element)) continue;
      // Grouped roles: the employer stands once, before and outside of the list of roles, with the time spent there.
      const employer = beforeDot(head.text);
      if (!own) return employer;
      const isGroup =
        dates.get(firstRole) === dates.get(group) &&
        time &&
        /\p{Nd}/u.test(time.text) &&
        !firstRole.contains(time.element);
      const isBare = own === line.text;
      // A grouped role may repeat the employer (as a heading: guest pages) or name its kind of employment.
      if (isHeading(line) || sameOrganisation(own, employer) || !(isBare || isGroup)) break;
      return isBare && isGroup ? employer : null;
    }
    return unmasked(own);
  };

  const roleAt = (date: Block): Role | null => {
    let unit = date.element;
    if (dates.get(unit) !== 1) return null;
    // The largest element around a date line that holds no other: the role itself.
    while (unit !== root && unit.parentElement && dates.get(unit.parentElement) === 1)
      unit = unit.parentElement;
    const inside = blocksIn(unit, blocks);
    const [title, line, ...more] = inside.slice(0, inside.indexOf(date));
    if (!title || more.length > 0 || isMasked(title.text)) return null;
    const companyName = companyOf(unit, line);
    return line || companyName ? { title: title.text, companyName } : null;
  };

  // A card without content is one that has not come yet.
  if (blocks.length === 0) return NO_EXPERIENCE;
  if (dateLines.length === 0) return sure ? { state: "unclear", current: [] } : NO_EXPERIENCE;
  const open = dateLines.filter((block) => readDateLine(block.text) === "current").map(roleAt);
  return {
    state: sure && open[0] !== null ? "read" : "unclear",
    current: open.filter((role) => role !== null),
  };
}

/**
 * What sections beside the top card at `card` hold that have `companyMark`, the layout's mark of an employer. Without its key Experience
 * looks like volunteering: they may confirm the top card, no more.
 */
export function readUnmarked(sections: Element[], card: Element, companyMark: string): ExperienceReading {
  const readings = sections
    .filter(
      (section) => !section.contains(card) && !card.contains(section) && section.querySelector(companyMark),
    )
    .map((section) => readExperience(section, false))
    .filter((reading) => reading !== NO_EXPERIENCE);
  if (readings.length === 0) return NO_EXPERIENCE;
  return { state: "unclear", current: readings.flatMap((reading) => reading.current) };
}
