import { beforeEach, expect, test, vi } from "vitest";
import { settings } from "../../settings/settings.ts";
import { testBrowser } from "../../testing/test-browser.ts";
import { createTestLocks } from "../../testing/test-locks.ts";
import { setLiveBadge } from "./live-badge.ts";
import { setNotifications } from "./notifications.ts";

vi.mock("webextension-polyfill", () => import("../../testing/test-browser.ts"));

beforeEach(() => {
  testBrowser.reset();
  vi.stubGlobal("navigator", { locks: createTestLocks() });
});

const switches = [
  { set: setLiveBadge, name: "liveBadge", access: { origins: ["https://www.linkedin.com/*"] } },
  { set: setNotifications, name: "notifications", access: { permissions: ["notifications"] } },
] as const;

test.each(switches)("$name: on once the access is given, off with the access given back", async (one) => {
  expect(await one.set(true)).toBe(true);
  expect(testBrowser.state.permissionsAsked).toEqual([one.access]);
  expect(await settings.get()).toMatchObject({ [one.name]: true });
  expect(await one.set(false)).toBe(true);
  expect(testBrowser.state.permissionsRemoved).toEqual([one.access]);
  expect(await settings.get()).toMatchObject({ [one.name]: false });
});

test.each(switches)("$name: without the access it stays off", async (one) => {
  testBrowser.state.allowsPermissions = false;
  expect(await one.set(true)).toBe(false);
  expect(await settings.get()).toMatchObject({ [one.name]: false });
});
