import type { Page } from "playwright";
import { meantCuts } from "./meant-cuts.ts";

/**
 * Words that do not fit their place, and a page wider than its window: one line each, empty when all is in view or
 * stands in full where `meantCuts` says.
 */
export async function clipped(page: Page): Promise<string[]> {
  // No named functions here: tsx adds a helper to each, which does not exist in the page.
  return await page.evaluate((meant) => {
    const root = document.documentElement;
    const boxes = new Set<Element>([root]);
    for (const element of document.body.querySelectorAll(":not(.visually-hidden)")) {
      const hasWords = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
      );
      // Words in a line are cut by the box of the line.
      let box = element;
      while (box.parentElement && getComputedStyle(box).display === "inline") box = box.parentElement;
      if (hasWords) boxes.add(box);
    }
    return [...boxes]
      .filter((box) => {
        const isBeyond = box.getBoundingClientRect().right > innerWidth + 1;
        const { overflowX, overflowY } = getComputedStyle(box);
        const isWider = box.scrollWidth > box.clientWidth + 1 && (box === root || overflowX !== "visible");
        const isHigher = box.scrollHeight > box.clientHeight + 2 && box !== root && overflowY === "hidden";
        return isBeyond || isWider || isHigher;
      })
      .filter((box) => {
        const words = box.textContent?.trim() ?? "";
        const tooltip = (box.closest("[title]") ?? box.querySelector("[title]"))?.getAttribute("title");
        return !meant.some(
          ({ element, inFull }) =>
            box.matches(element) &&
            (inFull === "tooltip"
              ? tooltip?.includes(words)
              : [...document.querySelectorAll<HTMLInputElement>(inFull)].some((other) =>
                  (other.value ?? other.textContent).includes(words),
                )),
        );
      })
      .map((box) =>
        box === root
          ? `wider than its window: ${root.scrollWidth} > ${innerWidth}`
          : `cut: ${box.tagName.toLowerCase()}.${box.className}: ${box.textContent?.trim()}`,
      );
  }, meantCuts);
}
