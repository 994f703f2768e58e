import type { Page } from "playwright";

/** Words that do not fit their place, and a page wider than its window: one line each, empty when all is in view. */
export async function clipped(page: Page): Promise<string[]> {
  // No named functions here: tsx adds a helper to each, which does not exist in the page.
  return await page.evaluate(() =>
    [document.documentElement, ...document.body.querySelectorAll(":not(.visually-hidden)")]
      .map((element) => ({ element, style: getComputedStyle(element) }))
      .filter(
        ({ element }) =>
          element === document.documentElement ||
          [...element.childNodes].some(
            (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
          ),
      )
      .filter(
        ({ element, style }) =>
          element.getBoundingClientRect().right > innerWidth + 1 ||
          (element.scrollWidth > element.clientWidth + 1 &&
            (style.overflowX !== "visible" || element === document.documentElement)),
      )
      .map(({ element }) =>
        element === document.documentElement
          ? `wider than its window: ${element.scrollWidth} > ${innerWidth}`
          : `cut: ${element.tagName.toLowerCase()}.${element.className}: ${element.textContent?.trim()}`,
      ),
  );
}
