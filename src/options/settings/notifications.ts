import browser from "webextension-polyfill";
import { settings } from "../../settings/settings.ts";

const access = { permissions: ["notifications" as const] };

/** As `setLiveBadge`, with the permission to notify. */
export async function setNotifications(on: boolean): Promise<boolean> {
  if (!on) await browser.permissions.remove(access);
  else if (!(await browser.permissions.request(access))) return false;
  await settings.change({ notifications: on });
  return true;
}
