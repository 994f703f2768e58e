import { beforeEach, expect, test, vi } from "vitest";
import { testBrowser } from "../testing/test-browser.ts";
import { drawToolbarIcon, followColours } from "./toolbar-icon.ts";

vi.mock("webextension-polyfill", () => import("../testing/test-browser.ts"));

/** A browser whose colours can be changed. */
class Colours extends EventTarget {
  matches = false;

  become(isDark: boolean): void {
    this.matches = isDark;
    this.dispatchEvent(new Event("change"));
  }
}

let colours: Colours;

beforeEach(() => {
  testBrowser.reset();
  colours = new Colours();
  vi.stubGlobal("matchMedia", () => colours);
});

const aWhile = () => new Promise((resolve) => setTimeout(resolve));

const LIGHT = { 16: "/icons/16.png", 32: "/icons/32.png" };
const DARK = { 16: "/icons/dark-16.png", 32: "/icons/dark-32.png" };

test("on a light toolbar the manifest's icon stays, and nothing is stored", async () => {
  followColours();
  await drawToolbarIcon();
  await aWhile();
  expect(testBrowser.item("toolbar")).toBeUndefined();
  expect(testBrowser.state.icon).toBeUndefined();
});

test("the dark one is drawn, again at the next start, and followed until the page is gone", async () => {
  colours.matches = true;
  const stop = followColours();
  await vi.waitFor(() => expect(testBrowser.item("toolbar")).toEqual({ version: 1, isDark: true }));
  expect(testBrowser.state.icon).toEqual(DARK);

  testBrowser.state.icon = undefined;
  await drawToolbarIcon();
  expect(testBrowser.state.icon).toEqual(DARK);

  colours.become(false);
  await vi.waitFor(() => expect(testBrowser.item("toolbar")).toEqual({ version: 1, isDark: false }));
  expect(testBrowser.state.icon).toEqual(LIGHT);
  stop();
  testBrowser.state.icon = undefined;
  colours.become(true);
  await aWhile();
  expect(testBrowser.state.icon).toBeUndefined();
});

test("what cannot be read any more counts as light, and is written anew", async () => {
  testBrowser.put("toolbar", "?");
  await drawToolbarIcon();
  expect(testBrowser.state.icon).toBeUndefined();
  colours.matches = true;
  followColours();
  await vi.waitFor(() => expect(testBrowser.item("toolbar")).toEqual({ version: 1, isDark: true }));
});
