import browser from "webextension-polyfill";
import { settings } from "../../settings/settings.ts";

const access = { origins: ["https://www.linkedin.com/*"] };

/**
 * Switches the live badge on, after asking for access to LinkedIn, or off, giving the access back. To be
 * called under a click: the browser asks only then. False when the user did not allow it.
 */
export async function setLiveBadge(on: boolean): Promise<boolean> {
  if (!on) await browser.permissions.remove(access);
  else if (!(await browser.permissions.request(access))) return false;
  await settings.change({ liveBadge: on });
  return true;
}
