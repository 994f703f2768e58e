/**
 * Experience -> current roles, from the order and nesting of texts alone.
 *
 * Nothing here knows a word of any language or an attribute of any layout: a role is found by its date line.
 */
import { type Block, withoutRepetitions } from "./blocks.ts";
import type { Role } from "./reading.ts";
import { cleanText, isMasked } from "./text.ts";

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
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    if (code < 0x80) return digit;
    let zero = code;
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero--;
    return String(code - zero);
  });
}

/** "tháng 7 năm 2021", "Halen devam ediyor": a date, or a word for today, but no sentence. */
function isShort(part: string): boolean {
  return part.length <= 24 && (part.match(/\p{L}+/gu)?.length ?? 0) <= 3;
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
  return cleanText(text.split(" · ", 1)[0] ?? "");
}

interface DatedRole {
  role: Role | null;
  current: boolean;
}

class Section {
  private readonly blocks: Block[];
  /** How many date lines each element under the section holds. */
  private readonly dates = new Map<Element, number>();
  private readonly dateLines: { block: Block; current: boolean }[] = [];

  constructor(
    private readonly root: Element,
    blocks: Block[],
  ) {
    const [first] = blocks;
    this.blocks = withoutRepetitions(
      first?.heading ? blocks.slice(1).filter((b) => b.text !== first.text) : blocks,
    );
    for (const block of this.blocks) {
      const kind = readDateLine(block.text);
      if (!kind) continue;
      this.dateLines.push({ block, current: kind === "current" });
      for (let at: Element | null = block.element; at; at = at === root ? null : at.parentElement)
        this.dates.set(at, (this.dates.get(at) ?? 0) + 1);
    }
  }

  roles(): DatedRole[] {
    return this.dateLines.map(({ block, current }) => ({ role: this.roleAt(block), current }));
  }

  /** The largest element around a date line that holds no other: the role itself. */
  private unitOf(date: Block): Element | null {
    if (this.dates.get(date.element) !== 1) return null;
    let unit = date.element;
    while (unit !== this.root && unit.parentElement && this.dates.get(unit.parentElement) === 1)
      unit = unit.parentElement;
    return unit;
  }

  private roleAt(date: Block): Role | null {
    const unit = this.unitOf(date);
    if (!unit) return null;
    const inside = this.blocks.filter((block) => unit.contains(block.element));
    const before = inside.slice(0, inside.indexOf(date)).map((block) => block.text);
    const [title, second] = before;
    if (!title || before.length > 2 || isMasked(title)) return null;
    const group = this.groupCompany(unit);
    if (group) return { title, companyName: second === undefined ? group : null };
    if (second === undefined) return null;
    const companyName = beforeDot(second);
    return { title, companyName: companyName && !isMasked(companyName) ? companyName : null };
  }

  /** Grouped roles: the employer stands once, above several roles, with the time spent there. */
  private groupCompany(unit: Element): string | null {
    for (let at = unit; at !== this.root && at.parentElement; at = at.parentElement) {
      const head = this.headOf(at.parentElement);
      if (head.length > 0) return beforeDot(head[0] ?? "") || null;
    }
    return null;
  }

  /** The texts of `group` that stand before, and outside of, its first role. */
  private headOf(group: Element): string[] {
    const firstRole = [...group.children].find((child) => this.dates.has(child));
    if (!firstRole) return [];
    const head: string[] = [];
    for (const block of this.blocks) {
      if (!group.contains(block.element)) continue;
      if (firstRole.contains(block.element)) break;
      head.push(block.text);
    }
    return head;
  }
}

/** Reads the section at `root`, whose texts are `blocks`. `sure` says whether the layout knows it for Experience. */
export function readExperience(root: Element, blocks: Block[], sure: boolean): ExperienceReading {
  const roles = new Section(root, blocks).roles();
  if (roles.length === 0) return sure ? { state: "unclear", current: [] } : NO_EXPERIENCE;
  const open = roles.filter(({ current }) => current);
  const current = open.flatMap(({ role }) => (role ? [role] : []));
  const understood = open[0]?.role !== null;
  return { state: sure && understood ? "read" : "unclear", current };
}
