/** After saving: what happened, and the way on: close, correct it, or open the record. */
import type { Page } from "playwright";
import { formOf, saying } from "../../browser/form.ts";
import { invented } from "../../browser/invented.ts";
import type { TestBrowser } from "../../browser/launch.ts";
import { matchOf } from "../../browser/match.ts";
import { expect, test } from "../../browser/test.ts";
import { words } from "../../browser/words.ts";

async function open(app: TestBrowser, page = "sdui-with-experience"): Promise<Page> {
  const popup = await app.clickToolbar(await app.visit(invented(page).url));
  await expect(formOf(popup).name).not.toHaveValue("");
  return popup;
}

async function save(popup: Page): Promise<void> {
  await popup.keyboard.press("Control+Enter");
  await expect(saying(popup, "saved_title")).toBeVisible();
}

const button = (popup: Page, key: Parameters<typeof words>[0]) =>
  popup.getByRole("button", { name: words(key), exact: true });

test("change re-opens the form on the saved person; the correction alone is sent, and no second record", async ({
  connectedApp,
  sandbox,
}) => {
  const popup = await open(connectedApp);
  const form = formOf(popup);
  await form.jobBox.fill("general tamarisk");
  await expect(form.options).toHaveCount(1);
  await popup.keyboard.press("Enter");
  await form.more.click();
  await form.field("field_note").fill("Met in Basel.");
  await save(popup);
  await button(popup, "saved_change").click();
  await expect(form.name).toHaveValue("Mara Lindqvist");
  await expect(matchOf(popup).line).toContainText(words("match_known"));
  await expect(popup.getByText(words("save_known_nothing_saved"))).toBeVisible();
  await form.jobTitle.fill("Chief Supply Chain Officer");
  await save(popup);
  await expect(saying(popup, "saved_title")).toContainText("Mara Lindqvist was updated.");

  const [post, ...others] = sandbox.log.of("POST", "/v1/persons");
  expect(post?.body).toMatchObject({ notes: "Met in Basel." });
  expect(others).toEqual([]);
  const patches = sandbox.log.entries.filter(({ method }) => method === "PATCH");
  expect(patches.map(({ body }) => body)).toEqual([
    { enrich_record: true, current_job_title: "Chief Supply Chain Officer" },
  ]);
  const [person, second] = sandbox.store.persons.filter(({ name }) => name === "Mara Lindqvist");
  expect(second).toBeUndefined();
  expect(sandbox.store.candidatesOf(person?.id ?? "")).toHaveLength(1);
  expect(sandbox.store.activitiesOf(person?.id ?? "")).toHaveLength(1);
});

test("a title that is no job's is told as on no job", async ({ connectedApp }) => {
  const popup = await open(connectedApp);
  const form = formOf(popup);
  await form.jobBox.fill("Interim Beekeeper");
  await expect(form.options).toContainText(["Interim Beekeeper"]);
  await popup.keyboard.press("Enter");
  await save(popup);
  await expect(saying(popup, "saved_title")).toContainText(
    "Saved without a job: no open job is called “Interim Beekeeper”.",
  );
});

test("Enter closes it", async ({ connectedApp }) => {
  const popup = await open(connectedApp);
  await save(popup);
  await expect(button(popup, "done")).toHoldFocus();
  const closed = popup.waitForEvent("close");
  // Answered by nobody: the page that took the key is gone.
  await popup.keyboard.press("Enter").catch(() => undefined);
  await closed;
});

test("without a link in the settings the id can be copied, and no address is invented", async ({
  connectedApp,
  sandbox,
}) => {
  const popup = await open(connectedApp);
  await save(popup);
  await connectedApp.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await button(popup, "saved_copy_id").click();
  await expect(button(popup, "saved_copied")).toBeVisible();
  const person = sandbox.store.persons.find(({ name }) => name === "Mara Lindqvist");
  expect(await popup.evaluate(() => navigator.clipboard.readText())).toBe(person?.id);
  await expect(popup.getByRole("link")).toHaveCount(0);
});

for (const [recordLink, opens] of [
  ["https://api.stardex.ai/people/{id}", true],
  ["javascript:alert({id})", false],
] as const) {
  test(`the record's link ${recordLink} ${opens ? "opens it" : "is not used"}`, async ({
    connectedApp,
    sandbox,
  }) => {
    const options = await connectedApp.openOptions();
    await options.evaluate(async (link) => {
      const { settings } = await chrome.storage.local.get("settings");
      const defaults = {
        version: 1,
        toolbarMode: "form",
        graceSeconds: 5,
        defaultJob: "last",
        historyLength: 200,
        notifications: false,
        liveBadge: false,
      };
      await chrome.storage.local.set({
        settings: { ...defaults, ...(settings ?? {}), recordLink: link },
      });
    }, recordLink);
    const popup = await open(connectedApp);
    await save(popup);
    const link = popup.getByRole("link", { name: words("saved_open"), exact: true });
    if (!opens) {
      await expect(button(popup, "saved_copy_id")).toBeVisible();
      await expect(link).toHaveCount(0);
      return;
    }
    const person = sandbox.store.persons.find(({ name }) => name === "Mara Lindqvist");
    const address = recordLink.replace("{id}", person?.id ?? "");
    await expect(link).toHaveAttribute("href", address);
    const opened = connectedApp.context.waitForEvent("page");
    // Answered by nobody: the popup closes when the tab opens.
    await link.click().catch(() => undefined);
    await (await opened).waitForURL(address);
  });
}
