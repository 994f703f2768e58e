import type { Page } from "playwright";

/** What axe does not measure: words in empty boxes (4.5:1), and the borders that make a box one (3:1). One line each. */
export async function contrastFindings(page: Page): Promise<string[]> {
  // Without named functions: tsx calls a helper for each, which the page has not.
  const found = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLInputElement>(".control")]
      .filter((control) => control.checkVisibility() && control.closest(".skeleton") === null)
      .map((control) => {
        const style = getComputedStyle(control);
        return {
          name: control.name || control.id,
          ground: style.backgroundColor,
          border: style.borderTopColor,
          words:
            control.value === "" && control.placeholder
              ? getComputedStyle(control, "::placeholder").color
              : null,
        };
      }),
  );
  return found.flatMap(({ name, ground, border, words }) => [
    ...(words !== null && contrast(words, ground) < 4.5 ? [`pale words in the empty box ${name}`] : []),
    ...(contrast(border, ground) < 3 ? [`pale border of ${name}`] : []),
  ]);
}

/** In forced colors no ground of ours is left: the active option of an open list needs the system's. */
export async function unmarkedOption(page: Page): Promise<string[]> {
  const isMarked = await page.evaluate(() => {
    const active = document.querySelector("[role=option][aria-selected=true]");
    const other = document.querySelector("[role=option][aria-selected=false]");
    if (!active || !other) return true;
    return getComputedStyle(active).backgroundColor !== getComputedStyle(other).backgroundColor;
  });
  return isMarked ? [] : ["the active option is not marked"];
}

/** By WCAG 2.2; of colors as browsers compute them, `rgb(1, 2, 3)`. */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).map((part) => {
    const share = Number(part) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
