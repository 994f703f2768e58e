/** Experience as its texts and where its date lines stand: what the place of a text means follows from those. */
import { type Block, blocksIn } from "../blocks.ts";
import { parentOf } from "../dom.ts";

export interface Outline {
  root: Element;
  blocks: Block[];
  /** How many date lines each element under the section, and the section, holds. */
  dates: Map<Element, number>;
  /** Names of employers the top card has, which may have a dot in them. */
  employers: string[];
}

/** Real sections are about twenty deep; a page must not choose how long climbing takes. */
const DEEPEST = 60;

export function outlineOf(root: Element, blocks: Block[], dateLines: Block[], employers: string[]): Outline {
  const dates = new Map<Element, number>();
  for (const { element } of dateLines)
    for (const at of upTo(element, root)) dates.set(at, (dates.get(at) ?? 0) + 1);
  return { root, blocks, dates, employers };
}

/** The element and those around it, up to and with `root`. */
export function* upTo(element: Element, root: Element): Generator<Element> {
  let depth = 0;
  for (let at: Element | null = element; at && depth < DEEPEST; at = at === root ? null : parentOf(at)) {
    yield at;
    depth++;
  }
}

/** The largest element around a date line that holds no other: the role itself. Null where the line stands with others. */
export function unitOf({ root, dates }: Outline, date: Block): Element | null {
  let unit: Element | null = null;
  for (const at of upTo(date.element, root)) {
    if (dates.get(at) !== 1) break;
    unit = at;
  }
  return unit;
}

/** The texts of a role before its date line. */
export function linesBefore({ blocks }: Outline, unit: Element, date: Block): Block[] {
  const inside = blocksIn(unit, blocks);
  return inside.slice(0, inside.indexOf(date));
}
