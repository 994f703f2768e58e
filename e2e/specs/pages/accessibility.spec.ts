/** What axe finds in the main states: nothing. `npm run gallery` looks at all of them, in every language. */
import { axeFindings } from "../../browser/axe.ts";
import { formOf } from "../../browser/form.ts";
import { invented } from "../../browser/invented.ts";
import { launch } from "../../browser/launch.ts";
import { expect, test } from "../../browser/test.ts";
import { clipped } from "../../gallery/clipped.ts";
import { type StateName, states } from "../../gallery/states.ts";

const MAIN: StateName[] = [
  "not-connected",
  "differing",
  "possible",
  "jobs",
  "more",
  "needs-you",
  "saved-on-job",
  "options-saves",
  "options-settings",
  "onboarding-1",
];

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

for (const [screen, height] of [
  ["1024x600", 506],
  ["1440x900", 568],
] as const) {
  test(`on a screen of ${screen} the form and its button are in view, without a scroll bar`, async ({
    sandbox,
  }) => {
    const app = await launch({ sandbox, screen });
    await app.connect();
    const popup = await app.clickToolbar(await app.visit(invented("sdui-with-experience").url));
    await expect(formOf(popup).name).toHaveValue("Mara Lindqvist");
    await expect(formOf(popup).save).toBeInViewport({ ratio: 1 });
    await expect(formOf(popup).more).toBeInViewport({ ratio: 1 });
    expect(await popup.evaluate(() => [document.documentElement.scrollHeight, innerHeight])).toEqual([
      height,
      height,
    ]);
    await app.close();
  });
}
