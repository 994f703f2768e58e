/** The LinkedIn address in a pasted text, and whether it names a person. */
import { canonicalUrl, isLinkedIn, isMemberId, readAddress } from "../../linkedin/profile-url.ts";
import type { AddressProblem } from "./pasted-person.ts";

export interface FoundAddress {
  /** As it stands in the text. */
  address: string;
  /** Its canonical form; null when it names nobody. */
  linkedinUrl: string | null;
  problem: AddressProblem | null;
}

/** An address with a scheme, or one that begins with a host name. Brackets, quotes and blanks end it. */
const URL_IN_TEXT =
  /(?:https?:\/\/|(?<![\p{L}\p{N}@.-])(?:[a-z0-9-]+\.)*(?:linkedin\.com|lnkd\.in)(?=[/:?#]))[^\s<>"”“„'|\\^`{}[\]]*/giu;

/** The parameters in which mail gateways and search engines carry the address behind their own. */
const WRAPPED_IN = ["url", "q", "u", "target", "session_redirect"];

/** The best address in the text: one that names a person before one that does not. Null without any. */
export function findAddress(text: string): FoundAddress | null {
  const found = addressesIn(text).map(judgeAddress);
  return (
    found.find(({ linkedinUrl }) => linkedinUrl !== null) ??
    found.find(({ problem }) => problem !== "not_linkedin") ??
    found[0] ??
    null
  );
}

/** Every address in the text, LinkedIn's or not, as it stands there. */
export function addressesIn(text: string): string[] {
  return (text.match(URL_IN_TEXT) ?? []).map(trimEnd);
}

/** Whether the text is an address and nothing else. */
export function isAddressOnly(text: string): boolean {
  const found = findAddress(text);
  return found !== null && found.problem !== "not_linkedin" && withoutAddresses(text) === "";
}

/** The text around its addresses. */
export function withoutAddresses(text: string): string {
  return text
    .replace(URL_IN_TEXT, (url) => ` ${url.slice(trimEnd(url).length)} `)
    .replace(/\(\s*\)|\[\s*\]|<\s*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** Where a sentence goes on after the address: its punctuation is not the address's. */
function trimEnd(url: string): string {
  const trimmed = url.replace(/[.,;:!?*_…]+$/, "");
  const isClosedOutside = trimmed.endsWith(")") && !trimmed.includes("(");
  return isClosedOutside ? trimEnd(trimmed.slice(0, -1)) : trimmed;
}

/** What one address is. */
function judgeAddress(address: string): FoundAddress {
  const url = unwrap(/^https?:\/\//i.test(address) ? address : `https://${address}`);
  const problem = problemOf(url);
  if (problem) return { address, linkedinUrl: null, problem };
  const { publicId } = readAddress(url);
  return publicId === null
    ? { address, linkedinUrl: null, problem: "not_a_profile" }
    : { address, linkedinUrl: canonicalUrl(publicId), problem: null };
}

function problemOf(url: string): AddressProblem | null {
  if (/^https?:\/\/(?:www\.)?lnkd\.in(?:[/?#]|$)/i.test(url)) return "not_a_profile";
  if (!isLinkedIn(url)) return "not_linkedin";
  const { kind, publicId } = readAddress(url);
  if (kind === "sales") return "sales_navigator";
  if (kind === "recruiter" || /\/(?:talent|recruiter)\//i.test(url)) return "recruiter";
  if (publicId === null) return "not_a_profile";
  return isMemberId(publicId) ? "member_id" : null;
}

/** The address that another one leads to, when that is LinkedIn's; else the address itself. */
function unwrap(url: string): string {
  if (!URL.canParse(url) || isLinkedInPage(url)) return url;
  const { searchParams } = new URL(url);
  const inner = WRAPPED_IN.map((name) => searchParams.get(name)).find((value) => value && isLinkedIn(value));
  return inner ?? url;
}

/** A login wall is LinkedIn's too, but what was meant is behind it. */
function isLinkedInPage(url: string): boolean {
  return isLinkedIn(url) && readAddress(url).kind !== "login_wall";
}
