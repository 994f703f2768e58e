import { beforeEach, expect, test, vi } from "vitest";
import { testBrowser } from "../testing/test-browser.ts";
import { drawToolbarIcon, followColors } from "./toolbar-icon.ts";

vi.mock("webextension-polyfill", () => import("../testing/test-browser.ts"));

/** A browser whose colors can be changed. */
class Colors extends EventTarget {
  matches = false;

  become(isDark: boolean): void {
    this.matches = isDark;
    this.dispatchEvent(new Event("change"));
  }
}

let colors: Colors;

beforeEach(() => {
  testBrowser.reset();
  colors = new Colors();
  vi.stubGlobal("matchMedia", () => colors);
});

const aWhile = () => new Promise((resolve) => setTimeout(resolve));

const LIGHT = { 16: "/icons/16.png", 32: "/icons/32.png" };
const DARK = { 16: "/icons/dark-16.png", 32: "/icons/dark-32.png" };

test("on a light toolbar the manifest's icon stays, and nothing is stored", async () => {
  followColors();
  await drawToolbarIcon();
  await aWhile();
  expect(testBrowser.item("toolbar")).toBeUndefined();
  expect(testBrowser.state.icon).toBeUndefined();
});

test("the dark one is drawn, again at the next start, and followed until the page is gone", async () => {
  colors.matches = true;
  const stop = followColors();
  await vi.waitFor(() => expect(testBrowser.item("toolbar")).toEqual({ version: 1, isDark: true }));
  expect(testBrowser.state.icon).toEqual(DARK);

  testBrowser.state.icon = undefined;
  await drawToolbarIcon();
  expect(testBrowser.state.icon).toEqual(DARK);

  colors.become(false);
  await vi.waitFor(() => expect(testBrowser.item("toolbar")).toEqual({ version: 1, isDark: false }));
  expect(testBrowser.state.icon).toEqual(LIGHT);
  stop();
  testBrowser.state.icon = undefined;
  colors.become(true);
  await aWhile();
  expect(testBrowser.state.icon).toBeUndefined();
});

test("what cannot be read any more counts as light, and is written anew", async () => {
  testBrowser.put("toolbar", "?");
  await drawToolbarIcon();
  expect(testBrowser.state.icon).toBeUndefined();
  colors.matches = true;
  followColors();
  await vi.waitFor(() => expect(testBrowser.item("toolbar")).toEqual({ version: 1, isDark: true }));
});
