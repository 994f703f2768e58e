import type { Page } from "playwright";

/** Controls whose tooltip repeats their name or their value: a screen reader says both. One line each. */
export async function readTwice(page: Page): Promise<string[]> {
  // Without named functions: tsx calls a helper for each, which the page has not.
  return await page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        ":is(button, a, input, select, textarea, h1, h2, h3, [role])[title]",
      ),
    ]
      .filter((element) =>
        [
          element.getAttribute("aria-label"),
          element.textContent?.trim(),
          element instanceof HTMLInputElement ? element.value : null,
          element instanceof HTMLSelectElement ? element.selectedOptions[0]?.textContent : null,
        ].includes(element.title),
      )
      .map(
        (element) => `read twice: ${element.tagName.toLowerCase()}.${element.className}: ${element.title}`,
      ),
  );
}

/** Words from right to left that are laid out from left to right, and boxes that would; but for a name that keeps to itself. */
export async function wrongDirection(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const boxes = [...document.querySelectorAll<HTMLInputElement>("input, textarea")].map((element) => ({
      element,
      words: element.value,
    }));
    const texts = [...document.body.querySelectorAll<HTMLElement>("*")]
      .filter((element) => !["SCRIPT", "STYLE"].includes(element.tagName))
      .map((element) => ({
        element,
        words: [...element.childNodes]
          .filter((node) => node.nodeType === Node.TEXT_NODE)
          .map((node) => node.textContent)
          .join(""),
      }));
    return [...boxes, ...texts]
      .filter(({ words }) => /^[^\p{L}\u2068]*[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(words))
      .filter(({ element }) => getComputedStyle(element).direction !== "rtl")
      .map(
        ({ element, words }) =>
          `from left to right: ${element.tagName.toLowerCase()}.${element.className}: ${words}`,
      );
  });
}
