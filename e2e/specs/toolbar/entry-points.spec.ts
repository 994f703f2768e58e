/// <reference types="chrome" />
/** Shortcuts, context menus and permission dialogs, by a real keyboard and mouse. */
import type { Page } from "playwright";
import { buttonOf, prefer, rememberJob } from "../../browser/button.ts";
import { type Desktop, missingForDesktop, startDesktop } from "../../browser/desktop.ts";
import { formOf, saying } from "../../browser/form.ts";
import { invented } from "../../browser/invented.ts";
import { launch, type TestBrowser } from "../../browser/launch.ts";
import { test as base, expect } from "../../browser/test.ts";
import { words } from "../../browser/words.ts";
import { written } from "../../browser/written.ts";
import { isTo } from "../../sandbox/request-log.ts";

const missing = missingForDesktop();
const MARA = invented("sdui-with-experience").url;

const isCreation = (entry: Parameters<typeof isTo>[0]) => isTo(entry, "POST", "/v1/persons");

interface Fixtures {
  /** Connected, with its button pinned, on the desktop's screen; saves without a grace. */
  app: TestBrowser;
}

const test = base.extend<Fixtures, { desktop: Desktop }>({
  desktop: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for the pattern
    async ({}, use) => {
      const desktop = await startDesktop();
      await use(desktop);
      await desktop.stop();
    },
    { scope: "worker" },
  ],
  // Needs the desktop to be there first.
  sharedBrowser: [
    async ({ port, desktop: _desktop }, use) => {
      const app = await launch({ sandbox: { port }, headless: false, pinned: true });
      await use(app);
      await app.close();
    },
    { scope: "worker" },
  ],
  app: async ({ connectedApp, sandbox }, use) => {
    await prefer(connectedApp, { graceSeconds: 0 });
    sandbox.log.clear();
    await use(connectedApp);
  },
});

test.skip(missing !== null, `No real keyboard and mouse here (${missing})`);

async function expectSaved(app: TestBrowser, page: Page, name: string) {
  await expect
    .poll(() => buttonOf(app, page), { timeout: 15_000 })
    .toMatchObject({ badge: "✓", title: expect.stringContaining(`${name} is saved`) });
}

/** Our menu on a page is a submenu, above "View page source" and "Inspect". */
async function choosePageItem(desktop: Desktop, down: number) {
  await desktop.opening(() => desktop.keys("Up", "Up", "Up", "Right"));
  desktop.keys(...Array<string>(down).fill("Down"), "Return");
}

test("the shortcuts: one saves, one opens the form", async ({ app, desktop, sandbox }) => {
  const page = await app.visit(MARA);
  await page.bringToFront();
  desktop.keys("alt+shift+s");
  const { body } = await sandbox.log.waitForAnswer(isCreation);
  expect(body).toMatchObject({ name: "Mara Lindqvist", current_job_title: "Head of Supply Chain" });
  await expectSaved(app, page, "Mara Lindqvist");
  const other = await app.visit(invented("classic").url);
  await other.bringToFront();
  const popup = await app.popupAfter(async () => desktop.keys("ctrl+shift+e"));
  await expect(formOf(popup).name).toHaveValue("Gwendolyn Farrow");
});

test("where a click saves, the form has a shortcut of its own", async ({ app, desktop, sandbox }) => {
  await prefer(app, { toolbarMode: "save", graceSeconds: 0 });
  const page = await app.visit(MARA);
  await page.bringToFront();
  const popup = await app.popupAfter(async () => desktop.keys("alt+shift+f"));
  await expect(formOf(popup).name).toHaveValue("Mara Lindqvist");
  expect(written(sandbox.log)).toEqual([]);
});

test("the panel opens by its shortcut, which reads the next page as well, and by the page's menu", async ({
  app,
  desktop,
  sandbox,
}) => {
  const page = await app.visit(MARA);
  await page.bringToFront();
  const panel = await app.panelAfter(async () => desktop.keys("alt+shift+k"));
  await expect(formOf(panel).name).toHaveValue("Mara Lindqvist");
  await page.goto(invented("classic").url);
  await expect(panel.getByText(words("panel_other_page_title"))).toBeVisible();
  await page.bringToFront();
  desktop.keys("alt+shift+k");
  await expect(formOf(panel).name).toHaveValue("Gwendolyn Farrow");

  const other = await app.visit(MARA);
  await expect(panel.getByText(words("panel_no_access_title"))).toBeVisible();
  await desktop.rightClick(other, other.getByRole("heading", { name: "About" }));
  // Save, the form, the panel: no job is remembered.
  await choosePageItem(desktop, 2);
  await expect(formOf(panel).name).toHaveValue("Mara Lindqvist");
  expect(written(sandbox.log)).toEqual([]);
});

test("the shortcut twice: the second opens the form with Undo, within two seconds nothing", async ({
  app,
  desktop,
  sandbox,
}) => {
  await prefer(app, { graceSeconds: 30 });
  const page = await app.visit(MARA);
  await page.bringToFront();
  desktop.keys("alt+shift+s", "alt+shift+s");
  await expect.poll(async () => (await buttonOf(app, page)).badge).toMatch(/^2\d$/);
  // Two seconds of the thirty have gone by.
  await expect.poll(async () => Number((await buttonOf(app, page)).badge)).toBeLessThanOrEqual(27);
  const popup = await app.popupAfter(async () => desktop.keys("alt+shift+s"));
  await popup.getByRole("button", { name: words("undo"), exact: true }).click();
  await expect(saying(popup, "undo_done")).toBeVisible();
  expect(written(sandbox.log)).toEqual([]);
});

test("the page's menu saves, saves on a job, opens the form", async ({ app, desktop, sandbox }) => {
  const { job } = await rememberJob(app, sandbox);
  await prefer(app, { defaultJob: "none" });
  const page = await app.visit(MARA);
  await desktop.rightClick(page, page.getByRole("heading", { name: "About" }));
  await choosePageItem(desktop, 0);
  expect((await sandbox.log.waitForAnswer(isCreation)).body).not.toHaveProperty("job_id");
  await expectSaved(app, page, "Mara Lindqvist");

  const other = await app.visit(invented("classic").url);
  sandbox.log.clear();
  await desktop.rightClick(other, other.getByText("Leeds, England").first());
  await choosePageItem(desktop, 1);
  expect((await sandbox.log.waitForAnswer(isCreation)).body).toMatchObject({
    name: "Gwendolyn Farrow",
    job_id: job.id,
  });

  await desktop.rightClick(page, page.getByRole("heading", { name: "About" }));
  const popup = await app.popupAfter(() => choosePageItem(desktop, 2));
  await expect(formOf(popup).name).toHaveValue("Mara Lindqvist");
});

test("the button's own menu saves, and elsewhere opens the popup with the reason", async ({
  app,
  desktop,
  sandbox,
}) => {
  const page = await app.visit(MARA);
  await desktop.rightClickButton(page);
  desktop.keys("Down", "Return");
  await sandbox.log.waitForAnswer(isCreation);
  await expectSaved(app, page, "Mara Lindqvist");
  sandbox.log.clear();

  const feed = await app.visit(invented("feed").url);
  await desktop.rightClickButton(feed);
  const popup = await app.popupAfter(async () => desktop.keys("Down", "Return"));
  await expect(saying(popup, "refused_title")).toContainText(words("refused_no_profile"));
  expect(sandbox.log.entries).toEqual([]);
});

/** Ours stands above "Inspect". */
const chooseLinkItem = (desktop: Desktop) => desktop.keys("Up", "Up", "Return");

test("a link's person is saved by the address and the one name the page shows", async ({
  app,
  desktop,
  sandbox,
}) => {
  const page = await app.visit(invented("search-list").url);
  const before = await page.content();
  const loads = sandbox.pages.requests.length;
  await desktop.rightClick(page, page.getByRole("link", { name: "Wilhelmina Okoye", exact: true }));
  chooseLinkItem(desktop);
  const { body } = await sandbox.log.waitForAnswer(isCreation);
  expect(body).toEqual({
    name: "Wilhelmina Okoye",
    first_name: "Wilhelmina",
    last_name: "Okoye",
    linkedin_url: "https://www.linkedin.com/in/wil-okoye",
    enrich_record: true,
  });
  await expectSaved(app, page, "Wilhelmina Okoye");
  expect(sandbox.pages.requests).toHaveLength(loads);
  expect(await page.content()).toBe(before);
});

test("a link without a name of its own opens the form with the address alone", async ({
  app,
  desktop,
  sandbox,
}) => {
  const url = "https://www.linkedin.com/feed/";
  sandbox.pages.serve(url, `<h1>Feed</h1><p><a href="/in/henrik-aasland-20c7/">See more</a></p>`);
  const page = await app.visit(url);
  await desktop.rightClick(page, page.getByRole("link", { name: "See more" }));
  const popup = await app.popupAfter(async () => chooseLinkItem(desktop));
  await expect(saying(popup, "refused_title")).toContainText(words("refused_link_no_name"));
  await expect(formOf(popup).name).toHaveValue("");
  await expect(popup.getByText("linkedin.com/in/henrik-aasland-20c7")).toBeVisible();
  expect(written(sandbox.log)).toEqual([]);
});

test("a link with a member id tells no address: nothing is sent", async ({ app, desktop, sandbox }) => {
  const url = "https://www.linkedin.com/feed/";
  const id = "ACoAAA_AIFK4RzJo3DUmxb9Te6lFxxnDea0Myhh";
  sandbox.pages.serve(url, `<h1>Feed</h1><p><a href="/in/${id}/">Ludovic Hartnell</a></p>`);
  const page = await app.visit(url);
  await desktop.rightClick(page, page.getByRole("link", { name: "Ludovic Hartnell" }));
  const popup = await app.popupAfter(async () => chooseLinkItem(desktop));
  await expect(saying(popup, "refused_title")).toContainText(words("refused_link_no_address"));
  expect(sandbox.log.entries).toEqual([]);
});

async function hasAccess(app: TestBrowser): Promise<boolean> {
  const worker = await app.worker();
  return await worker.evaluate(() =>
    chrome.permissions.contains({ origins: ["https://www.linkedin.com/*"] }),
  );
}

// Before the next one: what was given once Chromium gives again without a question.
test("who denies the access has no live badge", async ({ app, desktop }) => {
  const options = await app.openOptions("settings");
  const box = options.getByLabel(words("setting_live_badge"));
  await options.bringToFront();
  await box.focus();
  desktop.keys("space");
  await desktop.dialogOver(options);
  await expect
    .poll(async () => {
      desktop.keys("Escape");
      return await options.getByText(words("setting_not_allowed")).isVisible();
    })
    .toBe(true);
  await expect(box).not.toBeChecked();
  expect(await hasAccess(app)).toBe(false);
});

test("the live badge asks first, tells who is in Stardex by one look-up, and gives the access back", async ({
  app,
  desktop,
  sandbox,
}) => {
  const [person] = sandbox.store.persons;
  Object.assign(person ?? {}, { linkedin_public_id: "mara-lindqvist-5b81" });
  const mara = await app.visit(MARA);
  const gwendolyn = await app.visit(invented("classic").url);
  expect(sandbox.log.entries).toEqual([]);

  const options = await app.openOptions("settings");
  const box = options.getByLabel(words("setting_live_badge"));
  await options.bringToFront();
  await box.scrollIntoViewIfNeeded();
  await box.focus();
  // "Deny" has the focus, and the dialog takes no answer at once: against clicks that were meant for the page.
  desktop.keys("space");
  await desktop.dialogOver(options);
  desktop.keys("Tab");
  await expect
    .poll(async () => {
      desktop.keys("Return");
      return await hasAccess(app);
    })
    .toBe(true);
  await expect(box).toBeChecked();
  // Neither profile is in view.
  expect(sandbox.log.entries).toEqual([]);

  await expect
    .poll(() => buttonOf(app, mara))
    .toMatchObject({ badge: "●", title: expect.stringContaining("is in Stardex") });
  expect((await buttonOf(app, gwendolyn)).badge).toBe("");
  await expect.poll(() => sandbox.log.entries.length).toBe(2);
  expect(sandbox.log.entries.map(({ body }) => body)).toMatchObject([
    { linkedin_url: "https://www.linkedin.com/in/mara-lindqvist-5b81" },
    { linkedin_url: "https://www.linkedin.com/in/gwen-farrow" },
  ]);
  await mara.reload();
  await expect.poll(async () => (await buttonOf(app, mara)).badge).toBe("●");
  await gwendolyn.reload();
  expect((await buttonOf(app, gwendolyn)).badge).toBe("");
  expect(sandbox.log.entries).toHaveLength(2);

  await options.bringToFront();
  await box.uncheck();
  await expect.poll(() => hasAccess(app)).toBe(false);
  await expect.poll(async () => (await buttonOf(app, mara)).badge).toBe("");
});
