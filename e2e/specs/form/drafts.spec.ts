/** The popup closes whenever it loses focus: what was typed, and a save that is not through, are there again. */
import { formOf, savedIn, saying } from "../../browser/form.ts";
import { invented } from "../../browser/invented.ts";
import { expect, test } from "../../browser/test.ts";
import { words } from "../../browser/words.ts";

test("what was typed is back on that profile only, and gone once saved", async ({
  connectedApp,
  sandbox,
}) => {
  const mara = await connectedApp.visit(invented("sdui-with-experience").url);
  const typed = await connectedApp.clickToolbar(mara);
  await expect(formOf(typed).name).toHaveValue("Mara Lindqvist");
  await formOf(typed).jobTitle.fill("Chief Supply Chain Officer");
  await typed.close();

  const other = await connectedApp.clickToolbar(await connectedApp.visit(invented("classic").url));
  await expect(formOf(other).name).toHaveValue("Gwendolyn Farrow");
  await expect(formOf(other).jobTitle).not.toHaveValue("Chief Supply Chain Officer");
  await other.close();

  const again = await connectedApp.clickToolbar(mara);
  await expect(formOf(again).jobTitle).toHaveValue("Chief Supply Chain Officer");
  await expect(again.getByText(words("edits_restored"))).toBeVisible();
  await formOf(again).save.click();
  await expect(savedIn(again)).toBeVisible();
  expect(sandbox.log.of("POST", "/v1/persons")[0]?.body).toMatchObject({
    current_job_title: "Chief Supply Chain Officer",
  });
  await again.close();

  const fresh = await connectedApp.clickToolbar(mara);
  await expect(formOf(fresh).jobTitle).toHaveValue("Head of Supply Chain");
  await expect(fresh.getByText(words("edits_restored"))).toHaveCount(0);
});

test("restored edits can be thrown away for what the page says", async ({ connectedApp }) => {
  const page = await connectedApp.visit(invented("sdui-with-experience").url);
  const first = await connectedApp.clickToolbar(page);
  await formOf(first).company.fill("Elsewhere");
  await first.close();
  const second = await connectedApp.clickToolbar(page);
  await expect(formOf(second).company).toHaveValue("Elsewhere");
  await second.getByRole("button", { name: words("edits_reset") }).click();
  await expect(formOf(second).company).toHaveValue("Brightwater Foods");
});

test("all that was chosen is back with what was typed: role, jobs, stage, client, list, task, note", async ({
  connectedApp,
  sandbox,
}) => {
  const page = await connectedApp.visit(invented("sdui-with-experience").url);
  const popup = await connectedApp.clickToolbar(page);
  const first = formOf(popup);
  await first.role("role_both").click();
  await first.clientBox.fill("nordvale");
  await first.options.filter({ hasText: "Nordvale Energy" }).click();
  await first.jobBox.fill("general tamarisk");
  await first.options.filter({ hasText: "Tamarisk Foods" }).click();
  await expect(first.stageOf("General Counsel").getByRole("option", { includeHidden: true })).not.toHaveCount(
    1,
  );
  await first.stageOf("General Counsel").selectOption("Contacted");
  await first.more.click();
  await first.field("field_note").fill("Met in Oslo\nCall back");
  await first.field("field_task").fill("Call");
  await first.listBox.fill("bench");
  await first.options.filter({ hasText: "CFO bench" }).click();
  await popup.close();

  const again = await connectedApp.clickToolbar(page);
  const form = formOf(again);
  await expect(again.getByText(words("edits_restored"))).toBeVisible();
  await expect(form.role("role_both")).toBeChecked();
  await expect(form.clientBox).toHaveValue("Nordvale Energy");
  await expect(form.chosenJobs).toContainText(["General Counsel"]);
  await expect(form.stageOf("General Counsel").locator("option:checked")).toHaveText("Contacted");
  await expect(form.field("field_note")).toHaveValue("Met in Oslo\nCall back");
  await expect(form.field("field_task")).toHaveValue("Call");
  await expect(form.listBox).toHaveValue("CFO bench");
  await expect(form.jobTitle, "what was not edited is the page's").toHaveValue("Head of Supply Chain");
  await form.save.click();
  await expect(savedIn(again)).toBeVisible();
  expect(sandbox.log.of("POST", "/v1/persons")[0]?.body).toMatchObject({
    notes: "Met in Oslo\nCall back",
    job_id: sandbox.store.candidates.at(-1)?.job_id,
  });
  expect(sandbox.log.of("POST", "/v1/candidates/update-stage")[0]?.status).toBe(200);
  expect(sandbox.store.tasks).toMatchObject([{ content_text: "Call" }]);
});

test("a save that Stardex refused is there again, with its reason, and can be mended", async ({
  connectedApp,
  sandbox,
}) => {
  sandbox.faults.add({ path: "/v1/persons", fault: { kind: "status", status: 400, envelope: "A" } });
  const page = await connectedApp.visit(invented("sdui-with-experience").url);
  const first = await connectedApp.clickToolbar(page);
  await formOf(first).location.fill("Malmö");
  await formOf(first).save.click();
  await expect(saying(first, "problem_invalid")).toBeVisible();
  await first.close();

  const second = await connectedApp.clickToolbar(page);
  await expect(saying(second, "problem_invalid")).toBeVisible();
  await expect(formOf(second).location).toHaveValue("Malmö");
  await second.getByRole("button", { name: words("save_again") }).click();
  await expect(savedIn(second)).toBeVisible();
  expect(
    sandbox.store.persons.filter(({ linkedin_public_id }) => linkedin_public_id === "mara-lindqvist-5b81"),
  ).toHaveLength(1);
});
