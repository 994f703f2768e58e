/** Contact data stands in the form only while the user has LinkedIn's own overlay open, and goes with the save. */
import { formOf, savedIn } from "../../browser/form.ts";
import { invented } from "../../browser/invented.ts";
import { expect, test } from "../../browser/test.ts";
import { words } from "../../browser/words.ts";

const OVERLAYS = [
  { page: "contact-overlay-classic", email: "fenna@oakhurst.example", mobile: "+44 7700 900145" },
  { page: "contact-overlay-new", email: "amadou@lindgren.example", mobile: "+46 70 174 06 05" },
];

for (const { page, email, mobile } of OVERLAYS) {
  test(`${page}: e-mail and phone are filled in and arrive`, async ({ connectedApp, sandbox }) => {
    const popup = await connectedApp.clickToolbar(await connectedApp.visit(invented(page).url));
    await expect(popup.getByLabel(words("field_emails"), { exact: true })).toHaveValue(email);
    await expect(popup.getByLabel(words("field_mobile_phone"), { exact: true })).toHaveValue(mobile);
    await popup.keyboard.press("Control+Enter");
    await expect(savedIn(popup)).toBeVisible();
    const save = sandbox.log.entries.find(({ path }) => path === "/v1/persons");
    expect(save?.body).toMatchObject({ emails: [email], mobile_phone: mobile });
  });
}

test("without the overlay there is no contact field", async ({ connectedApp }) => {
  const popup = await connectedApp.clickToolbar(
    await connectedApp.visit(invented("sdui-with-experience").url),
  );
  await expect(formOf(popup).name).toHaveValue("Mara Lindqvist");
  await expect(popup.getByLabel(words("field_emails"), { exact: true })).toHaveCount(0);
});
