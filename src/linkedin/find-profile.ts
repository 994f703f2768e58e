/**
 * A page -> what it shows of the URL's person. Chooses the layout and makes sure the page is that person's; `decide` says what it means.
 * A pure function of (document, url): no extension API, no network, no write.
 */
import { type OpenOverlay, readContactInfo } from "./contact-info.ts";
import { attribute, one, property } from "./dom.ts";
import type { ContactInfo, Evidence, PageEvidence } from "./evidence.ts";
import { hasClassicMarks, readClassic, readSubPage } from "./layouts/classic.ts";
import { hasGuestMarks, readGuest } from "./layouts/guest.ts";
import { visibleInteropFrame } from "./layouts/interop.ts";
import { type LayoutReading, NOTHING_FOUND, type ReadLayout } from "./layouts/layout-reading.ts";
import { pageTitle } from "./layouts/name-evidence.ts";
import { readRecruiter } from "./layouts/recruiter.ts";
import { readLead } from "./layouts/sales-navigator.ts";
import { hasSduiMarks, readSdui } from "./layouts/sdui.ts";
import { isMemberId, type PageAddress, readAddress, slugOf } from "./profile-url.ts";
import type { RefusalReason } from "./reading.ts";
import { reasonOfNothing, refuse } from "./refuse.ts";
import { unique } from "./text/text.ts";
import { isTranslated } from "./translated.ts";

/** Reads the page once, as it is now. Never throws. */
export function findProfile(document: Document, url: string): PageEvidence {
  const address = readAddress(url);
  try {
    return readPage(document, address);
  } catch (error) {
    // A page nobody foresaw: the kind of error helps a bug report, its message could hold the page's text.
    return refuse(document, address, "unrecognized_layout", {
      error: error instanceof Error ? error.name : "unknown",
    });
  }
}

function readPage(document: Document, address: PageAddress): PageEvidence {
  const wrongPage =
    refusalOfAddress(address) ??
    (isPage(document) ? null : "not_a_page") ??
    (isLoginWall(document) ? "login_wall" : null);
  if (wrongPage) return refuse(document, address, wrongPage);
  if (address.kind === "recruiter") return readProduct(document, address, readRecruiter(document));
  if (address.kind === "sales") return readProduct(document, address, readLead(document, address.productId));
  const frame = visibleInteropFrame(document);
  if (frame) {
    const inner = property(frame, "contentDocument");
    return inner
      ? readLayouts(inner, address, [readClassic])
      : refuse(document, address, "unrecognized_layout", { frame: "unreachable" });
  }
  return readLayouts(document, address, layoutsFor(document));
}

/** Recruiter and Sales Navigator: only with the one public address that the person's own part of the page has. */
function readProduct(document: Document, address: PageAddress, found: LayoutReading | null): PageEvidence {
  if (!found) return refuse(document, address, "still_loading");
  const [owner, ...others] = unique(found.linkedIds.filter((id) => !isMemberId(id)));
  if (others.length > 0) return refuse(document, address, "other_person_on_page");
  if (owner !== undefined) return evidenceOf(found, owner, NO_CONTACT, isTranslated(document));
  const where = address.kind === "recruiter" ? "public_profile" : "menu";
  return { ...refuse(document, address, "address_hidden"), where };
}

function refusalOfAddress({ kind, productId }: PageAddress): RefusalReason | null {
  if (productId !== null) return null;
  if (kind === "people_search") return "people_list";
  if (kind === "login_wall") return "login_wall";
  return kind === "profile" || kind === "profile_sub_page" ? null : "not_a_profile";
}

/** XML, SVG, JSON and plain text have a document too. */
function isPage(document: Document): boolean {
  return property(document, "contentType") === "text/html";
}

/** The sign-up page that stands in for a profile: forms to join, and nobody's top card. */
function isLoginWall(document: Document): boolean {
  const key = attribute(one(document, "meta[name=pageKey]"), "content");
  return /auth_?wall|login|checkpoint/i.test(key);
}

function layoutsFor(document: Document): ReadLayout[] {
  if (hasGuestMarks(document)) return [readGuest];
  const isClassic = hasClassicMarks(document);
  if (hasSduiMarks(document) !== isClassic) return [isClassic ? readClassic : readSdui];
  // Marks can be lost; the new layout's own order of texts cannot be mistaken for the classic one's, but the reverse can.
  return [readSdui, readClassic];
}

function readLayouts(document: Document, address: PageAddress, layouts: ReadLayout[]): PageEvidence {
  const slug = slugOf(address);
  const contact = readContactInfo(document);
  const isForeign = isTranslated(document);
  let firstReason: RefusalReason | undefined;
  for (const read of [...layouts, readSubPage]) {
    const found = read(document, slug, address.subPage);
    if (!found) continue;
    const named = namedIds(found);
    const [owner] = named;
    if (owner !== undefined && isWanted(found, named, address, document))
      return evidenceOf(found, owner, contactOf(owner, contact), isForeign);
    firstReason ??= whyNot(found, owner, address);
  }
  if (slug !== null && contact?.linkedIds.includes(slug))
    return {
      ...evidenceOf(NOTHING_FOUND, slug, contact, isForeign),
      warnings: ["Only contact info was found."],
    };
  return refuse(document, address, firstReason ?? reasonOfNothing(document));
}

/** A member id that neither the page's card nor its links name: no proof for the person in view, and none against. */
function whyNot(
  { memberId }: LayoutReading,
  owner: string | undefined,
  { publicId }: PageAddress,
): RefusalReason {
  if (publicId !== null && isMemberId(publicId) && (memberId === null || owner === undefined))
    return "member_id_only";
  return owner === undefined ? "still_loading" : "other_person_on_page";
}

const NO_CONTACT: ContactInfo = { emails: [], phones: [], sites: [] };

function evidenceOf(
  { layout, name, nameSource, headline, companyName, location, experience }: LayoutReading,
  publicId: string,
  { emails, phones, sites }: ContactInfo,
  isForeign: boolean,
): Evidence {
  const lines = { name, nameSource, headline, companyName, location, experience };
  const rest = { emails, phones, sites, isTranslated: isForeign, warnings: [] };
  return { result: "evidence", layout, publicId, ...lines, ...rest };
}

/** The open overlay, where it is the owner's. */
function contactOf(owner: string, contact: OpenOverlay | null): ContactInfo {
  return contact?.linkedIds.every((id) => id === owner || isMemberId(id)) ? contact : NO_CONTACT;
}

/** Whose page it is, the owner first. Links of the top card decide; marks beside it count only where it has no link to anybody. */
function namedIds({ linkedIds, readMarkedIds }: LayoutReading): string[] {
  const slugs = linkedIds.filter((id) => !isMemberId(id));
  return slugs.length > 0 ? slugs : readMarkedIds();
}

/** Whether the address can mean `owner`: by the slug; by member id, or as `/in/me/`, only where nobody else is named beside them. */
function isWanted(
  found: LayoutReading,
  [owner, ...others]: string[],
  address: PageAddress,
  document: Document,
): boolean {
  const slug = slugOf(address);
  // The first is the owner's (overlay links come first): another name there is another person, whoever else is linked.
  if (slug !== null) return owner === slug || isRenamed(found, slug, document);
  const wanted = address.publicId;
  return others.every((id) => id === owner) && (wanted === null || found.memberId === wanted);
}

/**
 * A slug that was given up still opens the profile: the screen's keys keep the one asked for, all links have the new one. While
 * another person's card is still there, the screen's keys or the title are that person's too.
 */
function isRenamed(
  { linkedIds, readMarkedIds, name }: LayoutReading,
  wanted: string,
  document: Document,
): boolean {
  const hasOneOwner = linkedIds.every((id) => id === linkedIds[0]);
  if (!hasOneOwner || name !== pageTitle(document)) return false;
  const opened = readMarkedIds();
  return opened.length > 0 && opened.every((id) => id === wanted);
}
