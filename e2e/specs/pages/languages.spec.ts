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
    day: "03.03.2026",
    exactly: "Dienstag, 3. März 2026",
  },
  {
    language: "pt_BR",
    tag: "pt-BR",
    day: "3 de mar. de 2026",
    exactly: "terça-feira, 3 de março de 2026",
  },
];

for (const { language, tag, day, exactly } of LANGUAGES)
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
    for (const key of ["recent_title", "settings_title", "data_title"] as const)
      await expect(options.getByRole("heading", { name: said(key), exact: true })).toBeVisible();
    await agedBy(options, await accept(options));
    await options.reload();
    const time = options.getByRole("listitem").locator("time");
    await expect(time).toHaveText(day);
    await expect(time).toHaveAttribute("title", new RegExp(`^${exactly}`));

    const page = await app.visit(invented("hidden-duplicates").url);
    expect((await buttonOf(app, page)).title).toBe(said("action_title"));
    const popup = await app.clickToolbar(page);
    await expect(popup.locator("html")).toHaveAttribute("lang", tag);
    await expect(popup.getByLabel(said("field_job_title"), { exact: true })).toBeVisible();
    const match = popup.getByRole("region", { name: said("match_label"), exact: true });
    await expect(match.getByRole("status")).toContainText(said("match_known"));
    await app.close();
  });

/** Makes the save one of that day. */
async function agedBy(page: Page, id: string): Promise<void> {
  await expect(page.locator("[data-state=saved]")).toBeVisible();
  await page.evaluate(
    async ([key, createdAt]) => {
      const record = (await chrome.storage.local.get(key))[key];
      await chrome.storage.local.set({ [key]: { ...(record as object), createdAt } });
    },
    [`save:${id}`, Date.parse(NOON)] as const,
  );
}
