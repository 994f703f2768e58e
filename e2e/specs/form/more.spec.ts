/** All the rest of a save, behind "More": it arrives, it is checked, and it is not in the way. */
import { formOf, saying } from "../../browser/form.ts";
import { invented } from "../../browser/invented.ts";
import type { TestBrowser } from "../../browser/launch.ts";
import { expect, test } from "../../browser/test.ts";
import { words } from "../../browser/words.ts";

const PROFILE = invented("sdui-with-experience").url;

async function openForm(app: TestBrowser) {
  const popup = await app.clickToolbar(await app.visit(PROFILE));
  const form = formOf(popup);
  await expect(form.name).toHaveValue("Mara Lindqvist");
  return { popup, form };
}

test("every field behind More arrives, the note with its line breaks, list and task in calls of their own", async ({
  connectedApp,
  sandbox,
}) => {
  const { popup, form } = await openForm(connectedApp);
  await expect(form.field("field_note")).toHaveCount(0);
  await form.more.click();
  await expect(form.field("field_first_name")).toHaveValue("Mara");
  await expect(form.field("field_last_name")).toHaveValue("Lindqvist");
  await form.field("field_note").focus();
  const before = await form.field("field_note").boundingBox();
  for (const line of ["Met in Oslo.", "Wants to move.", "Call in spring.", "Speaks Danish."]) {
    await popup.keyboard.type(line);
    await popup.keyboard.press("Enter");
  }
  const after = await form.field("field_note").boundingBox();
  expect(after?.height ?? 0, "the note grows with its text").toBeGreaterThan(before?.height ?? 0);
  await form.field("field_task").fill("Call about the Oslo role");
  await form.field("field_task_due").fill("2027-03-01");
  await form.listBox.focus();
  await popup.keyboard.type("bench");
  await expect(form.activeOption).toHaveText("CFO bench");
  await popup.keyboard.press("Enter");
  await expect(form.listBox).toHaveValue("CFO bench");
  await form.field("field_work_email").fill("mara@brightwater.example");
  await form.field("field_personal_email").fill("mara@home.example");
  await form.field("field_emails").fill("m@l.example; mara.l@mail.example");
  await form.field("field_work_phone").fill("+46 8 123 45 67");
  await form.field("field_mobile_phone").fill("+46 70 123 45 67");
  await form.field("field_phone_numbers").fill("+47 22 12 34 56, +45 33 12 34 56");
  await form.field("field_external_id").fill("HR-1042");
  await form.field("field_last_name").fill("Lindqvist Berg");
  await form.field("field_note").focus();
  await popup.keyboard.press("Control+Enter");
  await expect(saying(popup, "saved_title")).toBeVisible();

  expect(sandbox.log.of("POST", "/v1/persons")[0]?.body).toMatchObject({
    name: "Mara Lindqvist",
    first_name: "Mara",
    last_name: "Lindqvist Berg",
    notes: "Met in Oslo.\nWants to move.\nCall in spring.\nSpeaks Danish.",
    work_email: "mara@brightwater.example",
    personal_email: "mara@home.example",
    emails: ["m@l.example", "mara.l@mail.example"],
    work_phone: "+46 8 123 45 67",
    mobile_phone: "+46 70 123 45 67",
    phone_numbers: ["+47 22 12 34 56", "+45 33 12 34 56"],
    external_source_id: "HR-1042",
    enrich_record: true,
  });
  const person = sandbox.store.persons.find(({ name }) => name === "Mara Lindqvist");
  expect(sandbox.store.lists.find(({ name }) => name === "CFO bench")?.person_ids).toEqual([person?.id]);
  expect(sandbox.store.tasks).toMatchObject([
    {
      content_text: "Call about the Oslo role",
      person_id: person?.id,
      due_date: expect.stringMatching(/^2027-03-01/),
    },
  ]);
});

test("first and last name follow a corrected name, until they are typed", async ({
  connectedApp,
  sandbox,
}) => {
  const { popup, form } = await openForm(connectedApp);
  await form.name.fill("Maria Lindkvist");
  await form.more.click();
  await expect(form.field("field_last_name")).toHaveValue("Lindkvist");
  await form.field("field_last_name").fill("");
  await form.name.fill("Maria Berg");
  await expect(form.field("field_last_name")).toHaveValue("");
  await form.save.click();
  await expect(saying(popup, "saved_title")).toBeVisible();
  const body = sandbox.log.of("POST", "/v1/persons")[0]?.body;
  expect(body).toMatchObject({ name: "Maria Berg", first_name: "Maria" });
  expect(body).not.toHaveProperty("last_name");
});

test("several pasted addresses are split: one to the field, the others to the further ones", async ({
  connectedApp,
}) => {
  const { popup, form } = await openForm(connectedApp);
  await form.more.click();
  const paste = async (text: string) => {
    await form.field("field_note").fill(text);
    await form.field("field_note").press("Control+a");
    await form.field("field_note").press("Control+x");
  };
  await paste("a@b.example\nc@d.example; e@f.example");
  await form.field("field_work_email").press("Control+v");
  await expect(form.field("field_work_email")).toHaveValue("a@b.example");
  await expect(form.field("field_emails")).toHaveValue("c@d.example, e@f.example");
  await paste("+46 1\n+46 2");
  await form.field("field_phone_numbers").press("Control+v");
  await expect(form.field("field_phone_numbers")).toHaveValue("+46 1, +46 2");
  await popup.close();
});

test("what is no address is said at its field when it is left, and gone to at Save", async ({
  connectedApp,
  sandbox,
}) => {
  const { popup, form } = await openForm(connectedApp);
  await form.more.click();
  await form.field("field_personal_email").fill("mara at home");
  await popup.keyboard.press("Tab");
  await expect(form.field("field_personal_email")).toHaveAccessibleDescription(words("error_email"));
  await form.field("field_task_due").fill("2027-03-01");
  await form.more.click();
  await expect(form.field("field_note")).toHaveCount(0);
  await form.save.click();
  await expect(form.field("field_task"), "the first of two errors, opened again").toHoldFocus();
  await expect(form.field("field_task")).toHaveAccessibleDescription(words("error_task_blank"));
  await form.field("field_task").fill("Call");
  await form.save.click();
  await expect(form.field("field_personal_email")).toHoldFocus();
  expect(sandbox.log.of("POST", "/v1/persons")).toEqual([]);
  await popup.keyboard.press("Control+a");
  await popup.keyboard.type("mara@home.example");
  await popup.keyboard.press("Enter");
  await expect(saying(popup, "saved_title")).toBeVisible();
});

test("a field that Stardex refuses is shown where it stands", async ({ connectedApp, sandbox }) => {
  sandbox.faults.add({
    method: "POST",
    path: "/v1/persons",
    fault: {
      kind: "status",
      status: 400,
      envelope: "A",
      message: "body/external_source_id must match pattern",
    },
  });
  const { popup, form } = await openForm(connectedApp);
  await form.save.click();
  await expect(form.field("field_external_id")).toHoldFocus();
  await expect(form.field("field_external_id")).toHaveAccessibleDescription(words("error_refused"));
  await expect(popup.getByText("must match pattern")).toBeVisible();
});

test("More stays as it was left, and opens by itself when it holds something", async ({ connectedApp }) => {
  const { popup, form } = await openForm(connectedApp);
  await form.more.click();
  await form.field("field_note").fill("Met in Oslo");
  await form.more.click();
  await expect(form.field("field_note")).toHaveCount(0);
  await popup.close();

  const again = await openForm(connectedApp);
  await expect(again.form.field("field_note"), "a note that would be sent is in view").toHaveValue(
    "Met in Oslo",
  );
  await again.popup.getByRole("button", { name: words("edits_reset") }).click();
  await expect(again.form.field("field_note")).toHaveCount(0);
  await again.form.more.click();
  await expect(again.form.field("field_note")).toHaveValue("");
  await again.popup.close();

  const third = await openForm(connectedApp);
  await expect(third.form.field("field_note")).toHaveValue("");
});
