import { expect, test } from "vitest";
import { isOwnPage } from "./sender-check.ts";

const id = "abcdefghijklmnop";
const origin = `chrome-extension://${id}/`;
const popup = `${origin}src/popup/popup.html`;
const options = `${origin}src/options/options.html`;

test.each([
  ["the popup", { id, url: popup }, true],
  ["the options page in its tab", { id, url: options, tab: { url: options } }, true],
  ["a tab whose URL is not told", { id, url: options, tab: {} }, true],
  [
    "a script of ours in a page",
    { id, url: "https://www.linkedin.com/in/ada", tab: { url: "https://www.linkedin.com/in/ada" } },
    false,
  ],
  ["our page framed in a foreign tab", { id, url: popup, tab: { url: "https://evil.example/" } }, false],
  ["another extension", { id: "ponmlkjihgfedcba", url: "chrome-extension://ponmlkjihgfedcba/a.html" }, false],
  ["another extension that borrows our URL", { id: "ponmlkjihgfedcba", url: popup }, false],
  ["an extension whose id begins like ours", { id, url: `chrome-extension://${id}q/a.html` }, false],
  ["a sender without a URL", { id }, false],
  ["nobody", {}, false],
])("%s", (_who, sender, accepted) => {
  const tab =
    "tab" in sender
      ? {
          tab: { index: 0, highlighted: false, active: true, pinned: false, incognito: false, ...sender.tab },
        }
      : {};
  expect(isOwnPage({ ...sender, ...tab }, id, origin)).toBe(accepted);
});
