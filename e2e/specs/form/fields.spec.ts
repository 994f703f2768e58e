/** The setting that leaves parts of the form out, and that nothing is sent unseen for it. */
import type { Page } from "playwright";
import { formParts } from "../../../src/settings/settings-schema.ts";
import { accept } from "../../browser/ask.ts";
import { prefer } from "../../browser/button.ts";
import { formOf, saying } from "../../browser/form.ts";
import { invented } from "../../browser/invented.ts";
import type { TestBrowser } from "../../browser/launch.ts";
import { expect, test } from "../../browser/test.ts";
import { words } from "../../browser/words.ts";

const PROFILE = invented("sdui-with-experience").url;
const ALL = [...formParts];

async function openForm(app: TestBrowser, url = PROFILE) {
  const popup = await app.clickToolbar(await app.visit(url));
  const form = formOf(popup);
  await expect(form.name).not.toHaveValue("");
  return { popup, form, role: popup.getByRole("group", { name: words("role_label") }) };
}

/** The checkboxes of the setting. */
function fieldsOf(page: Page) {
  return page.getByRole("group", { name: words("setting_fields") }).getByRole("checkbox");
}

test("all is ticked at first; what the user unticks is left out of the form, and More with its last field", async ({
  connectedApp,
}) => {
  const page = await connectedApp.openOptions("settings");
  const fields = fieldsOf(page);
  await expect(fields).toHaveCount(ALL.length);
  for (const field of await fields.all()) await expect(field).toBeChecked();
  // One after the other without waiting: none of them may take another back.
  for (const field of await fields.all()) await field.click();
  for (const field of await fields.all()) await expect(field).not.toBeChecked();
  await page.reload();
  for (const field of await fields.all()) await expect(field).not.toBeChecked();

  const { popup, form, role } = await openForm(connectedApp);
  await expect(popup.getByText(PROFILE.replace("https://www.", "").replace(/\/$/, ""))).toBeVisible();
  await expect(role).toHaveCount(0);
  await expect(form.more).toHaveCount(0);
  await expect(form.jobBox).toBeVisible();
  await popup.close();

  await fields.nth(ALL.indexOf("note")).check();
  await fields.nth(ALL.indexOf("phones")).check();
  const again = await openForm(connectedApp);
  await expect(again.role).toHaveCount(0);
  await again.form.more.click();
  await expect(again.form.field("field_note")).toBeVisible();
  await expect(again.form.field("field_work_phone")).toBeVisible();
  await expect(again.form.field("field_phone_numbers")).toBeVisible();
  for (const key of ["field_task", "field_work_email", "field_emails", "field_last_name"] as const)
    await expect(again.form.field(key)).toHaveCount(0);
  await expect(again.form.listBox).toHaveCount(0);
  await again.form.field("field_note").fill("Met in Oslo");
  await again.form.field("field_note").press("Control+Enter");
  await expect(saying(again.popup, "saved_title")).toBeVisible();
});

test("what was typed before is shown though it is hidden, and does not vanish while it is emptied", async ({
  connectedApp,
}) => {
  const before = await openForm(connectedApp);
  await before.form.more.click();
  await before.form.field("field_external_id").fill("HR-1042");
  await before.popup.close();
  await prefer(connectedApp, { hiddenFields: ALL });

  const { popup, form, role } = await openForm(connectedApp);
  await expect(form.field("field_external_id")).toHaveValue("HR-1042");
  await expect(form.field("field_note")).toHaveCount(0);
  await expect(role).toHaveCount(0);
  await form.field("field_external_id").fill("");
  await expect(form.field("field_external_id")).toHoldFocus();
  await popup.getByRole("button", { name: words("edits_reset") }).click();
  await expect(form.field("field_external_id")).toHaveCount(0);
  await expect(form.more).toHaveCount(0);
});

test("what the contact overlay shows is seen before it is sent", async ({ connectedApp, sandbox }) => {
  await prefer(connectedApp, { hiddenFields: ALL });
  const { popup, form } = await openForm(connectedApp, invented("contact-overlay-new").url);
  await expect(form.field("field_emails")).not.toHaveValue("");
  await expect(form.field("field_note")).toHaveCount(0);
  const emails = await form.field("field_emails").inputValue();
  await form.save.click();
  await expect(saying(popup, "saved_title")).toBeVisible();
  expect(sandbox.log.of("POST", "/v1/persons")[0]?.body).toMatchObject({ emails: emails.split(", ") });
});

test("a save that waits for its correction shows all that it holds", async ({ connectedApp, sandbox }) => {
  await prefer(connectedApp, { hiddenFields: ALL });
  const message = "body/external_source_id must match pattern";
  sandbox.faults.add({
    method: "POST",
    path: "/v1/persons",
    fault: { kind: "status", status: 400, envelope: "A", message },
  });
  const page = await connectedApp.openOptions("settings");
  await accept(page, {
    linkedinUrl: PROFILE.replace(/\/$/, ""),
    name: "Mara Lindqvist",
    firstName: "Mara Sofia",
    role: "client_contact",
    client: { id: null, name: "Nordvale" },
  });
  await expect(page.getByText(words("save_state_needs_you"), { exact: true })).toBeVisible();

  const { popup, form, role } = await openForm(connectedApp);
  await expect(role).toBeVisible();
  await expect(form.role("role_client_contact")).toBeChecked();
  await expect(form.clientBox).toHaveValue("Nordvale");
  await expect(form.field("field_first_name")).toHaveValue("Mara Sofia");
  await expect(form.field("field_external_id"), "the one that was refused, though empty").toHoldFocus();
  await expect(form.field("field_note")).toHaveCount(0);
  await popup.keyboard.press("Control+Enter");
  await expect(saying(popup, "saved_title")).toBeVisible();
});
