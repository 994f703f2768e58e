/** The popup in its window, at any page zoom and on any screen. */
import type { Page } from "playwright";
import type { Sandbox } from "../sandbox/start-sandbox.ts";
import { expect } from "./expect.ts";
import { formOf } from "./form.ts";
import { invented } from "./invented.ts";
import { launch } from "./launch.ts";
import { matchOf } from "./match.ts";
import { words } from "./words.ts";

/** All of the popup is in its window, and only the fields scroll: below who this is in Stardex, above Save. */
export async function holdsTheFrame(popup: Page): Promise<void> {
  await expect(matchOf(popup).line).toBeInViewport({ ratio: 1 });
  await expect(popup.getByRole("button", { name: words("save"), exact: true })).toBeInViewport({ ratio: 1 });
  const sizes = await popup.evaluate(() => {
    const { scrollX, scrollY } = window;
    const frame = document.querySelector(".frame")?.getBoundingClientRect();
    const fields = document.querySelector(".fields");
    return {
      isScrolled: scrollX + scrollY > 0,
      // At odd zooms the window is no whole number of CSS px.
      height: Math.trunc((frame?.height ?? 0) - innerHeight),
      width: Math.trunc((frame?.width ?? 0) - innerWidth),
      sideways: (fields?.scrollWidth ?? 0) - (fields?.clientWidth ?? 0),
    };
  });
  expect(sizes).toEqual({ isScrolled: false, height: 0, width: 0, sideways: 0 });
}

/** The form of a profile in a browser of this page zoom, in percent, and this screen, folded and unfolded. */
export async function openFormAt({
  sandbox,
  zoom,
  screen,
}: {
  sandbox: Sandbox;
  zoom: number;
  screen: string;
}): Promise<void> {
  const app = await launch({ sandbox, screen, zoom });
  await app.connect();
  const popup = await app.clickToolbar(await app.visit(invented("sdui-with-experience").url));
  await expect(formOf(popup).name).toHaveValue("Mara Lindqvist");
  await expect(formOf(popup).jobBox).toHoldFocus();
  await expect(formOf(popup).jobBox).toBeInViewport({ ratio: 1 });
  await holdsTheFrame(popup);
  await formOf(popup).more.click();
  await holdsTheFrame(popup);
  await app.close();
}
