/** The popup closes whenever it loses focus: what was typed, and a save that is not through, are there again. */
import { formOf, saying } from "./browser/form.ts";
import { invented } from "./browser/invented.ts";
import { expect, test } from "./browser/test.ts";
import { words } from "./browser/words.ts";

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
  await expect(again.getByText(words("draft_restored"))).toBeVisible();
  await formOf(again).save.click();
  await expect(saying(again, "saved_title")).toBeVisible();
  expect(sandbox.log.entries.at(-1)?.body).toMatchObject({ current_job_title: "Chief Supply Chain Officer" });
  await again.close();

  const fresh = await connectedApp.clickToolbar(mara);
  await expect(formOf(fresh).jobTitle).toHaveValue("Head of Supply Chain");
  await expect(fresh.getByText(words("draft_restored"))).toHaveCount(0);
});

test("restored edits can be thrown away for what the page says", async ({ connectedApp }) => {
  const page = await connectedApp.visit(invented("sdui-with-experience").url);
  const first = await connectedApp.clickToolbar(page);
  await formOf(first).company.fill("Elsewhere");
  await first.close();
  const second = await connectedApp.clickToolbar(page);
  await expect(formOf(second).company).toHaveValue("Elsewhere");
  await second.getByRole("button", { name: words("draft_discard") }).click();
  await expect(formOf(second).company).toHaveValue("Brightwater Foods");
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
  await expect(saying(second, "saved_title")).toBeVisible();
  expect(
    sandbox.store.persons.filter(({ linkedin_public_id }) => linkedin_public_id === "mara-lindqvist-5b81"),
  ).toHaveLength(1);
});
