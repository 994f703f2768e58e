/** A system notification when a batch has come to its end, for who has switched notifications on. */
import browser from "webextension-polyfill";
import { plural } from "../../i18n/plurals.ts";
import { t } from "../../i18n/words.ts";
import type { Batch } from "../../model/batch.ts";
import { settings } from "../../settings/settings.ts";
import { countBatch } from "../../storage/batches.ts";

/** Never rejects. */
export async function notifyOfEnd(batch: Batch): Promise<void> {
  try {
    if (!(await settings.get()).notifications) return;
    const { added, known, held, failed } = await countBatch(batch);
    const waiting = held + failed;
    await browser.notifications.create(batch.id, {
      type: "basic",
      iconUrl: browser.runtime.getURL("icons/128.png"),
      title: t("batch_notice_title"),
      message: [
        plural("batch_notice_done", added + known),
        ...(waiting > 0 ? [plural("batch_notice_held", waiting)] : []),
      ].join(" "),
    });
  } catch (error) {
    console.warn("The notification was not shown", error);
  }
}
