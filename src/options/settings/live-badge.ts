import browser, { type Permissions } from "webextension-polyfill";
import { settings } from "../../settings/settings.ts";

/** Firefox also asks about the kind of data; Chrome refuses a request that names one. */
const isFirefox = import.meta.env.MODE === "firefox";
const access: Permissions.Permissions = {
  origins: ["https://www.linkedin.com/*"],
  ...(isFirefox && { data_collection: ["browsingActivity"] }),
};

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
