/** E-mails, phones and sites from the contact-info overlay, only when its user has opened it; never from elsewhere. */
import { blocksOf, textsOf } from "./blocks.ts";
import { all, attribute, closest, one, parentOf, targetsOf } from "./dom.ts";
import type { ContactInfo } from "./evidence.ts";
import { LINKEDIN_HOST, publicIdsOf, SITE } from "./profile-url.ts";
import type { PhoneKind } from "./reading.ts";
import { unique } from "./text/text.ts";

export interface OpenOverlay extends ContactInfo {
  /** Public ids of the overlay's own profile link: whose data this is. */
  linkedIds: string[];
}

/** Rows by icon: classic `data-test-icon`, new `id`. */
const PHONE_ICON = /^phone-(?:medium|handset)/;
const SITE_ICON = /^(?:link|globe)-medium/;
const EMAIL = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]{2,}$/;
const PHONE = /^\+?[\d\s().\-/]{6,}$/;

/** Kinds of phone by the label's words in the languages seen; an unknown word is "other". */
const KINDS: [PhoneKind, RegExp][] = [
  ["mobile", /mobil|m[oó]v[eií]l|cell|kom[oó]rk|celular|携帯|移动/i],
  ["work", /work|arbeit|gesch|trabajo|travail|trabalho|lavoro|praca|służb|werk|arbete|jobb|勤務|工作/i],
  ["home", /home|privat|casa|dom|thuis|hem|hjem|自宅|家/i],
];

function kindOf(label: string): PhoneKind {
  return KINDS.find(([, words]) => words.test(label))?.[0] ?? "other";
}

/** LinkedIn sends outgoing links through its own page; the address is in the query. */
function siteOf(href: string): string | null {
  try {
    const url = new URL(href, SITE);
    const inner = /^\/(?:safety\/go|redir\/redirect)/.test(url.pathname) ? url.searchParams.get("url") : null;
    const target = new URL(inner ?? url.href);
    const own = LINKEDIN_HOST.test(target.hostname);
    return /^https?:$/.test(target.protocol) && !own ? (inner ?? href).trim() : null;
  } catch {
    return null;
  }
}

function iconOf(svg: Element): string {
  return attribute(svg, "data-test-icon") || attribute(svg, "id");
}

/** The row of an icon: the largest element around it that holds no other icon. */
function rowOf(svg: Element, root: Element): Element | null {
  let row: Element | null = null;
  for (let at = parentOf(svg); at && at !== root; at = parentOf(at)) {
    if (all(at, "svg").length > 1) break;
    row = at;
  }
  return row;
}

function phonesOf(texts: string[]): ContactInfo["phones"] {
  return texts.flatMap((text, index) => {
    const [, value = text, inline = ""] = /^(.*?)\s*\(([^()\d]+)\)$/.exec(text) ?? [];
    const digits = value.replace(/\D/g, "");
    if (!PHONE.test(value) || digits.length < 6 || digits.length > 15) return [];
    const label = inline || (/^\((.+)\)$/.exec(texts[index + 1] ?? "")?.[1] ?? "");
    return [{ kind: kindOf(label), value: value.trim() }];
  });
}

/** What the open overlay shows, or null when none is open. */
export function readContactInfo(document: Document): OpenOverlay | null {
  // Classic dialog (2022 to May 2026), new dialog (2026-08).
  const root =
    one(document, "[role=dialog][aria-labelledby=pv-contact-info]") ??
    one(document, "[data-sdui-screen$=ProfileContactDetailsOverlay]");
  if (!root || closest(root, "[hidden],[inert]")) return null;
  const targetsIn = (element: Element) => targetsOf(all(element, "a[href]"));
  const rowsOf = (icon: RegExp) =>
    all(root, "svg").flatMap((svg) => (icon.test(iconOf(svg)) && rowOf(svg, root)) || []);
  const targets = targetsIn(root);
  return {
    emails: unique(
      targets
        .map((href) => /^mailto:([^?]*)/i.exec(href)?.[1] ?? "")
        .filter((address) => EMAIL.test(address)),
    ),
    phones: rowsOf(PHONE_ICON).flatMap((row) => phonesOf(textsOf(blocksOf(row)))),
    sites: unique(
      rowsOf(SITE_ICON)
        .flatMap(targetsIn)
        .flatMap((href) => siteOf(href) ?? []),
    ),
    linkedIds: unique(publicIdsOf(targets)),
  };
}
