/// <reference types="chrome" />
/** The toolbar mode that saves at once: the click reads, writes, waits its grace and says what became of it. */
import type { Page } from "playwright";
import { ask } from "../../browser/ask.ts";
import { buttonOf, expectButton, prefer, rememberJob } from "../../browser/button.ts";
import { formOf, saying } from "../../browser/form.ts";
import { invented } from "../../browser/invented.ts";
import { known } from "../../browser/known.ts";
import type { TestBrowser } from "../../browser/launch.ts";
import { expectRefusal } from "../../browser/refusal.ts";
import { expect, test } from "../../browser/test.ts";
import { words } from "../../browser/words.ts";
import { written } from "../../browser/written.ts";
import { isTo } from "../../sandbox/request-log.ts";

const MARA = invented("sdui-with-experience").url;
const GWENDOLYN = invented("classic").url;
/** Longer than any test: what is asserted in it does not depend on the machine's speed. */
const LONG_GRACE = 30;

const isCreation = (entry: Parameters<typeof isTo>[0]) => isTo(entry, "POST", "/v1/persons");

/** Clicks follow each other as a person's second one does: not within what counts as a double click. */
async function untilFormOpens(app: TestBrowser, page: Page) {
  await expect.poll(async () => (await buttonOf(app, page)).opensForm).toBe(true);
}

/** The page's own router: other cards in the same document, under another address. */
async function moveInApp(page: Page, { html, url }: { html: string; url: string }) {
  await page.evaluate(
    ({ arrived, path }) => {
      history.pushState(null, "", path);
      const cards = new DOMParser().parseFromString(arrived, "text/html");
      document.body.replaceWith(cards.body);
      document.head.replaceWith(cards.head);
    },
    { arrived: html, path: new URL(url).pathname },
  );
}

test.describe("in the mode that saves at once", () => {
  test.beforeEach(async ({ connectedApp, sandbox }) => {
    await prefer(connectedApp, { toolbarMode: "save", graceSeconds: 0 });
    sandbox.log.clear();
  });

  test("one click sends what the page proves, once, and says so", async ({ connectedApp, sandbox }) => {
    const page = await connectedApp.visit(MARA);
    const before = await page.content();
    await connectedApp.pressToolbar(page);
    const { body } = await sandbox.log.waitForAnswer(isCreation);
    expect(body).toMatchObject({
      name: "Mara Lindqvist",
      linkedin_url: "https://www.linkedin.com/in/mara-lindqvist-5b81",
      current_job_title: "Head of Supply Chain",
      company_name: "Brightwater Foods",
      enrich_record: true,
    });
    await expectButton(connectedApp, page, "✓", /Mara Lindqvist is saved in Stardex\./);
    expect(written(sandbox.log)).toHaveLength(1);
    expect(await page.content()).toBe(before);
  });

  test("the person comes on the remembered job, at the stage last used there", async ({
    connectedApp,
    sandbox,
  }) => {
    const { job, stage } = await rememberJob(connectedApp, sandbox);
    const page = await connectedApp.visit(MARA);
    await connectedApp.pressToolbar(page);
    const { body } = await sandbox.log.waitForAnswer(isCreation);
    expect(body).toMatchObject({ job_id: job.id });
    await expectButton(connectedApp, page, "✓", new RegExp(`saved in Stardex, on ${job.name}`));
    const person = sandbox.store.personByUrl(MARA);
    expect(sandbox.store.candidatesOf(person?.id ?? "")).toMatchObject([
      { job_id: job.id, stage_id: stage.id },
    ]);
  });

  test("who is there already is put on the job and not changed", async ({ connectedApp, sandbox }) => {
    const { job } = await rememberJob(connectedApp, sandbox);
    const person = known(sandbox, {
      linkedin_public_id: "mara-lindqvist-5b81",
      current_job_title: "Something else",
      linkedin_location: null,
    });
    const page = await connectedApp.visit(MARA);
    await connectedApp.pressToolbar(page);
    const patch = await sandbox.log.waitForAnswer(({ method }) => method === "PATCH");
    expect(patch.body).toEqual({ enrich_record: true, job_id: job.id });
    await expectButton(
      connectedApp,
      page,
      "✓+",
      new RegExp(`was in Stardex already and is now on ${job.name}`),
    );
    expect(person).toMatchObject({ current_job_title: "Something else", linkedin_location: null });
    expect(sandbox.log.entries.filter(isCreation)).toEqual([]);
  });

  test("a double and a triple click save once and open nothing", async ({ connectedApp, sandbox }) => {
    const page = await connectedApp.visit(MARA);
    await connectedApp.pressToolbar(page);
    await connectedApp.pressToolbar(page);
    await connectedApp.pressToolbar(page);
    await expectButton(connectedApp, page, "✓", /is saved in Stardex/);
    expect(written(sandbox.log)).toHaveLength(1);
    const worker = await connectedApp.worker();
    expect(
      await worker.evaluate(() => chrome.runtime.getContexts({ contextTypes: ["POPUP" as never] })),
    ).toEqual([]);
  });

  test("the click after the double click opens the form on the person", async ({ connectedApp, sandbox }) => {
    const page = await connectedApp.visit(MARA);
    await connectedApp.pressToolbar(page);
    await expectButton(connectedApp, page, "✓", /is saved in Stardex/);
    await untilFormOpens(connectedApp, page);
    const popup = await connectedApp.clickToolbar(page);
    await expect(formOf(popup).name).toHaveValue("Mara Lindqvist");
    expect(written(sandbox.log)).toHaveLength(1);
  });

  test("the badge goes with the person, by a load and by a move within the app", async ({ connectedApp }) => {
    const page = await connectedApp.visit(MARA);
    await connectedApp.pressToolbar(page);
    await expectButton(connectedApp, page, "✓", /is saved in Stardex/);
    await page.reload();
    await expectButton(connectedApp, page, "✓", /is saved in Stardex/);
    await moveInApp(page, invented("classic"));
    await expectButton(connectedApp, page, "", /^Save this profile to Stardex$/);
    expect((await buttonOf(connectedApp, page)).opensForm).toBe(false);
    await connectedApp.pressToolbar(page);
    await expectButton(connectedApp, page, "✓", /Gwendolyn Farrow is saved/);
    await page.goto("https://api.stardex.ai/");
    await expectButton(connectedApp, page, "", /^Save this profile to Stardex$/);
  });

  test("two tabs: each says what became of its own", async ({ connectedApp, sandbox }) => {
    known(sandbox, { linkedin_public_id: "mara-lindqvist-5b81" });
    const [mara, gwendolyn, third] = [
      await connectedApp.visit(MARA),
      await connectedApp.visit(GWENDOLYN),
      await connectedApp.visit(invented("guest").url),
    ];
    await connectedApp.pressToolbar(mara);
    await connectedApp.pressToolbar(gwendolyn);
    await expectButton(connectedApp, gwendolyn, "✓", /Gwendolyn Farrow is saved/);
    await expectButton(connectedApp, mara, "=", /Mara Lindqvist is already there/);
    await expectButton(connectedApp, third, "", /^Save this profile to Stardex$/);
    expect(written(sandbox.log).map(({ body }) => body)).toMatchObject([{ name: "Gwendolyn Farrow" }]);
  });

  test("who moves on before the page was read saves nobody", async ({ connectedApp, sandbox }) => {
    const page = await connectedApp.visit(invented("still-loading").url);
    await connectedApp.pressToolbar(page);
    await expectButton(connectedApp, page, "…", /Reading/);
    await moveInApp(page, invented("sdui-with-experience"));
    await expectButton(connectedApp, page, "!", /Nothing was saved\. The page changed/);
    // What the click was for is over: the next one is for the person in view.
    await connectedApp.pressToolbar(page);
    await expectButton(connectedApp, page, "✓", /Mara Lindqvist is saved/);
    expect(written(sandbox.log).map(({ body }) => body)).toMatchObject([{ name: "Mara Lindqvist" }]);
  });

  test("who moves on in the grace has saved the person of the click", async ({ connectedApp, sandbox }) => {
    await prefer(connectedApp, { toolbarMode: "save", graceSeconds: 4 });
    const page = await connectedApp.visit(MARA);
    await connectedApp.pressToolbar(page);
    await expectButton(connectedApp, page, /^[1-4]$/, /Mara Lindqvist is about to be saved/);
    await moveInApp(page, invented("classic"));
    await expectButton(connectedApp, page, "", /^Save this profile/);
    await sandbox.log.waitForAnswer(isCreation);
    await expectButton(connectedApp, page, "", /^Save this profile/);
    expect(written(sandbox.log).map(({ body }) => body)).toMatchObject([{ name: "Mara Lindqvist" }]);
  });

  test("the grace is counted down, and nothing is asked or sent before its end", async ({
    connectedApp,
    sandbox,
  }) => {
    await prefer(connectedApp, { toolbarMode: "save", graceSeconds: 3 });
    const page = await connectedApp.visit(MARA);
    const pressed = Date.now();
    await connectedApp.pressToolbar(page);
    await expectButton(connectedApp, page, /^[123]$/, /Click to undo/);
    await expectButton(connectedApp, page, "✓", /is saved in Stardex/);
    const [first] = sandbox.log.entries;
    expect((first?.at ?? 0) - pressed).toBeGreaterThanOrEqual(3000);
  });

  test("Undo comes first in the grace, and takes it all back", async ({ connectedApp, sandbox }) => {
    await prefer(connectedApp, { toolbarMode: "save", graceSeconds: LONG_GRACE });
    const page = await connectedApp.visit(MARA);
    await connectedApp.pressToolbar(page);
    await untilFormOpens(connectedApp, page);
    const popup = await connectedApp.clickToolbar(page);
    await expect(popup.getByRole("heading", { name: "Saving Mara Lindqvist" })).toBeVisible();
    await expect(popup.getByRole("button", { name: words("undo"), exact: true })).toHoldFocus();
    expect(sandbox.log.entries).toEqual([]);
    await popup.keyboard.press("Enter");
    await expect(saying(popup, "undo_done")).toBeVisible();
    await expect(formOf(popup).name).toHaveValue("Mara Lindqvist");
    await expectButton(connectedApp, page, "", /^Save this profile/);
    expect(written(sandbox.log)).toEqual([]);
  });

  test("a worker that dies in the grace sends it after", async ({ connectedApp, sandbox }) => {
    await prefer(connectedApp, { toolbarMode: "save", graceSeconds: 5 });
    const page = await connectedApp.visit(MARA);
    await connectedApp.pressToolbar(page);
    await expectButton(connectedApp, page, /^\d$/, /about to be saved/);
    await connectedApp.killWorker();
    await page.reload();
    const { body } = await sandbox.log.waitForAnswer(isCreation);
    expect(body).toMatchObject({ name: "Mara Lindqvist" });
    await expectButton(connectedApp, page, "✓", /is saved in Stardex/);
    expect(written(sandbox.log)).toHaveLength(1);
  });

  test("offline it is kept, and checked before it is sent", async ({ connectedApp, sandbox }) => {
    const page = await connectedApp.visit(MARA);
    await connectedApp.context.setOffline(true);
    await connectedApp.pressToolbar(page);
    await expectButton(connectedApp, page, "↑", /is saved on this computer and will be sent/);
    expect(sandbox.log.entries).toEqual([]);
    known(sandbox, { linkedin_public_id: "mara-lindqvist-5b81" });
    await connectedApp.context.setOffline(false);
    const options = await connectedApp.openOptions();
    await options.evaluate(() => chrome.runtime.sendMessage({ type: "queue.wake", request: {} }));
    await options.close();
    await expectButton(connectedApp, page, "=", /already there/);
    expect(written(sandbox.log)).toEqual([]);
  });

  test("who works for a client of the firm is not sent either, whatever the client is called in full", async ({
    connectedApp,
    sandbox,
  }) => {
    const [client] = sandbox.store.companies;
    if (!client) throw new Error("No company is seeded");
    Object.assign(client, { name: "Brightwater Foods Sp. z o.o.", is_client: true, do_not_contact: false });
    const page = await connectedApp.visit(MARA);
    const popup = await connectedApp.clickToolbar(page);
    await expect(popup.getByRole("alert").filter({ hasText: "is a client of your firm" })).toBeVisible();
    expect(written(sandbox.log)).toEqual([]);
    await popup.close();
    await expectButton(connectedApp, page, "!", /Mara Lindqvist is not saved yet/);
  });

  // More pages: e2e/nightly/one-click.spec.ts.
  const REFUSALS = [
    { page: "feed", reason: "refused_no_profile" },
    { page: "other-person", reason: "refused_not_sure_who" },
  ] as const;
  for (const { page: name, reason } of REFUSALS) {
    test(`${name}: nothing is sent, and the popup says why`, async ({ connectedApp, sandbox }) => {
      await expectRefusal(connectedApp, sandbox, name, reason);
    });
  }
});

test("without a key nothing is stored or sent, and the popup asks for one", async ({
  connectedApp,
  sandbox,
}) => {
  await prefer(connectedApp, { toolbarMode: "save" });
  const settings = await connectedApp.openOptions();
  await ask(settings, "connection.remove", {});
  await settings.close();
  const page = await connectedApp.visit(MARA);
  await expect.poll(async () => (await buttonOf(connectedApp, page)).opensForm).toBe(false);
  const popup = await connectedApp.clickToolbar(page);
  await expect(popup.getByRole("button", { name: words("connect_button"), exact: true })).toBeVisible();
  await popup.close();
  await expectButton(connectedApp, page, "!", /not connected/);
  expect(sandbox.log.entries).toEqual([]);
  const options = await connectedApp.openOptions();
  const stored = await options.evaluate(async () => Object.keys(await chrome.storage.local.get(null)));
  expect(stored.filter((key) => key.startsWith("save:"))).toEqual([]);
});

test("a choice that cannot be stored is not shown as made", async ({ connectedApp }) => {
  const settings = await connectedApp.openOptions();
  await settings.evaluate(() => chrome.storage.local.set({ settings: { version: 42 } }));
  await settings.close();
  const popup = await connectedApp.clickToolbar(await connectedApp.visit(MARA));
  await popup.getByRole("button", { name: words("mode_menu") }).click();
  await popup.getByLabel(words("mode_save")).click();
  await expect(popup.getByRole("status").filter({ hasText: words("mode_failed") })).toBeVisible();
  await expect(popup.getByLabel(words("mode_form"))).toBeChecked();
});

test("the popup's own menu changes what a click does", async ({ connectedApp, sandbox }) => {
  const page = await connectedApp.visit(MARA);
  const popup = await connectedApp.clickToolbar(page);
  await popup.getByRole("button", { name: words("mode_menu") }).click();
  await expect(popup.getByLabel(words("mode_form"))).toBeChecked();
  await popup.getByLabel(words("mode_save")).check();
  // No hand is as quick as a test: the choice is stored before the popup goes.
  await expect
    .poll(() => popup.evaluate(async () => (await chrome.storage.local.get("settings")).settings))
    .toMatchObject({ toolbarMode: "save" });
  await popup.close();
  await expect.poll(async () => (await buttonOf(connectedApp, page)).opensForm).toBe(false);
  await connectedApp.pressToolbar(page);
  const { body } = await sandbox.log.waitForAnswer(isCreation);
  expect(body).toMatchObject({ name: "Mara Lindqvist" });
});
