import { beforeEach, expect, test, vi } from "vitest";
import browser from "webextension-polyfill";
import { testBrowser } from "../testing/test-browser.ts";
import { setTabState, type TabState, tabState } from "./tab-state.ts";

vi.mock("webextension-polyfill", () => import("../testing/test-browser.ts"));
beforeEach(() => testBrowser.reset());

test("a tab that says nothing any more leaves nothing, and other tabs as they were", async () => {
  const state = {} as TabState;
  await setTabState(1, state);
  await setTabState(2, state);
  await setTabState(1, null);
  expect(await browser.storage.session.get(null)).toEqual({ tabs: { 2: state } });
  await setTabState(2, null);
  expect(await browser.storage.session.get(null)).toEqual({});
  expect(await tabState(2)).toBeNull();
});
