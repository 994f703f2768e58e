import { expect, test, vi } from "vitest";
import browser from "webextension-polyfill";
import { language } from "./language.ts";

vi.mock("webextension-polyfill", () => import("../testing/test-browser.ts"));

test.each([
  ["en-GB", "en-GB"],
  ["en", "en"],
  ["it", "en"],
])("with English words in a browser in %s it is %s", (ofBrowser, expected) => {
  vi.spyOn(browser.i18n, "getUILanguage").mockReturnValue(ofBrowser);
  expect(language()).toBe(expected);
});
