/** Refusals, with a report for bug reports: marks and counts, never a text or an address of the page. */
import { all, has } from "./dom.ts";
import { SELECTORS as CLASSIC } from "./layouts/classic.ts";
import { hasGuestMarks } from "./layouts/guest.ts";
import { visibleInteropFrame } from "./layouts/interop.ts";
import { hasSduiMarks, SELECTORS as SDUI } from "./layouts/sdui.ts";
import { canonicalUrl, type PageAddress, slugOf } from "./profile-url.ts";
import type { Refusal, RefusalReason } from "./reading.ts";

/** Rows of people: classic search (70 of 70), new search (20 of 20). */
const PEOPLE_ROWS =
  "[data-chameleon-result-urn],[data-view-name=search-entity-result-universal-template],[data-sdui-screen*=SearchResults]";

/** Why a page of which no layout found anything is none to read. */
export function reasonOfNothing(document: Document): RefusalReason {
  if (has(document, PEOPLE_ROWS)) return "people_list";
  if (hasSduiMarks(document)) return "still_loading";
  if (hasGuestMarks(document)) return "not_a_profile";
  return "unrecognized_layout";
}

export function refuse(
  document: Document,
  address: PageAddress,
  result: RefusalReason,
  more: Refusal["report"] = {},
): Refusal {
  const count = (selector: string) => all(document, selector).length;
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
      topCardKeys: count(SDUI.topCard),
      memberSections: count(CLASSIC.topCard),
      experienceAnchors: count(CLASSIC.experience) + count(SDUI.experience),
      ...more,
    },
  };
}
