/** Off-limits and "do not contact" are said before anybody is saved, at the company's own field. */
import type { Page } from "playwright";
import { formOf, saying } from "../../browser/form.ts";
import { invented } from "../../browser/invented.ts";
import type { TestBrowser } from "../../browser/launch.ts";
import { expect, test } from "../../browser/test.ts";
import { words } from "../../browser/words.ts";
import type { Sandbox } from "../../sandbox/start-sandbox.ts";

async function open(app: TestBrowser, page: string): Promise<Page> {
  const popup = await app.clickToolbar(await app.visit(invented(page).url));
  await expect(formOf(popup).name).not.toHaveValue("");
  return popup;
}

const offLimits = (popup: Page) => saying(popup, "company_off_limits");
const doNotContact = (popup: Page) => saying(popup, "company_marked");
const checks = ({ log }: Sandbox) => log.of("POST", "/v1/companies/search").map(({ body }) => body);

test("an employer who is a client is off-limits for a candidate, not for a contact", async ({
  connectedApp,
  sandbox,
}) => {
  const popup = await open(connectedApp, "grouped-roles");
  const form = formOf(popup);
  await expect(offLimits(popup)).toBeVisible();
  await expect(form.company).toHaveAccessibleDescription(words("company_off_limits"));
  await form.role("role_client_contact").check();
  await expect(offLimits(popup)).toHaveCount(0);
  await expect(form.clientBox).toHaveValue("Estuary Ferries");
  await form.role("role_both").check();
  await expect(offLimits(popup)).toBeVisible();
  expect(checks(sandbox)).toEqual([expect.objectContaining({ keywords: ["Estuary", "Ferries"] })]);
  expect(
    sandbox.log.entries.map(({ path }) => path),
    "the person is looked up first",
  ).toEqual(["/v1/persons/search", "/v1/persons/search", "/v1/companies/search"]);
});

test("an employer not to be contacted is an alert, and what is typed is checked once it rests", async ({
  connectedApp,
  sandbox,
}) => {
  const popup = await open(connectedApp, "zero-width-company");
  await expect(doNotContact(popup)).toBeVisible();
  await expect(doNotContact(popup)).toHaveRole("alert");
  await formOf(popup).company.fill("Copper");
  await expect(doNotContact(popup)).toHaveCount(0);
  await formOf(popup).company.fill("");
  await formOf(popup).company.pressSequentially("Corvane Motors");
  await expect(doNotContact(popup)).toBeVisible();
  const typed = checks(sandbox).filter((body) => JSON.stringify(body).includes("Corv"));
  expect(typed, "not at every key").toEqual([expect.objectContaining({ keywords: ["Corvane", "Motors"] })]);
});

test("a client not to be contacted is said as soon as it is chosen", async ({ connectedApp, sandbox }) => {
  const popup = await open(connectedApp, "past-only");
  const form = formOf(popup);
  await form.role("role_client_contact").check();
  await form.clientBox.fill("Osterbeck");
  await expect(form.options.first()).toContainText("Osterbeck Logistics");
  const before = checks(sandbox).length;
  await popup.keyboard.press("Enter");
  await expect(doNotContact(popup)).toBeVisible();
  await expect(form.clientBox).toHaveAccessibleDescription(words("company_marked"));
  expect(checks(sandbox), "the list has said it already").toHaveLength(before);
});

test("a check that fails says nothing, and the form saves", async ({ connectedApp, sandbox }) => {
  const fault = { kind: "status", status: 500, envelope: "A" } as const;
  sandbox.faults.add({ path: "/v1/companies/search", fault });
  const popup = await open(connectedApp, "zero-width-company");
  await sandbox.log.waitForAnswer(({ path }) => path === "/v1/companies/search");
  await popup.keyboard.press("Control+Enter");
  await expect(saying(popup, "saved_title")).toBeVisible();
  await expect(doNotContact(popup)).toHaveCount(0);
});
