/** A system notification of what became of a one-click save, for who has switched it on and allowed it. */
import browser from "webextension-polyfill";
import { t } from "../../i18n/words.ts";
import type { SaveRecord } from "../../model/save.ts";
import { settings } from "../../settings/settings.ts";
import type { SaveView } from "../../storage/tab-state.ts";
import { buttonAppearance, viewOf } from "./tab-view.ts";

const TOLD: SaveView["kind"][] = ["saved", "added", "already_there", "waiting", "needs_you"];

/** `before`: the record before this change, null when it is new. `now`: epoch ms. Never rejects. */
export async function notifyOfChange(
  before: SaveRecord | null,
  after: SaveRecord,
  now: number,
): Promise<void> {
  const view = viewOf(after, now);
  const isTold = TOLD.includes(view.kind) && (before === null || viewOf(before, now).kind !== view.kind);
  // Each further try of a save that waits is no news.
  const isRepeated = view.kind === "waiting" && "attempts" in after && after.attempts > 1;
  if (!after.draft.isOneClick || !isTold || isRepeated || !(await settings.get()).notifications) return;
  try {
    await browser.notifications.create(after.id, {
      type: "basic",
      iconUrl: browser.runtime.getURL("icons/128.png"),
      title: t("app_name"),
      message: buttonAppearance(view, now).title,
    });
  } catch (error) {
    console.warn("The notification was not shown", error);
  }
}
