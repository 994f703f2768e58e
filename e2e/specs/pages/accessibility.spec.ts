/** What axe finds in some states: nothing. The gallery looks at all of them by night, in every language. */
import { axeFindings } from "../../browser/axe.ts";
import { formOf } from "../../browser/form.ts";
import { invented } from "../../browser/invented.ts";
import { expect, test } from "../../browser/test.ts";
import { clipped } from "../../gallery/clipped.ts";
import { type StateName, states } from "../../gallery/states.ts";

const MAIN: StateName[] = ["differing", "more", "options-settings", "onboarding-1"];

for (const name of MAIN) {
  test(`axe finds nothing in “${name}”, light or dark`, async ({ connectedApp, sandbox }) => {
    const page = await states[name]({ app: connectedApp, sandbox });
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      expect(await axeFindings(page), colorScheme).toEqual([]);
    }
  });
}

test("axe is at work: a box that lost its label is found", async ({ connectedApp }) => {
  const popup = await connectedApp.clickToolbar(await connectedApp.visit(invented("classic").url));
  await formOf(popup).location.evaluate((box) => {
    box.id = "elsewhere";
    (box as HTMLInputElement).placeholder = "";
  });
  // With or without the tooltip that the filled box has.
  expect(await axeFindings(popup)).toContainEqual(expect.stringMatching(/^label(-title-only)?: /));
});

test("the settings need no sideways scrolling at 320 CSS px, which is 400 % zoom on 1280", async ({
  connectedApp,
  sandbox,
}) => {
  const page = await states["options-saves"]({ app: connectedApp, sandbox });
  for (const width of [640, 320]) {
    await page.setViewportSize({ width, height: 700 });
    expect(await clipped(page), `${width} px`).toEqual([]);
  }
});
