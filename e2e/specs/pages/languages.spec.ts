/// <reference types="chrome" />
/** A browser that really speaks another language: words, `lang` and dates are its own, in pages and worker. */
import type { Page } from "@playwright/test";
import { accept } from "../../browser/ask.ts";
import { buttonOf } from "../../browser/button.ts";
import { notSpokenBecause } from "../../browser/chromium/languages-here.ts";
import { invented } from "../../browser/invented.ts";
import { launch } from "../../browser/launch.ts";
import { expect, test } from "../../browser/test.ts";
import type { words } from "../../browser/words.ts";
import { messagesOf } from "../../gallery/languages.ts";

/** On the same day in any time zone that matters. */
const NOON = "2026-03-03T12:00:00.000Z";
const LANGUAGES = [
  {
    language: "de",
    tag: "de",
    exactly: "Dienstag, 3. März 2026",
  },
  {
    language: "pt_BR",
    tag: "pt-BR",
    exactly: "terça-feira, 3 de março de 2026",
  },
];

for (const { language, tag, exactly } of LANGUAGES)
  test(`in a browser in ${language} everything is said in it`, async ({ sandbox }) => {
    const reason = notSpokenBecause(language);
    test.skip(reason !== null, `Not tested here: ${reason}`);
    const messages = messagesOf(language);
    const said = (key: Parameters<typeof words>[0]) => messages[key].message;
    const app = await launch({ sandbox, language });
    await app.connect();

    // To its pages Playwright pretends a language, to the worker it does not.
    const worker = await app.worker();
    expect(await worker.evaluate(() => chrome.i18n.getUILanguage())).toBe(tag);
    const options = await app.openOptions();
    await expect(options.locator("html")).toHaveAttribute("lang", tag);
    await expect(options).toHaveTitle(said("options_title"));
    await expect(options.getByRole("heading", { name: said("recent_title"), exact: true })).toBeVisible();
    await options.getByRole("tab", { name: said("settings_title") }).click();
    await expect(options.getByRole("heading", { name: said("data_title"), exact: true })).toBeVisible();
    await options.getByRole("tab", { name: said("tab_saves") }).click();
    await agedBy(options, await accept(options));
    await options.reload();
    const time = options.getByRole("listitem").locator("time");
    await expect(options.getByRole("heading", { name: exactly })).toBeVisible();
    await expect(time).toHaveAttribute("title", new RegExp(`^${exactly}`));

    const page = await app.visit(invented("hidden-duplicates").url);
    expect((await buttonOf(app, page)).title).toBe(said("action_title"));
    const popup = await app.clickToolbar(page);
    await expect(popup.locator("html")).toHaveAttribute("lang", tag);
    await expect(popup.getByLabel(said("field_job_title"), { exact: true })).toBeVisible();
    const match = popup.getByRole("region", { name: said("match_label"), exact: true });
    await expect(match.getByRole("status").first()).toContainText(said("match_known"));
    await app.close();
  });

/** Makes the save one of that day. */
async function agedBy(page: Page, id: string): Promise<void> {
  await expect(page.locator("[data-state=saved]")).toBeVisible();
  await page.evaluate(
    async ([id, createdAt]) => {
      const opened = indexedDB.open("stardex-capture");
      await new Promise((resolve) => opened.addEventListener("success", resolve));
      const transaction = opened.result.transaction("saves", "readwrite");
      const store = transaction.objectStore("saves");
      const found = store.index("id").get(id);
      found.addEventListener("success", () => store.put({ ...found.result, createdAt }));
      await new Promise((resolve) => transaction.addEventListener("complete", resolve));
    },
    [id, Date.parse(NOON)] as const,
  );
}
