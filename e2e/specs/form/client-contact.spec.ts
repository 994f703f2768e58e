/** Candidate, client contact or both: a switch that is always in view, and the client by name or from Stardex. */
import { formOf, saying } from "../../browser/form.ts";
import { invented } from "../../browser/invented.ts";
import { expect, test } from "../../browser/test.ts";
import { words } from "../../browser/words.ts";

const PROFILE = invented("sdui-with-experience").url;

test("by keyboard alone: arrow to client contact, search the client, save", async ({
  connectedApp,
  sandbox,
}) => {
  const popup = await connectedApp.clickToolbar(await connectedApp.visit(PROFILE));
  const form = formOf(popup);
  await expect(form.name).toHaveValue("Mara Lindqvist");
  await expect(form.role("role_candidate")).toBeChecked();
  await form.location.focus();
  await popup.keyboard.press("Tab");
  await expect(form.role("role_candidate")).toHoldFocus();
  await popup.keyboard.press("ArrowRight");
  await expect(form.role("role_client_contact")).toBeChecked();
  await expect(form.jobBox).toHaveCount(0);
  await popup.keyboard.press("Tab");
  await expect(form.clientBox).toHoldFocus();
  await popup.keyboard.type("nordvale");
  await expect(form.activeOption).toContainText("Nordvale Energy");
  await expect(form.activeOption).toContainText(words("company_client"));
  await popup.keyboard.press("Enter");
  await expect(form.clientBox).toHaveValue("Nordvale Energy");
  await popup.keyboard.press("Enter");
  await expect(saying(popup, "saved_title")).toBeVisible();
  const nordvale = sandbox.store.companies.find(({ name }) => name === "Nordvale Energy");
  const [post] = sandbox.log.of("POST", "/v1/persons");
  expect(post?.body).toMatchObject({ client_id: nordvale?.id });
  expect(post?.body).not.toHaveProperty("client_name");
  expect(post?.body).not.toHaveProperty("job_id");
});

test("both: a job and a client go with one save", async ({ connectedApp, sandbox }) => {
  const popup = await connectedApp.clickToolbar(await connectedApp.visit(PROFILE));
  const form = formOf(popup);
  await form.jobBox.click();
  await form.options.first().click();
  await form.role("role_both").click();
  await form.clientBox.fill("tamarisk");
  await form.options.filter({ hasText: "Tamarisk Foods" }).click();
  await expect(form.chosenJobs).toHaveCount(1);
  await form.save.click();
  await expect(saying(popup, "saved_title")).toBeVisible();
  const [post] = sandbox.log.of("POST", "/v1/persons");
  expect(post?.body).toHaveProperty("job_id");
  expect(post?.body).toHaveProperty("client_id");
});

test("a company Stardex does not know is sent by its name", async ({ connectedApp, sandbox }) => {
  const popup = await connectedApp.clickToolbar(await connectedApp.visit(PROFILE));
  const form = formOf(popup);
  await form.role("role_client_contact").click();
  await form.clientBox.fill("Northlight Partners");
  await expect(form.options).toHaveText([/Northlight Partners/]);
  await expect(popup.getByText(words("client_by_name"))).toBeVisible();
  await popup.keyboard.press("Control+Enter");
  await expect(saying(popup, "saved_title")).toBeVisible();
  const [post] = sandbox.log.of("POST", "/v1/persons");
  expect(post?.body).toMatchObject({ client_name: "Northlight Partners" });
  expect(post?.body).not.toHaveProperty("client_id");
});

test("the person's own company is proposed when it is a client", async ({ connectedApp, sandbox }) => {
  const popup = await connectedApp.clickToolbar(await connectedApp.visit(PROFILE));
  const form = formOf(popup);
  await form.company.fill("Castellane Pharma");
  await form.role("role_client_contact").click();
  await expect(form.clientBox).toHaveValue("Castellane Pharma");
  await form.company.fill("Ashdown Software");
  await expect(form.clientBox, "taken back: this one is no client").toHaveValue("");
  await form.company.fill("Castellane Pharma");
  await expect(form.clientBox).toHaveValue("Castellane Pharma");
  await form.save.click();
  await expect(saying(popup, "saved_title")).toBeVisible();
  const castellane = sandbox.store.companies.find(({ name }) => name === "Castellane Pharma");
  expect(sandbox.log.of("POST", "/v1/persons")[0]?.body).toMatchObject({ client_id: castellane?.id });
});

test("a client that was chosen is not overwritten by the person's company", async ({
  connectedApp,
  sandbox,
}) => {
  const popup = await connectedApp.clickToolbar(await connectedApp.visit(PROFILE));
  const form = formOf(popup);
  await form.role("role_client_contact").click();
  await form.clientBox.fill("nordvale");
  await form.options.filter({ hasText: "Nordvale Energy" }).click();
  await form.company.fill("Castellane Pharma");
  await sandbox.log.waitForAnswer(({ body }) => JSON.stringify(body ?? "").includes("Castellane"));
  await form.save.click();
  await expect(saying(popup, "saved_title")).toBeVisible();
  const nordvale = sandbox.store.companies.find(({ name }) => name === "Nordvale Energy");
  expect(sandbox.log.of("POST", "/v1/persons")[0]?.body).toMatchObject({ client_id: nordvale?.id });
});

test("marks tell clients and companies not to be contacted apart", async ({ connectedApp }) => {
  const popup = await connectedApp.clickToolbar(await connectedApp.visit(PROFILE));
  const form = formOf(popup);
  await form.role("role_client_contact").click();
  await form.clientBox.fill("osterbeck");
  await expect(form.options.first()).toContainText(words("company_do_not_contact"));
  await form.clientBox.fill("velmar");
  await expect(form.options.first()).toContainText("Velmar Shipping");
  await expect(form.options.first()).not.toContainText(words("company_client"));
});

test("a contact without a client is not saved: the box is gone to, with words", async ({
  connectedApp,
  sandbox,
}) => {
  const popup = await connectedApp.clickToolbar(await connectedApp.visit(PROFILE));
  const form = formOf(popup);
  await form.role("role_client_contact").click();
  await form.save.click();
  await expect(form.clientBox).toHoldFocus();
  await expect(popup.getByRole("alert")).toHaveText(words("error_client_blank"));
  await expect(form.clientBox).toHaveAccessibleDescription(words("error_client_blank"));
  expect(sandbox.log.of("POST", "/v1/persons")).toEqual([]);
});
