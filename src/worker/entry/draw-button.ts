import browser from "webextension-polyfill";

/** What is left out stays as it is; a null badge gives the tab the one of all tabs. */
export interface Drawing {
  badge?: string | null;
  color?: string;
  title?: string;
  popup?: string;
}

/** A tab that was closed meanwhile needs no button: never rejects. */
export async function drawButton(tabId: number, { badge, color, title, popup }: Drawing): Promise<void> {
  await Promise.allSettled([
    badge !== undefined && browser.action.setBadgeText({ tabId, text: badge }),
    color !== undefined && browser.action.setBadgeBackgroundColor({ tabId, color }),
    title !== undefined && browser.action.setTitle({ tabId, title }),
    popup !== undefined && browser.action.setPopup({ tabId, popup }),
  ]);
}
