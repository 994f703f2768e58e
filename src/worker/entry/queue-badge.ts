import browser from "webextension-polyfill";
import type { SaveRecord } from "../../model/save.ts";
import type { Connection } from "../../protocol/messages.ts";
import { isUnderway } from "../queue/queue-order.ts";

/**
 * Counts only what needs the user: saves that go on at a word, and unsent ones no present key may send.
 * "!" when Stardex refused the key while saves wait for it.
 */
export function badgeText(records: SaveRecord[], connection: Connection): string {
  const workspace = connection.state === "connected" ? connection.workspace : undefined;
  const isOther = (record: SaveRecord) => record.workspace !== workspace;
  const isHeld = connection.state === "connected" && connection.refused;
  if (isHeld && records.some((record) => isUnderway(record) && !isOther(record))) return "!";
  const waiting = records.filter(
    (record) => record.state === "needs_you" || (isUnderway(record) && isOther(record)),
  );
  return waiting.length === 0 ? "" : String(waiting.length);
}

/** A badge that cannot be drawn must not stop a save. */
export async function showBadge(text: string): Promise<void> {
  try {
    await browser.action.setBadgeText({ text });
  } catch (error) {
    console.warn("The badge could not be set", error);
  }
}
