import browser from "webextension-polyfill";
import { countSaves } from "../../storage/saves.ts";
import { publicConnection } from "../key/connection.ts";
import type { SaveStore } from "../queue/store.ts";

/** Draws what `badgeText` says. A badge that cannot be drawn must not stop a save. */
export async function drawQueueBadge(store: SaveStore): Promise<void> {
  try {
    await browser.action.setBadgeText({ text: await badgeText(store) });
  } catch (error) {
    console.warn("The badge could not be set", error);
  }
}

/**
 * Counts only what needs the user: saves that go on at the user's word, and unsent ones no present key may
 * send. "!" when Stardex refused the key while saves wait for it.
 */
async function badgeText(store: SaveStore): Promise<string> {
  const connection = await publicConnection();
  const workspace = connection.state === "connected" ? connection.workspace : null;
  const isRefused = connection.state === "connected" && connection.refused;
  if (workspace !== null && isRefused && (await store.hasUnderway(workspace))) return "!";
  const others = (await store.countOpen()).filter((one) => one.workspace !== workspace);
  const needy = workspace === null ? 0 : await countSaves(workspace, ["needs_you"]);
  const count = others.reduce((sum, other) => sum + other.count, needy);
  return count === 0 ? "" : String(count);
}
