/** E-mails, phones and sites from the contact-info overlay, only when its user has opened it; never from elsewhere. */
import { isEmail } from "../model/email.ts";
import { blocksOf, textsOf } from "./blocks.ts";
import { all, attribute, closest, one, parentOf, targetsOf } from "./dom.ts";
import type { ContactInfo } from "./evidence.ts";
import { decode, LINKEDIN_HOST, publicIdsOf, SITE } from "./profile-url.ts";
import { phonesOf } from "./text/phone.ts";
import { cleanText, unique } from "./text/text.ts";

export interface OpenOverlay extends ContactInfo {
  /** Public ids of the overlay's own profile link: whose data this is. */
  linkedIds: string[];
}

/** Rows by icon: classic `data-test-icon`, new `id`. */
const PHONE_ICON = /^phone-(?:medium|handset)/;
const SITE_ICON = /^(?:link|globe)-medium/;
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

/** "mailto:jane%2Bjobs@x.example?subject=..." -> "jane+jobs@x.example". */
function emailsOf(href: string): string[] {
  const [, addresses = ""] = /^mailto:([^?]*)/i.exec(href) ?? [];
  return addresses
    .split(",")
    .map((address) => cleanText(decode(address)))
    .filter(isEmail);
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
    emails: unique(targets.flatMap(emailsOf)),
    phones: rowsOf(PHONE_ICON).flatMap((row) => phonesOf(textsOf(blocksOf(row)))),
    sites: unique(
      rowsOf(SITE_ICON)
        .flatMap(targetsIn)
        .flatMap((href) => siteOf(href) ?? []),
    ),
    linkedIds: unique(publicIdsOf(targets)),
  };
}
