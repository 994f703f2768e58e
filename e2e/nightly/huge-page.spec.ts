/** A page whose texts are far longer than a profile's, in a real tab: laying it out alone takes seconds. */
import { invented } from "../browser/invented.ts";
import { expect, test } from "../browser/test.ts";
import { words } from "../browser/words.ts";

const TEXTS = [
  "Mara Lindqvist",
  "Head of Supply Chain",
  "Brightwater Foods",
  "Gothenburg, Västra Götaland County, Sweden",
];

test("a profile whose every text is a million letters is nobody's, and the popup says so", async ({
  connectedApp,
  sandbox,
}) => {
  // Other sizes and kinds: src/linkedin/huge-texts.test.ts.
  const profile = invented("sdui-with-experience");
  const huge = "x".repeat(1_000_000);
  sandbox.pages.serve(
    profile.url,
    TEXTS.reduce((page, plain) => page.replaceAll(plain, plain + huge), profile.html),
  );
  const popup = await connectedApp.clickToolbar(await connectedApp.visit(profile.url));
  // A top card without a name is waited for: three looks of three seconds, in a tab busy with laying these out.
  const lookAgain = popup.getByRole("button", { name: words("look_again") });
  await expect(lookAgain).toBeVisible({ timeout: 25_000 });
  expect((await popup.locator("body").innerText()).length).toBeLessThan(1000);
});
