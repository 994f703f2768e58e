/**
 * What the panel knows of the tab beside it. A form of one person over the page of another is the worst that can
 * happen here, so there is one rule: what was read is shown only as long as the tab in view shows the page it was
 * read from. Pure; `use-panel.ts` brings the browser's events.
 */

import type { TabReading } from "../capture/read-tab.ts";
import { isMemberId, readAddress } from "../linkedin/profile-url.ts";

export interface ShownTab {
  tabId: number;
  /** Null where the extension has no access: the button was not clicked in this tab, or the tab left the site. */
  url: string | null;
}

/** What stands in the panel of the page in view. */
type PanelContent =
  | { is: "blank" }
  | { is: "reading"; attempt: number }
  | { is: "read"; reading: TabReading };

export interface PanelState {
  /** Null until the browser has said which tab is in view. */
  tab: ShownTab | null;
  content: PanelContent;
  /** Counts the readings, so that the answer of an earlier one is told from the latest. */
  attempts: number;
}

export type PanelEvent =
  /** Another tab came into view, or the one in view shows another page. */
  | { type: "tab_shown"; tab: ShownTab }
  /** The user asks for the page in view to be read. */
  | { type: "read_requested" }
  /** `url`: where the tab was when the reading was over; null when that is not known any more. */
  | { type: "read_done"; attempt: number; url: string | null; reading: TabReading }
  /** The page was looked at once more for what was missing; another person's page is no news of this one. */
  | { type: "read_again"; reading: TabReading }
  /** The user is done with the person. */
  | { type: "closed" };

export const firstPanelState: PanelState = { tab: null, content: { is: "blank" }, attempts: 0 };

export function changePanel(state: PanelState, event: PanelEvent): PanelState {
  switch (event.type) {
    case "tab_shown": {
      const stays = state.tab !== null && isSameView(state.tab, event.tab);
      return { ...state, tab: event.tab, content: stays ? state.content : { is: "blank" } };
    }
    case "read_requested": {
      if (!state.tab?.url) return state;
      const attempt = state.attempts + 1;
      return { ...state, content: { is: "reading", attempt }, attempts: attempt };
    }
    case "read_done":
      return finish(state, event);
    case "read_again":
      return isNews(state.content, event.reading)
        ? { ...state, content: { is: "read", reading: event.reading } }
        : state;
    case "closed":
      return { ...state, content: { is: "blank" } };
  }
}

function finish(
  state: PanelState,
  { attempt, url, reading }: PanelEvent & { type: "read_done" },
): PanelState {
  const { tab, content } = state;
  if (content.is !== "reading" || content.attempt !== attempt) return state;
  const isOfView = tab?.url && url !== null && pageOf(url) === pageOf(tab.url) && isOfPage(reading, url);
  return { ...state, content: isOfView ? { is: "read", reading } : { is: "blank" } };
}

function isNews(content: PanelContent, next: TabReading): boolean {
  if (content.is !== "read" || next.result !== "profile" || content.reading.result !== "profile")
    return false;
  return next.linkedinUrl === content.reading.linkedinUrl;
}

function isSameView(before: ShownTab, now: ShownTab): boolean {
  if (before.tabId !== now.tabId || before.url === null || now.url === null) return false;
  return pageOf(before.url) === pageOf(now.url);
}

/** Whose form stands in the panel, and of which tab: another tab's form of the person is another form. Null without one. */
export function formKey({ tab, content }: PanelState): string | null {
  if (!tab || content.is !== "read" || !("linkedinUrl" in content.reading)) return null;
  const { result, linkedinUrl } = content.reading;
  const hasForm = result === "profile" || result === "unrecognized_layout";
  return hasForm && linkedinUrl !== null ? `${tab.tabId} ${linkedinUrl}` : null;
}

/** The person for a profile and the pages under it, such as the contact info; else the address without its anchor. */
export function pageOf(url: string): string {
  const { publicId } = readAddress(url);
  return publicId ? `in/${publicId}` : (url.split("#")[0] ?? url);
}

/** A reading names the address it was made under, but for an internal one, which the page may resolve. */
function isOfPage(reading: TabReading, url: string): boolean {
  const { publicId } = readAddress(url);
  if (reading.result !== "profile" || publicId === null || isMemberId(publicId)) return true;
  return reading.publicId === publicId;
}
