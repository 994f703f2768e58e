/** The pictures in the README, taken from the real popup. `npm run pictures` puts them into docs/. */
import type { Page } from "playwright";
import { formOf, saying } from "../browser/form.ts";
import { invented } from "../browser/invented.ts";
import { expect, test } from "../browser/test.ts";
import { words } from "../browser/words.ts";

test("the popup on a profile, with a job, and after saving", async ({ connectedApp }) => {
  const popup = await connectedApp.clickToolbar(
    await connectedApp.visit(invented("sdui-with-experience").url),
  );
  await expect(formOf(popup).name).toHaveValue("Mara Lindqvist");
  await popup.getByRole("combobox", { name: words("field_job") }).click();
  await popup.getByRole("option").first().click();
  await formOf(popup).name.focus();
  await take(popup, "popup");
  await popup.keyboard.press("Enter");
  await expect(saying(popup, "saved_title")).toBeVisible();
  await take(popup, "saved");
});

async function take(popup: Page, name: string): Promise<void> {
  const picture = await popup.screenshot({ path: `test-results/pictures/${name}.png` });
  expect(picture.byteLength, "a picture of nothing is a few hundred bytes").toBeGreaterThan(5_000);
}
