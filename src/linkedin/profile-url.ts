/** What a LinkedIn address says, by itself: which page it is and whose. */

type PageKind =
  | "profile"
  | "profile_sub_page"
  | "people_search"
  | "sales"
  | "recruiter"
  | "login_wall"
  | "other";

export interface PageAddress {
  kind: PageKind;
  /** The slug or member id in the address, lower case unless it is a member id; null for `/in/me`. */
  publicId: string | null;
  /** The part after the profile, such as `overlay/contact-info` or `details/experience`. */
  subPage: string;
  /** The id of a Recruiter profile or a Sales Navigator lead: nobody's public id. */
  productId: string | null;
}

/** Its country and mobile hosts too; `linkedin.com.evil.com` is somebody else's. */
export const LINKEDIN_HOST = /(?:^|\.)linkedin\.com\.?$/;

/** The address, if it is LinkedIn's at all. Never throws. */
function linkedInUrl(address: string): URL | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  return /^https?:$/.test(url.protocol) && LINKEDIN_HOST.test(url.hostname) ? url : null;
}

/** Whether the address is LinkedIn's. */
export function isLinkedIn(address: string): boolean {
  return linkedInUrl(address) !== null;
}

/** Member ids are case-sensitive and 39 characters long; a slug may begin with "ac" but is lower case. */
export function isMemberId(id: string): boolean {
  return /^AC[ow]A[\w-]{30,}$/.test(id);
}

/** Percent-decoded; empty for what is not well-formed. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

/** One spelling for every spelling of a slug: decoded, NFC, lower case. Null for what cannot be one. */
export function normalizePublicId(raw: string): string | null {
  const id = decode(raw);
  if (isMemberId(id)) return id;
  const slug = id.normalize("NFC").toLowerCase().trim().normalize("NFC");
  // Anything but what would end the segment, and at least one letter or digit.
  return !/[\s/?#%\\<>"]/.test(slug) && /[\p{L}\p{N}]/u.test(slug) ? slug : null;
}

export const SITE = "https://www.linkedin.com";

/** The slug of an address; null where it names nobody, or by member id alone. */
export function slugOf({ publicId }: PageAddress): string | null {
  return publicId === null || isMemberId(publicId) ? null : publicId;
}

/** `https://www.linkedin.com/in/SLUG`: the one form the server de-duplicates on. */
export function canonicalUrl(publicId: string): string {
  // encodeURIComponent throws on half a surrogate pair.
  return `${SITE}/in/${encodeURIComponent(publicId.replace(/\p{Cs}/gu, "\ufffd"))}`;
}

/** `in/SLUG/SUBPAGE`; the mobile site has its profiles under `mwlite/`. */
const PROFILE = /^(?:mwlite\/(?:profile\/)?)?in\/([^/]+)\/?(.*)/i;
/** Most addresses are plain ones, which need no parsing: its first use costs more than all the rest. */
const PLAIN = /^https:\/\/www\.linkedin\.com\/([\w/-]+)(?![^?#])/;
/** Legacy `pub/first-last/12/345/678` became `in/first-last-67834512`: the numbers, reversed and padded. */
const LEGACY = /^pub\/([^/]+)\/([^\W_]{1,3})\/([^\W_]{1,3})\/([^\W_]{1,3})(?:\/|$)/i;
/** A locale suffix (/in/SLUG/de, /in/SLUG/pt-br) is the same page in another language. */
const LOCALE = /^[a-z]{2}([-_][a-z]{2,4})?$/i;

const OTHER_KINDS: [PageKind, RegExp][] = [
  ["login_wall", /^(?:authwall|login|checkpoint|uas|signup|404)\b/i],
  ["people_search", /^(?:talent|recruiter|sales)\/.*search|^search\/results\/(?:people|all)\b/i],
  ["sales", /^sales\b/i],
  ["recruiter", /^(?:talent|recruiter)\b/i],
];

/** A profile of its own, or in the drawer over a list or search: `/talent/search/profile/AEM...`. */
const RECRUITER_PROFILE = /^(?:talent|recruiter)\/(?:.*\/)?profile\/([\w-]+)/i;
/** `/sales/lead/ACw...,NAME_SEARCH,aB1c`; `/sales/people/...` until 2022. */
const LEAD = /^sales\/(?:lead|people)\/([\w-]+)/i;

function legacyPublicId(path: string): string | null {
  const [, name, a, b = "", c = ""] = LEGACY.exec(path) ?? [];
  return name && name !== "dir" ? `${name}-${c.padStart(3, "0")}${b.padStart(3, "0")}${a}` : null;
}

/** Reads an address; every URL that is not LinkedIn's is `other`. Never throws. */
export function readAddress(address: string): PageAddress {
  const pathname = PLAIN.exec(address)?.[1] ?? linkedInUrl(address)?.pathname ?? "";
  const path = pathname.split("/").filter(Boolean).join("/");
  const [, id = legacyPublicId(path), rest = ""] = PROFILE.exec(path) ?? [];
  const publicId = id && normalizePublicId(id);
  if (!publicId) {
    const [, recruiterId] = RECRUITER_PROFILE.exec(path) ?? [];
    const [, leadId] = LEAD.exec(path) ?? [];
    const other = OTHER_KINDS.find(([, paths]) => paths.test(path))?.[0] ?? "other";
    const kind = recruiterId ? "recruiter" : leadId ? "sales" : other;
    return { kind, publicId: null, subPage: "", productId: recruiterId ?? leadId ?? null };
  }
  const subPage = LOCALE.test(rest) ? "" : rest.toLowerCase();
  return {
    kind: subPage ? "profile_sub_page" : "profile",
    publicId: publicId === "me" ? null : publicId,
    subPage,
    productId: null,
  };
}

/** The public id a link on the page names (absolute or relative `/in/...` or `vanityName=`), else null. */
export function publicIdOfLink(href: string): string | null {
  const vanity = /[?&]vanityName=([^&#]+)/.exec(href)?.[1];
  if (vanity) return normalizePublicId(vanity);
  if (!href.includes("/in/")) return null;
  return readAddress(/^\/(?!\/)/.test(href) ? SITE + href : href).publicId;
}

/** The public ids that links name, in their order. */
export function publicIdsOf(hrefs: string[]): string[] {
  return hrefs.flatMap((href) => publicIdOfLink(href) ?? []);
}

const COMPANY = /^\/company\/([^/]+)/;

/** `https://www.linkedin.com/company/ID`, slug or number, of a link to a company's page; null for any other link. */
export function companyUrlOf(href: string): string | null {
  const path = /^\/(?!\/)/.test(href) ? href : linkedInUrl(href)?.pathname;
  const id = decode(COMPANY.exec(path ?? "")?.[1] ?? "")
    .normalize("NFC")
    .toLowerCase();
  return /^[\p{L}\p{N}][^\s/?#%\\<>"]*$/u.test(id) ? `${SITE}/company/${encodeURIComponent(id)}` : null;
}
