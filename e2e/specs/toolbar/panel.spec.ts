import type { Page } from "playwright";
import { cleanName } from "../../../src/linkedin/text/name.ts";
import { formOf, savedIn } from "../../browser/form.ts";
import { expect, test } from "../../browser/test.ts";
import { words } from "../../browser/words.ts";
import { isTo } from "../../sandbox/request-log.ts";
import { type Golden, loadGoldens } from "../../tools/golden.ts";

/** Twenty people on invented pages of all layouts, each under an address of its own. */
const people = invented(20);
const [ada, bo, cy] = people as [Golden, Golden, Golden];

function invented(count: number): Golden[] {
  const goldens = loadGoldens("own").filter(
    ({ answer: { result, url, expected }, frameHtml }) =>
      result === "profile" && !frameHtml && expected?.name && url.endsWith(`.com/in/${expected.public_id}/`),
  );
  const byAddress = new Map(goldens.map((golden) => [golden.answer.expected?.public_id, golden]));
  return [...byAddress.values()].slice(0, count);
}

const nameOf = (golden: Golden) => cleanName(golden.answer.expected?.name ?? "");
const readButton = (panel: Page) => panel.getByRole("button", { name: words("panel_read") });

/** LinkedIn's own router: the next page in the same document, under another address. */
async function moveInApp(page: Page, { html, answer }: Golden) {
  await page.evaluate(
    ({ arrived, path }) => {
      history.pushState(null, "", path);
      const next = new DOMParser().parseFromString(arrived, "text/html");
      document.body.replaceWith(next.body);
      document.head.replaceWith(next.head);
    },
    { arrived: html, path: new URL(answer.url).pathname },
  );
}

async function expectBlank(panel: Page, place: string) {
  await expect(panel.getByText(place)).toBeVisible();
  await expect(panel.getByRole("textbox")).toHaveCount(0);
}

test("over twenty profiles the form is never there but over its own page", async ({ connectedApp }) => {
  test.setTimeout(90_000);
  const page = await connectedApp.visit(ada.answer.url);
  const panel = await connectedApp.openPanel(page);
  const form = formOf(panel);
  // Opened on this page just now, which asks for its reading.
  await expect(form.name).toHaveValue(nameOf(ada));
  for (const [n, person] of people.slice(1).entries()) {
    if (n % 2 === 0) await moveInApp(page, person);
    else await page.goto(person.answer.url);
    await expectBlank(panel, `linkedin.com/in/${person.answer.expected?.public_id}`);
    if (n === 9) await connectedApp.killWorker();
    await panel.keyboard.press("Enter");
    await expect(form.name).toHaveValue(nameOf(person));
  }
});

test("another tab has to be opened to it once; back again, nothing is read by itself", async ({
  connectedApp,
}) => {
  const page = await connectedApp.visit(ada.answer.url);
  const panel = await connectedApp.openPanel(page);
  await expect(formOf(panel).name).toHaveValue(nameOf(ada));
  const other = await connectedApp.visit(bo.answer.url);
  await expectBlank(panel, words("panel_no_access_title"));
  const popup = await connectedApp.clickToolbar(other);
  await expectBlank(panel, `linkedin.com/in/${bo.answer.expected?.public_id}`);
  await popup.close();
  await page.bringToFront();
  await expectBlank(panel, words("panel_other_page_title"));
  await page.goto("https://www.linkedin.com/feed/");
  await expectBlank(panel, words("not_a_profile_title"));
});

test("back, loaded anew, beside another window, after a worker's end: blank until it is asked for", async ({
  connectedApp,
}) => {
  const page = await connectedApp.visit(ada.answer.url);
  const panel = await connectedApp.openPanel(page);
  const form = formOf(panel);
  const adaIsAt = `linkedin.com/in/${ada.answer.expected?.public_id}`;
  await expect(form.name).toHaveValue(nameOf(ada));

  await page.goto(bo.answer.url);
  await page.goBack();
  await expectBlank(panel, adaIsAt);
  await page.reload();
  await expectBlank(panel, adaIsAt);
  await connectedApp.killWorker();
  await expectBlank(panel, adaIsAt);
  await panel.keyboard.press("Enter");
  await expect(form.name).toHaveValue(nameOf(ada));

  // The same page again is no other: what is typed stays.
  await form.name.fill("Typed before");
  await page.reload();
  await expect(form.name).toHaveValue("Typed before");

  const window = page.waitForEvent("popup");
  await page.evaluate((url) => void open(url, "_blank", "popup,width=500,height=500"), bo.answer.url);
  const other = await window;
  await other.waitForLoadState();
  await expect(form.name).toHaveValue("Typed before");
  await other.close();

  await connectedApp.killWorker();
  await moveInApp(page, bo);
  await expectBlank(panel, `linkedin.com/in/${bo.answer.expected?.public_id}`);
});

test("the job stays from person to person, and the last saves stand below", async ({
  connectedApp,
  sandbox,
}) => {
  const page = await connectedApp.visit(ada.answer.url);
  const panel = await connectedApp.openPanel(page);
  const form = formOf(panel);
  await form.jobBox.click();
  await form.options.first().click();
  const [chosen] = await form.chosenJobs.allTextContents();
  const job = sandbox.store.jobs.find(({ name }) => chosen?.startsWith(name))?.name ?? "";
  for (const person of [ada, bo, cy]) {
    if (person !== ada) {
      await page.goto(person.answer.url);
      await readButton(panel).click();
    }
    await expect(form.name).toHaveValue(nameOf(person));
    await expect(form.chosenJobs.first()).toContainText(job);
    await form.save.click();
    const { body } = await sandbox.log.waitForAnswer(
      (entry) => isTo(entry, "POST", "/v1/persons") && bodyName(entry.body) === nameOf(person),
    );
    expect(body).toHaveProperty("job_id");
    await expect(savedIn(panel)).toBeVisible();
  }
  const last = panel.getByRole("region", { name: words("recent_title") }).getByRole("listitem");
  await expect(last).toHaveCount(3);
  await expect(last.first()).toContainText(nameOf(cy));
});

function bodyName(body: unknown): unknown {
  return typeof body === "object" && body !== null && "name" in body ? body.name : undefined;
}
