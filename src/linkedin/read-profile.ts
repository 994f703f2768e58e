/**
 * A page -> a Reading. Chooses the layout, makes sure the page shows the URL's person, and decides between what was seen.
 * A pure function of (document, url): no chrome.*, no network, no write.
 */
import { attribute, has } from "./blocks.ts";
import { type ContactInfo, readContactInfo } from "./contact-info.ts";
import { titleFromHeadline } from "./headline.ts";
import { hasClassicMarks, seeClassic, seeSubPage } from "./layouts/classic.ts";
import { hasGuestMarks, seeGuest } from "./layouts/guest.ts";
import { pageTitle } from "./layouts/name-evidence.ts";
import { hasSduiMarks, seeSdui } from "./layouts/sdui.ts";
import { NOTHING_SEEN, type Sighting } from "./layouts/sighting.ts";
import { canonicalUrl, isMemberId, type PageAddress, readAddress } from "./profile-url.ts";
import type { Field, ProfileReading, Reading, Refusal, RefusalReason, Role, Source } from "./reading.ts";
import { isMasked, sameOrganisation } from "./text.ts";

/** Reads the page once, as it is now. Never throws. */
export function readProfile(document: Document, url: string): Reading {
  const address = readAddress(url);
  try {
    return readPage(document, address);
  } catch (error) {
    // A page nobody foresaw: the kind of error helps a bug report, its message could hold the page's text.
    return refuse(document, address, "unrecognised_layout", {
      error: error instanceof Error ? error.name : "unknown",
    });
  }
}

function readPage(document: Document, address: PageAddress): Reading {
  const wrongPage = refusalOfAddress(address) ?? (isLoginWall(document) ? "login_wall" : null);
  if (wrongPage) return refuse(document, address, wrongPage);
  const frame = visibleInteropFrame(document);
  if (frame) {
    const inner = frame.contentDocument;
    return inner
      ? readSightings(inner, address, true)
      : refuse(document, address, "unrecognised_layout", { frame: "unreachable" });
  }
  return readSightings(document, address, false);
}

function refusalOfAddress({ kind }: PageAddress): RefusalReason | null {
  if (kind === "people_search") return "people_list";
  if (kind === "login_wall") return "login_wall";
  return kind === "profile" || kind === "profile_sub_page" ? null : "not_a_profile";
}

/** The sign-up page that stands in for a profile: forms to join, and nobody's top card. */
function isLoginWall(document: Document): boolean {
  const key = attribute(document.querySelector("meta[name=pageKey]"), "content");
  return /auth_?wall|login|checkpoint/i.test(key);
}

/**
 * The frame in which the new shell shows classic pages, when its inline style lets it be seen (0 of 11 native pages). While it fades,
 * it is not yet the page, or no longer.
 */
function visibleInteropFrame(document: Document): HTMLIFrameElement | null {
  return document.querySelector(
    "iframe[data-testid=interop-iframe][style*=opacity]:not([style*='opacity: 0'],[style*='opacity:0'])",
  );
}

function slugOf({ publicId }: PageAddress): string | null {
  return publicId === null || isMemberId(publicId) ? null : publicId;
}

function readSightings(document: Document, address: PageAddress, framed: boolean): Reading {
  const slug = slugOf(address);
  const contact = readContactInfo(document);
  let firstReason: RefusalReason | undefined;
  for (const see of [...layoutsFor(document, framed), seeSubPage]) {
    const sighting = see(document, slug, address.subPage);
    if (!sighting) continue;
    const named = namedIds(sighting);
    const [owner] = named;
    if (owner !== undefined && isWanted(sighting, named, address, document)) {
      const theirs = contact?.linkedIds.every((id) => id === owner || isMemberId(id)) ? contact : null;
      return decide(sighting, owner, theirs);
    }
    firstReason ??= owner === undefined ? "still_loading" : "other_person_on_page";
  }
  if (slug !== null && contact?.linkedIds.includes(slug))
    return {
      ...decide(NOTHING_SEEN, slug, contact),
      warnings: ["Only contact info was found."],
    };
  return refuse(document, address, firstReason ?? reasonOfNothing(document));
}

function layoutsFor(document: Document, framed: boolean) {
  if (framed) return [seeClassic];
  if (hasGuestMarks(document)) return [seeGuest];
  const classic = hasClassicMarks(document);
  if (hasSduiMarks(document) !== classic) return [classic ? seeClassic : seeSdui];
  // Marks can be lost; the new layout's own order of texts cannot be mistaken for the classic one's, but the reverse can.
  return [seeSdui, seeClassic];
}

/** Whose page it is, the owner first. Links of the top card decide; marks beside it count only where it has no link to anybody. */
function namedIds({ linkedIds, markedIds }: Sighting): string[] {
  const slugs = linkedIds.filter((id) => !isMemberId(id));
  return slugs.length > 0 ? slugs : markedIds();
}

/** Whether the address can mean `owner`: by the slug; by member id, or as `/in/me/`, only where nobody else is named beside them. */
function isWanted(
  sighting: Sighting,
  [owner, ...others]: string[],
  address: PageAddress,
  document: Document,
): boolean {
  const slug = slugOf(address);
  // The first is the owner's (overlay links come first): another name there is another person, whoever else is linked.
  if (slug !== null) return owner === slug || isRenamed(sighting, slug, document);
  const wanted = address.publicId;
  return others.every((id) => id === owner) && (wanted === null || sighting.memberId === wanted);
}

/**
 * A slug that was given up still opens the profile: the screen's keys keep the one asked for, all links have the new one. While
 * another person's card is still there, the screen's keys or the title are that person's too.
 */
function isRenamed({ linkedIds, markedIds, name }: Sighting, wanted: string, document: Document): boolean {
  const oneOwner = linkedIds.every((id) => id === linkedIds[0]);
  if (!oneOwner || name !== pageTitle(document)) return false;
  const opened = markedIds();
  return opened.length > 0 && opened.every((id) => id === wanted);
}

/** A value with its evidence. Headlines and page titles only hint. */
function field(value: string | null, source: Source): Field | null {
  return value === null || isMasked(value)
    ? null
    : { value, source, sure: source !== "headline" && source !== "page title" };
}

/** The one place that decides between what was seen. */
function decide(sighting: Sighting, publicId: string, contact: ContactInfo | null): ProfileReading {
  const { name, nameSource, headline, location, layout } = sighting;
  return {
    result: "profile",
    layout,
    publicId,
    linkedinUrl: canonicalUrl(publicId),
    name: field(name, nameSource),
    headline: field(headline, "top card"),
    location: field(location, "top card"),
    ...decideWork(sighting),
    missing: {},
    titleSuggestions: [],
    isTranslated: false,
    companyUrl: null,
    emails: contact?.emails ?? [],
    phones: contact?.phones ?? [],
    sites: contact?.sites ?? [],
    warnings: [],
  };
}

type Work = Pick<ProfileReading, "currentJobTitle" | "companyName" | "currentRoles">;

/**
 * Experience before top card before headline: the top card's company can be a past employer (it was, where every role had
 * ended), and a headline is a slogan until the employer in it is the top card's.
 */
function decideWork({ experience, companyName, headline }: Sighting): Work {
  const { current, state } = experience;
  const role = chooseRole(current, companyName, state === "read");
  if (role)
    return {
      currentJobTitle: field(role.title, "experience"),
      companyName: field(role.companyName, "experience"),
      currentRoles: state === "read" ? current : [role],
    };
  const employer = state === "absent" ? companyName : null;
  return {
    currentJobTitle: field(employer && headline && titleFromHeadline(headline, employer), "headline"),
    companyName: field(employer, "top card"),
    currentRoles: [],
  };
}

/** Of several current roles the one at the top card's company, else the first; an unclear Experience may only confirm. */
function chooseRole(roles: Role[], companyName: string | null, clear: boolean): Role | undefined {
  const atCompany = (role: Role) =>
    companyName && role.companyName && sameOrganisation(role.companyName, companyName);
  return roles.find(atCompany) ?? (clear ? roles[0] : undefined);
}

function reasonOfNothing(document: Document): RefusalReason {
  const people =
    "[data-chameleon-result-urn],[data-view-name=search-entity-result-universal-template],[data-sdui-screen*=SearchResults]";
  if (has(document, people)) return "people_list";
  if (hasSduiMarks(document)) return "still_loading";
  if (hasGuestMarks(document)) return "not_a_profile";
  return "unrecognised_layout";
}

/** A refusal with a report for bug reports: marks and counts, never a text or an address of the page. */
function refuse(
  document: Document,
  address: PageAddress,
  result: RefusalReason,
  more: Refusal["report"] = {},
): Refusal {
  const count = (selector: string) => document.querySelectorAll(selector).length;
  const slug = slugOf(address);
  return {
    result,
    linkedinUrl: slug && canonicalUrl(slug),
    report: {
      reason: result,
      address: address.kind,
      addressHasMemberId: address.publicId !== null && slug === null,
      sduiMarks: hasSduiMarks(document),
      guestMarks: hasGuestMarks(document),
      interopFrame: visibleInteropFrame(document) !== null,
      main: count("main"),
      sections: count("main section"),
      h1: count("h1"),
      h2: count("main h2"),
      topCardKeys: count("[componentkey$=Topcard]"),
      memberSections: count("section[data-member-id]"),
      experienceAnchors: count("#experience,[componentkey$=ExperienceTopLevelSection]"),
      ...more,
    },
  };
}
