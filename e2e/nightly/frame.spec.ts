/** The zooms and screens that the daily run leaves out, as each needs a browser of its own. */
import { openFormAt } from "../browser/frame.ts";
import { test } from "../browser/test.ts";

for (const [zoom, screen] of [
  [100, "1440x900"],
  [110, "1440x900"],
  [125, "1440x900"],
  [150, "1440x900"],
  [100, "1024x600"],
  [100, "800x450"],
] as const) {
  test(`the match and Save are in sight at a page zoom of ${zoom} % on ${screen}`, async ({ sandbox }) => {
    await openFormAt({ sandbox, zoom, screen });
  });
}
