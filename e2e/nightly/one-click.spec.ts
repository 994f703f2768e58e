/** Saving with one click: what unit tests prove of the worker, and a browser once more by night. */
import { expectButton, prefer, rememberJob } from "../browser/button.ts";
import { formOf, saying } from "../browser/form.ts";
import { invented } from "../browser/invented.ts";
import { known } from "../browser/known.ts";
import { expectRefusal } from "../browser/refusal.ts";
import { expect, test } from "../browser/test.ts";
import { written } from "../browser/written.ts";
import { isTo } from "../sandbox/request-log.ts";

const MARA = invented("sdui-with-experience").url;

const isCreation = (entry: Parameters<typeof isTo>[0]) => isTo(entry, "POST", "/v1/persons");

test.beforeEach(async ({ connectedApp, sandbox }) => {
  await prefer(connectedApp, { toolbarMode: "save", graceSeconds: 0 });
  sandbox.log.clear();
});

test("a guess is left out", async ({ connectedApp, sandbox }) => {
  await connectedApp.pressToolbar(await connectedApp.visit(invented("sdui-no-experience").url));
  const { body } = await sandbox.log.waitForAnswer(isCreation);
  expect(body).toMatchObject({ name: "Henrik Aasland" });
  expect(body).not.toHaveProperty("current_job_title");
});

test("without the remembered job when the settings say so", async ({ connectedApp, sandbox }) => {
  await rememberJob(connectedApp, sandbox);
  await prefer(connectedApp, { toolbarMode: "save", defaultJob: "none" });
  await connectedApp.pressToolbar(await connectedApp.visit(MARA));
  const { body } = await sandbox.log.waitForAnswer(isCreation);
  expect(body).not.toHaveProperty("job_id");
});

test("who is on the job already: nothing is sent, and that is said", async ({ connectedApp, sandbox }) => {
  const { job } = await rememberJob(connectedApp, sandbox);
  const person = known(sandbox, { linkedin_public_id: "mara-lindqvist-5b81" });
  sandbox.store.addCandidate(person, job, true);
  const page = await connectedApp.visit(MARA);
  await connectedApp.pressToolbar(page);
  await expectButton(connectedApp, page, "=", /Mara Lindqvist is already there/);
  expect(written(sandbox.log)).toEqual([]);
});

test("who may be somebody in Stardex is not sent: the form opens with the reason", async ({
  connectedApp,
  sandbox,
}) => {
  known(sandbox, { linkedin_public_id: null, current_company_name: "Brightwater Foods" });
  const page = await connectedApp.visit(MARA);
  const popup = await connectedApp.clickToolbar(page);
  await expect(saying(popup, "match_possible")).toBeVisible();
  await expect(formOf(popup).name).toHaveValue("Mara Lindqvist");
  expect(written(sandbox.log)).toEqual([]);
  await popup.close();
  await expectButton(connectedApp, page, "!", /Mara Lindqvist is not saved yet/);
});

test("who works for a company off-limits is not sent: the form opens with the reason", async ({
  connectedApp,
  sandbox,
}) => {
  for (const company of sandbox.store.companies)
    if (company.do_not_contact) company.name = "Brightwater Foods";
  const popup = await connectedApp.clickToolbar(await connectedApp.visit(MARA));
  await expect(popup.getByRole("alert").filter({ hasText: "do not contact" })).toBeVisible();
  expect(written(sandbox.log)).toEqual([]);
});

for (const { page: name, reason } of [
  { page: "search-list", reason: "refused_no_profile" },
  { page: "login-wall", reason: "refused_no_profile" },
  { page: "stale-top-card", reason: "refused_not_sure_who" },
  { page: "unrecognized-layout", reason: "refused_not_sure_who" },
] as const) {
  test(`${name}: nothing is sent, and the popup says why`, async ({ connectedApp, sandbox }) => {
    await expectRefusal(connectedApp, sandbox, name, reason);
  });
}
