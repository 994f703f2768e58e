import type { Page } from "playwright";
import { words } from "./words.ts";

/** The line of the popup that says whether the person in view is in Stardex, and what opens below it. */
export function matchOf(popup: Page) {
  const panel = popup.getByRole("region", { name: words("match_label"), exact: true });
  return {
    panel,
    /** What it says. */
    line: panel.getByRole("status").first(),
    details: panel.getByRole("button", { name: words("match_show"), exact: true }),
    same: popup.getByRole("button", { name: words("match_same"), exact: true }),
    asNew: popup.getByRole("button", { name: words("save_as_new"), exact: true }),
    tick: (field: Parameters<typeof words>[0]) =>
      panel.getByRole("checkbox", { name: words(field), exact: false }),
  };
}
