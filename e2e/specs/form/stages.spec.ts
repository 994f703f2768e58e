/** The stage a candidate starts at: the first unless another is chosen; the last one used with a job is remembered for it. */
import { formOf, saying } from "../../browser/form.ts";
import { invented } from "../../browser/invented.ts";
import type { TestBrowser } from "../../browser/launch.ts";
import { expect, test } from "../../browser/test.ts";
import type { Sandbox } from "../../sandbox/start-sandbox.ts";

const JOB = "General Counsel";

async function pickJob(app: TestBrowser, page: string) {
  const popup = await app.clickToolbar(await app.visit(invented(page).url));
  const form = formOf(popup);
  await form.jobBox.focus();
  await popup.keyboard.type("general tamarisk");
  await expect(form.activeOption).toContainText("Tamarisk Foods");
  await popup.keyboard.press("Enter");
  return { popup, form };
}

/** The stages of everybody on the job. */
function stagesOn(sandbox: Sandbox): (string | undefined)[] {
  const job = sandbox.store.jobs.find(
    ({ name, client_company_name }) => name === JOB && client_company_name === "Tamarisk Foods",
  );
  return sandbox.store.candidates
    .filter(({ job_id }) => job_id === job?.id)
    .map(({ stage_id }) => job?.pipeline_stages.find(({ id }) => id === stage_id)?.name);
}

const stageCalls = (sandbox: Sandbox) =>
  sandbox.log.entries.filter(({ method, path }) => method === "GET" && path.startsWith("/v1/jobs/"));

test("a stage is chosen by keyboard, set after the person is saved, and stands there the next time", async ({
  connectedApp,
  sandbox,
}) => {
  const { popup, form } = await pickJob(connectedApp, "classic");
  const stage = form.stageOf(JOB);
  await expect(stage.getByRole("option")).not.toHaveCount(1);
  await expect(stage).toHaveValue("");
  await popup.keyboard.press("Tab");
  await expect(stage).toHoldFocus();
  await popup.keyboard.type("scr");
  await expect(stage.locator("option:checked")).toHaveText("Screened");
  await popup.keyboard.press("Control+Enter");
  await expect(saying(popup, "saved_title")).toBeVisible();
  expect(stagesOn(sandbox)).toEqual(["Screened"]);

  sandbox.log.clear();
  const next = await connectedApp.clickToolbar(
    await connectedApp.visit(invented("sdui-with-experience").url),
  );
  const remembered = formOf(next).stageOf(JOB);
  await expect(remembered.locator("option:checked")).toHaveText("Screened");
  await formOf(next).save.focus();
  await next.keyboard.press("Enter");
  await expect(saying(next, "saved_title")).toBeVisible();
  expect(stagesOn(sandbox)).toEqual(["Screened", "Screened"]);
  expect(stageCalls(sandbox), "a remembered job's stages are not asked for").toEqual([]);
});

test("the stages of the remembered job are read when its box is opened, not before", async ({
  connectedApp,
  sandbox,
}) => {
  const { popup, form } = await pickJob(connectedApp, "classic");
  await form.save.click();
  await expect(saying(popup, "saved_title")).toBeVisible();
  expect(stagesOn(sandbox)).toEqual(["Identified"]);

  // Another browser session would have no memory of the stages.
  const worker = await connectedApp.worker();
  await worker.evaluate(() => chrome.storage.session.clear());
  sandbox.log.clear();
  const next = await connectedApp.clickToolbar(
    await connectedApp.visit(invented("sdui-with-experience").url),
  );
  const stage = formOf(next).stageOf(JOB);
  await expect(stage).toBeVisible();
  await formOf(next).jobBox.focus();
  await next.keyboard.press("Tab");
  await expect(stage, "passing over it asks nothing").toHoldFocus();
  expect(stageCalls(sandbox)).toEqual([]);
  await stage.click();
  await expect(stage.getByRole("option", { includeHidden: true })).not.toHaveCount(1);
  expect(stageCalls(sandbox)).toHaveLength(1);
  await stage.selectOption("Contacted");
  await formOf(next).save.click();
  await expect(saying(next, "saved_title")).toBeVisible();
  expect(stagesOn(sandbox)).toEqual(["Identified", "Contacted"]);
});

test("two jobs have a stage each", async ({ connectedApp, sandbox }) => {
  const { popup, form } = await pickJob(connectedApp, "classic");
  await popup.keyboard.type("people nordvale");
  await expect(form.activeOption).toContainText("Nordvale Energy");
  await popup.keyboard.press("Enter");
  const second = form.stageOf("Head of People");
  await expect(second.getByRole("option", { includeHidden: true })).not.toHaveCount(1);
  await second.selectOption("Shortlisted");
  await popup.keyboard.press("Control+Enter");
  await expect(saying(popup, "saved_title")).toBeVisible();
  expect(stagesOn(sandbox)).toEqual(["Identified"]);
  const moves = sandbox.log.of("POST", "/v1/candidates/update-stage");
  expect(moves).toHaveLength(1);
  expect(moves[0]?.status).toBe(200);
});
