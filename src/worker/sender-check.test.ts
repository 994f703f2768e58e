import { expect, test } from "vitest";
import type { Runtime } from "webextension-polyfill";
import { isOwnPage } from "./sender-check.ts";

const id = "abcdefghijklmnop";
const origin = `chrome-extension://${id}/`;
const popup = `${origin}src/popup/popup.html`;
const options = `${origin}src/options/options.html`;

const tab = (url?: string) => ({
  tab: { index: 0, highlighted: false, active: true, pinned: false, incognito: false, ...(url && { url }) },
});
const profile = "https://www.linkedin.com/in/ada";

const cases: [string, Runtime.MessageSender, boolean][] = [
  ["the popup", { id, url: popup }, true],
  ["the options page in its tab", { id, url: options, ...tab(options) }, true],
  ["a tab whose URL is not told", { id, url: options, ...tab() }, true],
  ["a script of ours in a page", { id, url: profile, ...tab(profile) }, false],
  ["our page framed in a foreign tab", { id, url: popup, ...tab("https://evil.example/") }, false],
  ["another extension", { id: "ponmlkjihgfedcba", url: "chrome-extension://ponmlkjihgfedcba/a.html" }, false],
  ["another extension that borrows our URL", { id: "ponmlkjihgfedcba", url: popup }, false],
  ["an extension whose id begins like ours", { id, url: `chrome-extension://${id}q/a.html` }, false],
  ["a sender without a URL", { id }, false],
  ["nobody", {}, false],
];

test.each(cases)("%s", (_who, sender, accepted) => {
  expect(isOwnPage(sender, id, origin)).toBe(accepted);
});
