/** One entry of Experience: its title and employer, from the texts before its date line and around it. */
import { type Block, blocksIn, isHeading } from "../blocks.ts";
import { all, childrenOf, contains, parentOf, targetsOf } from "../dom.ts";
import type { Entry } from "../evidence.ts";
import { companyUrlOf } from "../profile-url.ts";
import { endOf } from "../text/date-line.ts";
import { isSameOrganization } from "../text/organization.ts";
import { isMasked, only, unique, unmasked } from "../text/text.ts";
import { linesBefore, type Outline, unitOf, upTo } from "./outline.ts";

/** The employer as the page names it, and the part of the page that names it. */
interface Employer {
  name: string | null;
  element: Element;
}

/** The entry of a date line, or null where it is not understood. */
export function readEntry(outline: Outline, date: Block): Entry | null {
  const unit = unitOf(outline, date);
  if (!unit) return null;
  const [title, line, ...more] = linesBefore(outline, unit, date);
  if (!title || more.length > 0 || isMasked(title.text)) return null;
  const { name, element } = employerOf(outline, unit, line);
  return {
    title: title.text,
    companyName: name,
    companyUrl: name === null ? null : linkedCompany(element),
    isBare: !line && name === null,
    endedAt: endOf(date.text),
  };
}

/** "Gantry · Full-time" -> "Gantry"; "Studio · Nord · Full-time" -> "Studio · Nord", where the top card names it so. */
function beforeKind(text: string, employers: string[]): string {
  const whole = employers.find((name) => text === name || text.startsWith(`${name} · `));
  return whole ?? text.split(" · ", 1)[0] ?? "";
}

/** The employer of the role at `unit`, whose own second line is `line`. */
function employerOf(outline: Outline, unit: Element, line: Block | undefined): Employer {
  const own = line ? beforeKind(line.text, outline.employers) : null;
  for (const at of upTo(unit, outline.root)) {
    const group = at === outline.root ? null : parentOf(at);
    const head = group && groupHead(outline, group);
    if (!head) continue;
    if (!own) return { name: head.employer, element: group };
    const isBare = own === line?.text;
    // A grouped role may repeat the employer (as a heading: guest pages) or name its kind of employment.
    if (isHeading(line) || isSameOrganization(own, head.employer) || !(isBare || head.hasTime)) break;
    return { name: isBare && head.hasTime ? head.employer : null, element: group };
  }
  return { name: unmasked(own), element: unit };
}

/** Grouped roles: the employer stands once, before and outside of the list of roles, with the time spent there. */
function groupHead(
  { blocks, dates, employers }: Outline,
  group: Element,
): { employer: string; hasTime: boolean } | null {
  const firstRole = childrenOf(group).find((child) => dates.has(child));
  const [head, time] = blocksIn(group, blocks);
  if (!firstRole || !head || contains(firstRole, head.element)) return null;
  const isTime = time !== undefined && /\p{Nd}/u.test(time.text) && !contains(firstRole, time.element);
  return {
    employer: beforeKind(head.text, employers),
    hasTime: isTime && dates.get(firstRole) === dates.get(group),
  };
}

/** The one company page that is linked there. */
function linkedCompany(element: Element): string | null {
  const targets = targetsOf(all(element, 'a[href*="/company/"]'));
  return only(unique(targets.flatMap((href) => companyUrlOf(href) ?? []))) ?? null;
}
