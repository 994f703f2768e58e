/** A page that is in view and never done: its HTML goes on streaming, or a script or style sheet of it has no answer. */
import type { Page } from "playwright";
import { expectButton, prefer } from "../../browser/button.ts";
import { formOf } from "../../browser/form.ts";
import { invented } from "../../browser/invented.ts";
import type { TestBrowser } from "../../browser/launch.ts";
import { expect, test } from "../../browser/test.ts";
import { isTo } from "../../sandbox/request-log.ts";
import type { Sandbox } from "../../sandbox/start-sandbox.ts";

const { url, html } = invented("sdui-with-experience");
const HANGING = "https://www.linkedin.com/hangs";

const hangs: Record<string, (sandbox: Sandbox) => void> = {
  "the HTML goes on streaming": ({ pages }) => {
    pages.serve(url, html.replace(/<\/body>[\s\S]*/, ""));
    pages.neverEnd(url);
  },
  "a script at its end never answers": ({ pages }) => {
    pages.serve(url, html.replace("</body>", `<script src="${HANGING}"></script></body>`));
    pages.neverEnd(HANGING);
  },
  "a style sheet at its end never answers": ({ pages }) => {
    const link = `<link rel="stylesheet" href="${HANGING}"><script>void 0</script>`;
    pages.serve(url, html.replace("</body>", `${link}</body>`));
    pages.neverEnd(HANGING);
  },
};

/** Until the person is in the document: to wait for its end would be to wait for ever. */
async function visit(app: TestBrowser): Promise<Page> {
  const page = await app.visit("about:blank");
  await page.goto(url, { waitUntil: "commit" });
  await page.locator("main").waitFor({ state: "attached" });
  expect(await page.evaluate(() => document.readyState)).toBe("loading");
  return page;
}

for (const [what, hang] of Object.entries(hangs)) {
  test(`${what}: the form is filled in`, async ({ connectedApp, sandbox }) => {
    hang(sandbox);
    const popup = await connectedApp.clickToolbar(await visit(connectedApp));
    await expect(formOf(popup).name).toHaveValue("Mara Lindqvist", { timeout: 5_000 });
  });
}

test("one click on it saves, and says so", async ({ connectedApp, sandbox }) => {
  await prefer(connectedApp, { toolbarMode: "save", graceSeconds: 0 });
  sandbox.log.clear();
  hangs["a script at its end never answers"]?.(sandbox);
  const page = await visit(connectedApp);
  await connectedApp.pressToolbar(page);
  const { body } = await sandbox.log.waitForAnswer((entry) => isTo(entry, "POST", "/v1/persons"));
  expect(body).toMatchObject({ name: "Mara Lindqvist" });
  await expectButton(connectedApp, page, "✓", /Mara Lindqvist is saved in Stardex\./);
});
