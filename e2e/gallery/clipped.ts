import type { Page } from "playwright";
import { meantCuts } from "./meant-cuts.ts";

/**
 * Words that do not fit their place, and a page wider than its window: one line each, empty when all is in view or
 * stands in full where `meantCuts` says.
 */
export async function clipped(page: Page): Promise<string[]> {
  // No named functions here: tsx adds a helper to each, which does not exist in the page.
  return await page.evaluate(
    (meant) =>
      [document.documentElement, ...document.body.querySelectorAll<HTMLElement>(":not(.visually-hidden)")]
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
        .filter(({ element }) => {
          const words = element.textContent?.trim() ?? "";
          return !meant.some(
            (one) =>
              element.matches(one.element) &&
              (one.inFull === "tooltip"
                ? element.closest("[title]")?.getAttribute("title")?.includes(words)
                : [...document.querySelectorAll<HTMLElement>(one.inFull)].some((other) =>
                    (other instanceof HTMLInputElement ? other.value : (other.textContent ?? "")).includes(
                      words,
                    ),
                  )),
          );
        })
        .map(({ element }) =>
          element === document.documentElement
            ? `wider than its window: ${element.scrollWidth} > ${innerWidth}`
            : `cut: ${element.tagName.toLowerCase()}.${element.className}: ${element.textContent?.trim()}`,
        ),
    meantCuts,
  );
}
