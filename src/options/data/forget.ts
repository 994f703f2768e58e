import browser from "webextension-polyfill";
import { send } from "../../protocol/send.ts";

/**
 * Forgets all this browser holds of ours: key, settings, saves (unsent ones too), what was typed, caches, and
 * the access that was given. What an administrator has set by policy is not ours to forget.
 */
export async function forgetEverything(): Promise<void> {
  await browser.permissions.remove({
    origins: ["https://www.linkedin.com/*"],
    permissions: ["notifications"],
  });
  // By the worker, which knows what is under way and must not write afterwards.
  await send("data.forget", {});
}
