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
}

/** Only linkedin.com and its country and mobile hosts; `linkedin.com.evil.com` is somebody else's. */
function isLinkedinHost(hostname: string): boolean {
  const host = hostname.toLowerCase().replace(/\.$/, "");
  return host === "linkedin.com" || host.endsWith(".linkedin.com");
}

/** Whether the address is LinkedIn's at all. Never throws. */
export function isLinkedIn(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return /^https?:$/.test(protocol) && isLinkedinHost(hostname);
}

/** Member ids are case-sensitive and 39 characters long; a slug may begin with "ac" but is lower case. */
export function isMemberId(id: string): boolean {
  return /^AC[ow]A[A-Za-z0-9_-]{30,}$/.test(id);
}

/** One spelling for every spelling of a slug: decoded, NFC, lower case. Null for what cannot be one. */
export function normalizePublicId(raw: string): string | null {
  let decoded = raw;
  try {
    decoded = decodeURIComponent(raw);
  } catch {
    return null;
  }
  if (isMemberId(decoded)) return decoded;
  const slug = decoded.normalize("NFC").toLowerCase().trim().normalize("NFC");
  // Anything but what would end the segment, and at least one letter or digit.
  return !/[\s/?#%\\<>"]/.test(slug) && /[\p{L}\p{N}]/u.test(slug) ? slug : null;
}

/** `https://www.linkedin.com/in/SLUG`: the one form the server de-duplicates on. */
export function canonicalUrl(publicId: string): string {
  // encodeURIComponent throws on half a surrogate pair, which toWellFormed-like replacement prevents.
  const wellFormed = publicId.replace(
    /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    "\ufffd",
  );
  return `https://www.linkedin.com/in/${encodeURIComponent(wellFormed)}`;
}

function segments(url: URL): string[] {
  return url.pathname.split("/").filter(Boolean);
}

/** Legacy `/pub/first-last/12/345/678` became `/in/first-last-67834512`: the numbers, reversed and padded. */
function legacyPublicId(parts: string[]): string | null {
  const [name, ...numbers] = parts;
  if (!name) return null;
  if (numbers.length < 3 || name === "dir") return null;
  const [a = "", b = "", c = ""] = numbers;
  if (![a, b, c].every((part) => /^[0-9a-z]{1,3}$/i.test(part))) return null;
  return `${name}-${c.padStart(3, "0")}${b.padStart(3, "0")}${a}`;
}

function profileAddress(rawId: string, rest: string[]): PageAddress | null {
  const publicId = normalizePublicId(rawId);
  if (!publicId) return null;
  // A locale suffix (/in/SLUG/de, /in/SLUG/pt-br) is the same page in another language.
  const onlyLocale = rest.length === 1 && /^[a-z]{2}([-_][a-z]{2,4})?$/i.test(rest[0] ?? "");
  const subPage = onlyLocale ? "" : rest.join("/").toLowerCase();
  return {
    kind: subPage ? "profile_sub_page" : "profile",
    publicId: publicId === "me" ? null : publicId,
    subPage,
  };
}

const LOGIN_WALL = new Set(["authwall", "login", "checkpoint", "uas", "signup", "404"]);

/** Reads an address; every URL that is not LinkedIn's is `other`. Never throws. */
export function readAddress(address: string): PageAddress {
  const other = (kind: PageKind): PageAddress => ({ kind, publicId: null, subPage: "" });
  if (!isLinkedIn(address)) return other("other");
  const url = new URL(address);
  const parts = segments(url);
  const [first = "", second = "", third = ""] = parts.map((part) => part.toLowerCase());
  if (LOGIN_WALL.has(first)) return other("login_wall");
  if (first === "in" && parts[1]) return profileAddress(parts[1], parts.slice(2)) ?? other("other");
  if (first === "mwlite") {
    if (second === "in" && parts[2]) return profileAddress(parts[2], parts.slice(3)) ?? other("other");
    if (second === "profile" && third === "in" && parts[3])
      return profileAddress(parts[3], parts.slice(4)) ?? other("other");
  }
  if (first === "pub") {
    const id = legacyPublicId(parts.slice(1));
    return (id && profileAddress(id, [])) || other("other");
  }
  if (first === "sales") return other("sales");
  if (first === "talent" || first === "recruiter")
    return other(/search/.test(url.pathname) ? "people_search" : "recruiter");
  if (first === "search" && second === "results" && (third === "people" || third === "all"))
    return other("people_search");
  return other("other");
}

/** The public id a link on the page names (absolute or relative `/in/...` or `vanityName=`), else null. */
export function publicIdOfLink(href: string): string | null {
  const vanity = /[?&]vanityName=([^&#]+)/.exec(href)?.[1];
  if (vanity) return normalizePublicId(vanity);
  if (!href.includes("/in/")) return null;
  const absolute = href.startsWith("/") && !href.startsWith("//") ? `https://www.linkedin.com${href}` : href;
  const { kind, publicId } = readAddress(absolute);
  return kind === "profile" || kind === "profile_sub_page" ? publicId : null;
}
