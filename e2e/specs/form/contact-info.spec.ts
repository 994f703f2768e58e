/** Contact data stands in the form only while the user has LinkedIn's own overlay open, and goes with the save. */
import { savedIn } from "../../browser/form.ts";
import { invented } from "../../browser/invented.ts";
import { expect, test } from "../../browser/test.ts";
import { words } from "../../browser/words.ts";

test("e-mail and phone of the open overlay are filled in and arrive", async ({ connectedApp, sandbox }) => {
  const popup = await connectedApp.clickToolbar(
    await connectedApp.visit(invented("contact-overlay-new").url),
  );
  const email = "amadou@lindgren.example";
  const mobile = "+46 70 174 06 05";
  await expect(popup.getByLabel(words("field_emails"), { exact: true })).toHaveValue(email);
  await expect(popup.getByLabel(words("field_mobile_phone"), { exact: true })).toHaveValue(mobile);
  await popup.keyboard.press("Control+Enter");
  await expect(savedIn(popup)).toBeVisible();
  const save = sandbox.log.entries.find(({ path }) => path === "/v1/persons");
  expect(save?.body).toMatchObject({ emails: [email], mobile_phone: mobile });
});
