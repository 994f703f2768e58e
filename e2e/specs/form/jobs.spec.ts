/** The jobs of a save: searched, picked, pinned and removed by keyboard and mouse, remembered for the next profile. */

import { formOf, saying } from "../../browser/form.ts";
import { invented } from "../../browser/invented.ts";
import { expect, test } from "../../browser/test.ts";
import { words } from "../../browser/words.ts";
import type { Sandbox } from "../../sandbox/start-sandbox.ts";

const PROFILE = invented("classic").url;

function jobsOf(sandbox: Sandbox, slug: string): string[] {
  const person = sandbox.store.persons.find(({ linkedin_public_id }) => linkedin_public_id === slug);
  return sandbox.store.candidates
    .filter(({ person_id }) => person_id === person?.id)
    .map(({ job_id }) => sandbox.store.job(job_id))
    .map((job) => `${job?.name} at ${job?.client_company_name}`);
}

const searches = (sandbox: Sandbox) => sandbox.log.of("POST", "/v1/jobs/search");

test("two jobs are searched and picked by keyboard; the person is a candidate on both", async ({
  connectedApp,
  sandbox,
}) => {
  const popup = await connectedApp.clickToolbar(await connectedApp.visit(PROFILE));
  const form = formOf(popup);
  await expect(form.name).toHaveValue("Gwendolyn Farrow");
  await form.jobBox.focus();
  await popup.keyboard.type("general tamarisk");
  await expect(form.activeOption).toContainText("Tamarisk Foods");
  await expect(form.options).toHaveCount(1);
  await popup.keyboard.press("Enter");
  await expect(form.chosenJobs).toHaveCount(1);
  await expect(form.jobBox, "the box is free for another").toHaveValue("");
  await expect(popup.getByRole("listbox")).toBeHidden();

  await popup.keyboard.type("operating nordvale");
  await expect(form.activeOption).toContainText("Nordvale Energy");
  await popup.keyboard.press("Enter");
  await expect(form.chosenJobs).toContainText(["General Counsel", "Chief Operating Officer"]);
  // One a pause in typing, and not one a key.
  expect(searches(sandbox).length).toBeLessThan("general tamarisk".length / 2);

  await popup.keyboard.press("Control+Enter");
  await expect(saying(popup, "saved_title")).toBeVisible();
  expect(jobsOf(sandbox, "gwen-farrow").sort()).toEqual([
    "Chief Operating Officer at Nordvale Energy",
    "General Counsel at Tamarisk Foods",
  ]);
  const [post] = sandbox.log.of("POST", "/v1/persons");
  expect(post?.body).toHaveProperty("job_id");
});

test("the job of the last save stands in the next form, and one key removes it", async ({
  connectedApp,
  sandbox,
}) => {
  const first = await connectedApp.clickToolbar(await connectedApp.visit(PROFILE));
  await formOf(first).jobBox.click();
  await formOf(first).options.first().click();
  await expect(formOf(first).chosenJobs).toHaveCount(1);
  await formOf(first).save.click();
  await expect(saying(first, "saved_title")).toBeVisible();

  sandbox.log.clear();
  const popup = await connectedApp.clickToolbar(
    await connectedApp.visit(invented("sdui-with-experience").url),
  );
  const form = formOf(popup);
  await expect(form.chosenJobs).toHaveCount(1);
  await expect(form.chosenJobs.getByRole("combobox")).toHaveValue("");
  await form.jobBox.focus();
  await popup.keyboard.press("Backspace");
  await expect(form.chosenJobs).toHaveCount(0);
  await popup.keyboard.press("ArrowDown");
  await expect(form.options).toHaveCount(1);
  await expect(popup.getByRole("group", { name: words("job_recent") })).toBeVisible();
  await popup.keyboard.press("Escape");
  await expect(popup.getByRole("listbox")).toBeHidden();
  expect(searches(sandbox), "the remembered jobs cost no call").toEqual([]);
  expect(sandbox.log.entries.filter(({ path }) => path.startsWith("/v1/jobs/"))).toEqual([]);
  await popup.keyboard.press("Control+Enter");
  const save = await sandbox.log.waitForRequest(({ path }) => path === "/v1/persons");
  expect(save.body).not.toHaveProperty("job_id");
});

test("a job is pinned by keyboard and by mouse, and is offered first the next time", async ({
  connectedApp,
}) => {
  const page = await connectedApp.visit(PROFILE);
  const first = await connectedApp.clickToolbar(page);
  await formOf(first).jobBox.focus();
  await first.keyboard.type("counsel lumenfield");
  await expect(formOf(first).activeOption).toContainText("Lumenfield Optics");
  await first.keyboard.press("Shift+Enter");
  await expect(formOf(first).options).toContainText(words("job_is_pinned"));
  await first.keyboard.press("Escape");
  await first.close();

  const popup = await connectedApp.clickToolbar(page);
  const form = formOf(popup);
  await expect(form.name).toHaveValue("Gwendolyn Farrow");
  await form.jobBox.click();
  const pinned = popup.getByRole("group", { name: words("job_pinned") }).getByRole("option");
  await expect(pinned).toHaveText([/General Counsel.*Lumenfield Optics/]);
  await pinned.getByTitle(words("job_unpin")).click();
  await expect(pinned).toHaveCount(0);
  await expect(form.chosenJobs, "a pin is no choice").toHaveCount(0);
});

test("a title that is in no result is sent as a hint, and gives way to a job", async ({
  connectedApp,
  sandbox,
}) => {
  const popup = await connectedApp.clickToolbar(await connectedApp.visit(PROFILE));
  const form = formOf(popup);
  await form.jobBox.focus();
  await popup.keyboard.type("Lighthouse Keeper");
  await expect(form.activeOption).toContainText("Lighthouse Keeper");
  await popup.keyboard.press("Enter");
  await expect(form.chosenJobs).toContainText([/Lighthouse Keeper/]);
  await popup.keyboard.type("general tamarisk");
  await expect(form.activeOption).toContainText("Tamarisk Foods");
  await popup.keyboard.press("Enter");
  await expect(form.chosenJobs).toHaveText([/General Counsel/]);
  await popup.keyboard.press("Delete");
  await expect(form.chosenJobs).toHaveCount(0);
  await popup.keyboard.type("Lighthouse Keeper");
  await expect(form.activeOption).toContainText("Lighthouse Keeper");
  await popup.keyboard.press("Enter");
  await popup.keyboard.press("Control+Enter");
  const save = await sandbox.log.waitForRequest(({ path }) => path === "/v1/persons");
  expect(save.body).toMatchObject({ job_name: "Lighthouse Keeper" });
  expect(save.body).not.toHaveProperty("job_id");
});

test("an Enter that comes before the answer picks nothing of the list before", async ({
  connectedApp,
  sandbox,
}) => {
  const popup = await connectedApp.clickToolbar(await connectedApp.visit(PROFILE));
  const form = formOf(popup);
  await form.jobBox.click();
  await expect(form.options.nth(2)).toBeVisible();
  let answer = () => {};
  const until = new Promise<void>((resolve) => {
    answer = resolve;
  });
  sandbox.faults.add({ path: "/v1/jobs/search", fault: { kind: "hold", until } });
  await popup.keyboard.insertText("counsel tamarisk");
  await sandbox.log.waitForRequest(({ body }) => JSON.stringify(body).includes("tamarisk"));
  await popup.keyboard.press("Enter");
  await expect(form.chosenJobs).toHaveCount(0);
  await expect(form.options.nth(2), "the list stays while its successor is fetched").toBeVisible();
  answer();
  await expect(form.activeOption).toContainText("Tamarisk Foods");
  expect(sandbox.log.of("POST", "/v1/persons"), "nor does it save").toEqual([]);
});

test("an answer to older words that comes late is dropped", async ({ connectedApp, sandbox }) => {
  const popup = await connectedApp.clickToolbar(await connectedApp.visit(PROFILE));
  const form = formOf(popup);
  let answer = () => {};
  const until = new Promise<void>((resolve) => {
    answer = resolve;
  });
  sandbox.faults.add({ path: "/v1/jobs/search", fault: { kind: "hold", until } });
  await form.jobBox.focus();
  await popup.keyboard.insertText("counsel nordvale");
  await sandbox.log.waitForRequest(({ body }) => JSON.stringify(body).includes("nordvale"));
  await form.jobBox.fill("counsel tamarisk");
  await expect(form.activeOption).toContainText("Tamarisk Foods");
  answer();
  await sandbox.log.waitForAnswer(({ body }) => JSON.stringify(body).includes("nordvale"));
  await form.jobBox.fill("counsel lumenfield");
  await expect(form.activeOption, "two answers later").toContainText("Lumenfield Optics");
  await popup.keyboard.press("Enter");
  await expect(form.chosenJobs).toContainText(["Lumenfield Optics"]);
  await form.chosenJobs.getByRole("button").click();
  await expect(form.chosenJobs).toHaveCount(0);
  await expect(form.jobBox, "the focus stays with the jobs").toHoldFocus();
});

test("a job search that fails says so and the form still saves", async ({ connectedApp, sandbox }) => {
  sandbox.faults.add({ path: "/v1/jobs/search", fault: { kind: "status", status: 500, envelope: "A" } });
  const popup = await connectedApp.clickToolbar(await connectedApp.visit(PROFILE));
  await formOf(popup).jobBox.click();
  await expect(popup.getByRole("status").filter({ hasText: words("problem_server") })).toBeVisible();
  await popup.keyboard.press("Escape");
  await popup.keyboard.press("Control+Enter");
  await expect(saying(popup, "saved_title")).toBeVisible();
});
