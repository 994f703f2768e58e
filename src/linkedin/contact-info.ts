/** E-mails, phones and sites from the contact-info overlay, only when its user has opened it; never from elsewhere. */
import { type Block, blocksOf } from "./blocks.ts";
import { publicIdOfLink } from "./profile-url.ts";
import type { PhoneKind } from "./reading.ts";

export interface ContactInfo {
  emails: string[];
  phones: { kind: PhoneKind; value: string }[];
  sites: string[];
  /** Public ids of the overlay's own profile link: whose data this is. */
  linkedIds: string[];
}

/** Classic dialog (2022 to May 2026), new dialog (2026-08). */
const ROOTS =
  '[role="dialog"][aria-labelledby="pv-contact-info"],[data-sdui-screen$="ProfileContactDetailsOverlay"]';
/** Rows by icon: classic `data-test-icon`, new `id`. */
const PHONE_ICON = /^phone-(?:medium|handset)/;
const SITE_ICON = /^(?:link|globe)-medium/;
const EMAIL = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]{2,}$/;
const PHONE = /^\+?[\d\s().\-/]{6,}$/;

/** Kinds of phone by the label's words in the languages seen; an unknown word is "other". */
const KINDS: [PhoneKind, RegExp][] = [
  ["mobile", /mobil|m[oó]v[ií]l|cell|kom[oó]rk|telemóvel|celular|cellulare|携帯|移动/i],
  ["work", /work|arbeit|gesch|trabajo|travail|trabalho|lavoro|praca|służb|werk|arbete|jobb|勤務|工作/i],
  ["home", /home|privat|casa|domicile|dom|thuis|hem|hjem|自宅|家/i],
];

function kindOf(label: string): PhoneKind {
  return KINDS.find(([, words]) => words.test(label))?.[0] ?? "other";
}

/** LinkedIn sends outgoing links through its own page; the address is in the query. */
function siteOf(href: string): string | null {
  try {
    const url = new URL(href, "https://www.linkedin.com");
    const inner = /^\/(?:safety\/go|redir\/redirect)/.test(url.pathname) ? url.searchParams.get("url") : null;
    const target = new URL(inner ?? url.href);
    const own = /(?:^|\.)linkedin\.com$/.test(target.hostname);
    return /^https?:$/.test(target.protocol) && !own ? (inner ?? href).trim() : null;
  } catch {
    return null;
  }
}

function iconOf(svg: Element): string {
  return svg.getAttribute("data-test-icon") ?? svg.getAttribute("id") ?? "";
}

/** The row of an icon: the largest element around it that holds no other icon. */
function rowOf(svg: Element, root: Element): Element | null {
  let row: Element = svg;
  while (
    row.parentElement &&
    row.parentElement !== root &&
    row.parentElement.querySelectorAll("svg").length === 1
  )
    row = row.parentElement;
  return row === svg ? null : row;
}

function phonesOf(texts: Block[]): ContactInfo["phones"] {
  return texts.flatMap(({ text }, index) => {
    const [, value = text, inline = ""] = /^(.*?)\s*\(([^()\d]+)\)$/.exec(text) ?? [];
    const digits = value.replace(/\D/g, "");
    if (!PHONE.test(value) || digits.length < 6 || digits.length > 15) return [];
    const label = inline || (/^\((.+)\)$/.exec(texts[index + 1]?.text ?? "")?.[1] ?? "");
    return [{ kind: kindOf(label), value: value.trim() }];
  });
}

const unique = <T>(values: T[]): T[] => [...new Set(values)];

/** What the open overlay shows, or null when none is open. */
export function readContactInfo(document: Document): ContactInfo | null {
  const root = document.querySelector(ROOTS);
  if (!root || root.closest("[hidden],[inert]")) return null;
  const links = [...root.querySelectorAll("a[href]")].map((link) => link.getAttribute("href") ?? "");
  const phones: ContactInfo["phones"] = [];
  const sites: string[] = [];
  for (const svg of root.querySelectorAll("svg")) {
    const row = rowOf(svg, root);
    if (!row) continue;
    if (PHONE_ICON.test(iconOf(svg))) phones.push(...phonesOf(blocksOf(row)));
    if (SITE_ICON.test(iconOf(svg)))
      for (const link of row.querySelectorAll("a[href]")) {
        const site = siteOf(link.getAttribute("href") ?? "");
        if (site) sites.push(site);
      }
  }
  return {
    emails: unique(
      links
        .filter((href) => href.toLowerCase().startsWith("mailto:"))
        .map((href) => href.slice("mailto:".length).split("?", 1)[0] ?? "")
        .filter((address) => EMAIL.test(address)),
    ),
    phones,
    sites: unique(sites),
    linkedIds: unique(links.map(publicIdOfLink)).filter((id) => id !== null),
  };
}
