/** The toolbar mode that saves at once: the click reads, writes, waits its grace and says what became of it. */
import type { Page } from "playwright";
import { buttonOf, prefer } from "./browser/button.ts";
import { formOf, saying } from "./browser/form.ts";
import { invented } from "./browser/invented.ts";
import type { TestBrowser } from "./browser/launch.ts";
import { expect, test } from "./browser/test.ts";
import { words } from "./browser/words.ts";
import { isTo, type RequestLog } from "./sandbox/request-log.ts";

const MARA = invented("sdui-with-experience").url;
const GWENDOLYN = invented("classic").url;

const isCreation = (entry: Parameters<typeof isTo>[0]) => isTo(entry, "POST", "/v1/persons");

/** Anything but a look-up: what may only be sent when there is no doubt. */
function written(log: RequestLog) {
  return log.entries.filter(
    ({ method, path }) => method === "PATCH" || (method === "POST" && !path.endsWith("/search")),
  );
}

async function expectButton(app: TestBrowser, page: Page, badge: string, title: RegExp) {
  await expect.poll(async () => (await buttonOf(app, page)).badge, { timeout: 15_000 }).toBe(badge);
  expect((await buttonOf(app, page)).title).toMatch(title);
}

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
  await expectButton(connectedApp, page, "✓", /Mara Lindqvist is saved in Stardex/);
  expect(written(sandbox.log)).toHaveLength(1);
  expect(await page.content()).toBe(before);
});
