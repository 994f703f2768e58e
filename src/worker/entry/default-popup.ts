/** What the button is in tabs that tell of nothing: its title, and whether a click opens the form or saves at once. */
import browser from "webextension-polyfill";
import { t } from "../../i18n/words.ts";
import { settings } from "../../settings/settings.ts";
import { tabState } from "../../storage/tab-state.ts";
import { drawButton } from "./draw-button.ts";
import { BADGE_COLOR } from "./tab-view.ts";

export function formPage(): string {
  return browser.runtime.getManifest().action?.default_popup ?? "";
}

/** Without a popup the browser tells us of the click. */
export async function plainPopup(): Promise<string> {
  return (await settings.get()).toolbarMode === "save" ? "" : formPage();
}

export async function plainTitle(): Promise<string> {
  return t((await settings.get()).toolbarMode === "save" ? "action_title_save" : "action_title");
}

/** For all tabs without a button of their own. */
export async function applyMode(): Promise<void> {
  const [popup, title] = await Promise.all([plainPopup(), plainTitle()]);
  await browser.action.setPopup({ popup });
  await browser.action.setTitle({ title });
  await browser.action.setBadgeBackgroundColor({ color: BADGE_COLOR });
}

/** For tabs that were told otherwise once: what is said of one tab goes before what is said of all. */
export async function applyModeToTabs(): Promise<void> {
  const [popup, title] = await Promise.all([plainPopup(), plainTitle()]);
  for (const { id } of await browser.tabs.query({}))
    if (id !== undefined && !(await tabState(id))) await drawButton(id, { title, popup });
}
